package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One transaction: an order (amount zero or more) or a refund (amount below zero). All sales of one
 * analysis are in one currency.
 *
 * @param customer whose transaction it is; null when the customer is not known (anonymous)
 * @param day calendar day of the transaction in the zone of the business, year 1 to 9999
 * @param amount in currency units, at most four decimals, magnitude below 922 × 10¹²
 * @param lines number of order lines, zero or more
 * @param quantity sum of the quantities of the lines; negative for returned goods
 * @param <K> identity of a customer
 */
public record Sale<K>(
    @Nullable K customer, LocalDate day, BigDecimal amount, int lines, long quantity) {

  private static final int LAST_YEAR = 9999;

  /**
   * @throws IllegalArgumentException if the year is not 1 to 9999 (a month series is built from
   *     first to last day, so one absurd date would make it absurdly long), if the amount has more
   *     than four decimals or is too large, or if lines is negative
   */
  public Sale {
    if (!isPossible(day)) {
      throw new IllegalArgumentException("year out of 1.." + LAST_YEAR + ": " + day);
    }
    if (lines < 0) {
      throw new IllegalArgumentException("negative number of lines: " + lines);
    }
    MinorUnits.of(amount);
  }

  static boolean isPossible(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
  }

  /** The amount in ten-thousandths of the currency unit, see {@link MinorUnits}. */
  public long minorUnits() {
    return MinorUnits.of(amount);
  }
}
