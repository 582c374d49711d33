package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral. */
@Schema(name = "LoyaltyReferral", description = "That a member brought somebody (推荐).")
record LoyaltyReferralView(
    UUID id,
    ReferralState state,
    @Schema(description = "Not for customers: it is somebody else.")
        @Nullable UUID referredCustomerId,
    Instant recordedAt,
    @Schema(description = "When who was brought bought for the first time.")
        @Nullable Instant purchasedAt) {}
