package org.kexin.promotion;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody was contacted about a promotion, or responded, as analyses read it.
 *
 * @param response whether the customer responded
 * @param knownAt when it had happened and was recorded
 */
public record PromotionTouch(UUID customerId, boolean response, Instant knownAt) {}
