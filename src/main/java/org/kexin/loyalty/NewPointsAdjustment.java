package org.kexin.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Points to be given, or taken below zero.
 *
 * @param points any number but 0
 */
@Schema(description = "Points to be given, or taken where below zero, and why.")
record NewPointsAdjustment(
    @Schema(examples = "-120") @Min(-1_000_000_000L) @Max(1_000_000_000L) long points,
    @NotNull AdjustmentReason reason,
    @Schema(
            description = "For people; says nothing that the customer may not read.",
            examples = "Order of March was booked twice.")
        @NotNull
        @Size(min = 1, max = 500)
        String note) {}
