package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What RFM needs to know of one customer.
 *
 * @param lastDay day of the last order
 * @param orders number of orders, at least 1
 * @param amount sum of orders and refunds, in currency units, at most four decimals; may be zero or
 *     negative
 * @param <K> identity of a customer
 */
public record CustomerActivity<K>(K customer, LocalDate lastDay, long orders, BigDecimal amount) {

  /**
   * @throws IllegalArgumentException if orders is less than 1, or the amount has more than four
   *     decimals or is too large
   */
  public CustomerActivity {
    if (orders < 1) {
      throw new IllegalArgumentException("orders must be at least 1: " + orders);
    }
    MinorUnits.of(amount);
  }
}
