package org.kexin.promotion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis must know of a promotion. All amounts are in its currency.
 *
 * @param ran whether its members are frozen, so that it runs or ran
 * @param startsAt as it was planned
 * @param endsAt the first moment at which it is over: as planned, or when it was closed
 * @param forAudience whether it has members; one that is open to everybody has none
 * @param controlShare percent of the members that are left alone, 0 for none
 * @param fixed cost, 0 or more
 * @param perContact cost of each contact, 0 or more
 * @param perRedemption cost of each redemption beside its discount, 0 or more
 */
public record PromotionFacts(
    UUID id,
    boolean ran,
    Currency currency,
    Instant startsAt,
    Instant endsAt,
    boolean forAudience,
    BigDecimal controlShare,
    BigDecimal fixed,
    BigDecimal perContact,
    BigDecimal perRedemption) {

  static PromotionFacts of(
      UUID id, NewPromotion document, PromotionState state, @Nullable Instant endedAt) {
    PromotionCost cost = document.cost();
    String share = document.controlShare();
    Instant end = document.endsAt();
    return new PromotionFacts(
        id,
        state == PromotionState.RUNNING || state == PromotionState.CLOSED,
        cost.fixed().currency(),
        document.startsAt(),
        endedAt == null || endedAt.isAfter(end) ? end : endedAt,
        document.audienceId() != null,
        share == null ? BigDecimal.ZERO : new BigDecimal(share),
        cost.fixed().amount(),
        cost.each(cost.perContact()).amount(),
        cost.each(cost.perRedemption()).amount());
  }
}
