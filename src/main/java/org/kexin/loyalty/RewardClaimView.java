package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim. */
@Schema(name = "RewardClaim", description = "That a member took a reward for points (兑换).")
record RewardClaimView(
    UUID id,
    UUID rewardId,
    @Schema(description = "What it cost then.", examples = "500", minimum = "1") long points,
    ClaimState state,
    Instant claimedAt,
    @Nullable Instant cancelledAt) {}
