package org.kexin.aftersales;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the customer rates what was done.
 *
 * @param score 1 (very bad) to 5 (very good)
 */
@Schema(name = "NewServiceRating", description = "How the customer rates what was done (评价).")
record NewRating(
    @Schema(description = "1 is very bad, 5 is very good.", examples = "4") @Min(1) @Max(5)
        int score,
    @Schema(examples = "Came a day late.") @Size(min = 1, max = MAX_COMMENT_CHARS)
        @Nullable String comment) {

  static final int MAX_COMMENT_CHARS = 1_000;
}
