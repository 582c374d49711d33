package org.kexin.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points to be spent. */
@Schema(description = "Points to be spent.")
record NewPointsSpending(
    @Schema(examples = "500") @Min(1) @Max(1_000_000_000_000L) long points,
    @Schema(
            description = "The caller's own, such as the number of a receipt; nothing of a person.",
            examples = "POS-2026-00017")
        @Size(min = 1, max = 64)
        @Pattern(regexp = "^[A-Za-z0-9._/:-]*$", message = "has letters, digits and . _ / : - only")
        @Nullable String reference) {}
