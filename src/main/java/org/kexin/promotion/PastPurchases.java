package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.transaction.OrderBook.Ordered;

/**
 * What customers ordered in a period. Null bounds do not matter; returns never count.
 *
 * @param from first moment that counts
 * @param until first moment that does not; the start of the promotion is the latest
 * @param ordersMax 0 picks who ordered nothing
 * @param lastFrom the last order of the period was then or later
 * @param lastUntil it was before
 */
@Schema(description = "What customers ordered in a period (购买行为).")
record PastPurchases(
    @Schema(examples = "2025-03-01T00:00:00Z") @Nullable Instant from,
    @Schema(description = "At the latest the start of the promotion.") @Nullable Instant until,
    @Schema(description = "Orders at least.", examples = "1") @Min(0) @Nullable Long ordersMin,
    @Schema(description = "Orders at most; 0 picks who ordered nothing.", examples = "20") @Min(0)
        @Nullable Long ordersMax,
    @Schema(description = "Sum of the orders in its currency, at least.") @Valid
        @Nullable Money spentMin,
    @Schema(description = "Sum of the orders in its currency, at most.") @Valid
        @Nullable Money spentMax,
    @Schema(description = "The last order of the period was then or later.")
        @Nullable Instant lastFrom,
    @Schema(description = "The last order of the period was before.") @Nullable Instant lastUntil) {

  /**
   * @throws IllegalArgumentException if nothing is asked, bounds are crossed, or the currencies
   *     differ
   */
  PastPurchases {
    if (ordersMin == null
        && ordersMax == null
        && spentMin == null
        && spentMax == null
        && lastFrom == null
        && lastUntil == null) {
      throw new IllegalArgumentException("Say how many orders, what amount, or when the last was.");
    }
    demandOrder(from, until);
    demandOrder(ordersMin, ordersMax);
    demandOrder(lastFrom, lastUntil);
    if (spentMin != null && spentMax != null) {
      if (!spentMin.currency().equals(spentMax.currency())) {
        throw new IllegalArgumentException("Amounts of one question have one currency.");
      }
      demandOrder(spentMin.amount(), spentMax.amount());
    }
  }

  /**
   * Whether a customer is meant.
   *
   * @param ordered in the period, amounts in {@link #currency}; null for nothing
   */
  boolean fits(@Nullable Ordered ordered) {
    long orders = ordered == null ? 0 : ordered.orders();
    java.math.BigDecimal spent = ordered == null ? java.math.BigDecimal.ZERO : ordered.spent();
    return (ordersMin == null || orders >= ordersMin)
        && (ordersMax == null || orders <= ordersMax)
        && (spentMin == null || spent.compareTo(spentMin.amount()) >= 0)
        && (spentMax == null || spent.compareTo(spentMax.amount()) <= 0)
        && (lastFrom == null || (ordered != null && !ordered.last().isBefore(lastFrom)))
        && (lastUntil == null || (ordered != null && ordered.last().isBefore(lastUntil)));
  }

  /** The currency of its amounts; null where it names none. */
  @Nullable String currency() {
    Money amount = spentMin == null ? spentMax : spentMin;
    return amount == null ? null : amount.currency().getCurrencyCode();
  }

  /** Whether only somebody fits who ordered at that moment or later. */
  boolean demandsOrderSince(Instant moment) {
    boolean some =
        (ordersMin != null && ordersMin > 0)
            || (spentMin != null && spentMin.amount().signum() > 0);
    return (some && from != null && !from.isBefore(moment))
        || (lastFrom != null && !lastFrom.isBefore(moment));
  }

  /** Whether nobody fits who ordered that often since a moment. */
  boolean leavesOut(int orders, Instant since, Instant now) {
    boolean seesAll =
        (from == null || !from.isAfter(since)) && (until == null || !until.isBefore(now));
    return seesAll
        && ((ordersMax != null && ordersMax < orders)
            || (lastUntil != null && !lastUntil.isAfter(since)));
  }

  private static <T extends Comparable<T>> void demandOrder(@Nullable T low, @Nullable T high) {
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException("A lower bound is not above the upper one.");
    }
  }
}
