package org.kexin.complaint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How content the customer is with the outcome. */
@Schema(description = "How content the customer is with the outcome (客户评价).")
record ComplaintRating(
    @Schema(description = "1 to 5; 5 is best.", examples = "4") @Min(1) @Max(5) int score,
    @Schema(examples = "It took a while, but they were kind.") @Size(min = 1, max = Texts.MAX_CHARS)
        @Nullable String comment) {}
