package org.kexin.analysis;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An analysis project. */
@Schema(
    name = "AnalysisProject",
    description = "A question that analysts pursue under pseudonyms (分析项目).")
record AnalysisProjectView(
    UUID id,
    @Schema(examples = "Churn 2026", maxLength = 100) String name,
    @Schema(examples = "Which groups of customers buy less than a year ago?", maxLength = 500)
        String question,
    @Schema(
            description = "Who takes part: ids of users. For privacy officers only.",
            examples = "[\"6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10\"]",
            maxItems = 100)
        @Nullable List<@Size(max = 255) String> members,
    Instant startedAt,
    @Schema(description = "The last day.", examples = "2026-12-31") LocalDate endsOn,
    @Schema(description = "Whether it was ended or its last day is over.") boolean ended,
    @Schema(description = "When the key of the pseudonyms was destroyed.")
        @Nullable Instant endedAt) {}
