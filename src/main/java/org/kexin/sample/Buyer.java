package org.kexin.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer of the service, and how they bought.
 *
 * @param orders when they ordered last, the newest first; not empty
 * @param basket what stood in the newest order; not empty
 * @param currency ISO 4217 code of the newest order
 */
record Buyer(UUID id, List<Instant> orders, List<Line> basket, String currency) {

  /**
   * @throws IllegalArgumentException if they ordered nothing
   */
  Buyer {
    orders = List.copyOf(orders);
    basket = List.copyOf(basket);
    if (orders.isEmpty() || basket.isEmpty()) {
      throw new IllegalArgumentException("A buyer ordered something.");
    }
  }

  /**
   * Goods.
   *
   * @param quantity pieces, at least 1
   * @param unitPrice above zero
   */
  record Line(UUID product, int quantity, BigDecimal unitPrice) {

    BigDecimal amount() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
  }
}
