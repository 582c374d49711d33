package org.kexin.analysis;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question that analysts shall pursue under pseudonyms. */
@Schema(description = "A question that analysts shall pursue under pseudonyms (分析项目).")
record NewAnalysisProject(
    @Schema(description = "Nothing about a person.", examples = "Churn 2026")
        @NotNull
        @Size(min = 1, max = 100)
        String name,
    @Schema(
            description = "What is to be found out, and what for; nothing about a person.",
            examples = "Which groups of customers buy less than a year ago?")
        @NotNull
        @Size(min = 10, max = 500)
        String question,
    @Schema(
            description = "Who takes part: ids of users, the subjects of their tokens.",
            examples = "[\"6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10\"]")
        @NotNull
        @Size(min = 1, max = 100)
        List<@NotNull @Size(max = 255) @Pattern(regexp = "^[!-~]+$") String> members,
    @Schema(
            description =
                "The last day, today to a year from now, in the zone of analyses; the key of the"
                    + " pseudonyms is destroyed after it.",
            examples = "2026-12-31")
        @NotNull
        LocalDate endsOn) {}
