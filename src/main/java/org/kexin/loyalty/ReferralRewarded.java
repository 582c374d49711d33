package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who was brought bought for the first time, and who brought them was rewarded. Fired in
 * the transaction that records the purchase.
 */
public record ReferralRewarded(
    UUID referralId,
    UUID programmeId,
    UUID referrerCustomerId,
    UUID referredCustomerId,
    Instant at) {}
