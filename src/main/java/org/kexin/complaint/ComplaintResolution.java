package org.kexin.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * How a complaint was settled.
 *
 * @param compensation what it was worth; null where that is no money
 */
@Schema(description = "How a complaint was settled (处理结果).")
record ComplaintResolution(
    @Schema(description = "What the customer is told.", examples = "A new lid was sent.")
        @NotNull
        @Size(min = 1, max = Texts.MAX_CHARS)
        String text,
    @Schema(
            description = "Why it had come to that (投诉原因), a code of the house in kebab-case.",
            examples = "packing-damaged")
        @NotNull
        @Size(min = 1, max = ComplaintFacts.MAX_CAUSE_CHARS)
        @Pattern(regexp = ComplaintFacts.CAUSE, message = "is kebab-case such as packing-damaged")
        String cause,
    @NotNull CompensationKind compensationKind,
    @Schema(description = "What the compensation is worth (补偿金额), above zero.")
        @Nullable Money compensation) {}
