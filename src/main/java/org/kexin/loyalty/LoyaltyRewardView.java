package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reward. */
@Schema(name = "LoyaltyReward", description = "Something to be had for points (奖励).")
record LoyaltyRewardView(
    UUID id,
    UUID programmeId,
    RewardKind kind,
    @Schema(examples = "茶叶礼盒", maxLength = 200) String name,
    @Schema(examples = "250 g of spring tea", maxLength = 1000) @Nullable String description,
    @Schema(examples = "500", minimum = "1") long points,
    @Schema(description = "Pieces in all; absent for no limit.", examples = "100", minimum = "0")
        @Nullable Integer stock,
    @Schema(description = "Pieces claimed and not given back.", examples = "3", minimum = "0")
        int claimed,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {}
