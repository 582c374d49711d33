package org.kexin.analysis.insight;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is derived of a customer. */
@Schema(description = "What is derived of a customer (客户洞察).")
public record InsightsView(
    UUID customerId,
    @Schema(description = "Absent where they are withheld or hidden.", maxItems = 100)
        @Nullable List<Insight> insights,
    @Schema(
            description =
                "Why nothing is derived: NO_PROFILING where the customer objects to profiling, or"
                    + " does not agree to it and the purpose asks for that.",
            examples = "NO_PROFILING",
            maxLength = 40)
        @Nullable String withheld,
    @Schema(
            description = "What was left out: all of them, or those of these codes.",
            examples = "[\"insights.credit-grade\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {}
