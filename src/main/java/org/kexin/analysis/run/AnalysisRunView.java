package org.kexin.analysis.run;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A background analysis as it stands. */
@Schema(description = "A background analysis as it stands (后台分析).")
public record AnalysisRunView(
    UUID id,
    @Schema(description = "Which analysis.", examples = "statistics", maxLength = 40)
        String analysis,
    @Schema(
            description =
                "All that the result depends on. The same parameters give the same result again,"
                    + " byte for byte, as long as runs are kept. What the law takes away is not"
                    + " counted any more: customers who were deleted, restricted or erased"
                    + " meanwhile, and in grades who objected. asOf is the moment of the facts.",
            examples = "{\"asOf\":\"2026-03-02T08:26:00Z\",\"currency\":\"GBP\"}")
        SortedMap<String, @Size(max = 500) String> parameters,
    AnalysisRunState state,
    @Schema(description = "Share done, 0 to 1.", examples = "0.42", minimum = "0", maximum = "1")
        double progress,
    @Schema(
            description = "Why it failed, as in problems.",
            examples = "parameter-invalid",
            maxLength = 100)
        @Nullable String problemCode,
    @Schema(description = "What can be done about it.", maxLength = 1000)
        @Nullable String problemDetail,
    @Schema(
            description = "SHA-256 of the result in hexadecimal; absent until there is one.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            minLength = 64,
            maxLength = 64)
        @Nullable String resultSha256,
    Instant createdAt,
    @Nullable Instant endedAt) {}
