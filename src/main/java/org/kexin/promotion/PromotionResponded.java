package org.kexin.promotion;

import java.time.Instant;
import java.util.UUID;

/** Somebody responded to a promotion. Fired in the transaction that records it. */
public record PromotionResponded(
    UUID customerId, UUID promotionId, ResponseKind kind, Instant respondedAt) {}
