package org.kexin.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller may say of a reward: the body of a create and the document that a merge patch
 * changes.
 *
 * @param stock pieces there are in all, those claimed too; null for no limit
 */
@Schema(description = "All that a caller may say of a reward.")
record NewLoyaltyReward(
    @Schema(description = "Fixed after creation.") @NotNull UUID programmeId,
    @NotNull RewardKind kind,
    @Schema(examples = "茶叶礼盒") @NotNull @Size(min = 1, max = 200) String name,
    @Schema(examples = "250 g of spring tea") @Size(min = 1, max = 1000)
        @Nullable String description,
    @Schema(description = "What it costs.", examples = "500") @Min(1) @Max(1_000_000_000L)
        long points,
    @Schema(
            description = "Pieces in all, those claimed too; absent for no limit.",
            examples = "100")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable Integer stock,
    @Schema(description = "To be claimed from this moment on.") @Nullable Instant validFrom,
    @Schema(description = "To be claimed before this moment.") @Nullable Instant validUntil) {}
