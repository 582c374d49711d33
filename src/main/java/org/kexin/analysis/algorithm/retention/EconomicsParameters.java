package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the economics of retention assume. Rates are shares: .05 is five points.
 *
 * @param margin share of revenue that is left after the costs of what was sold, 0 to 1
 * @param rise what is added to the retention rate of a period, above 0 to 1
 * @param discountRate of a period, 0 to 10, at most nine decimals
 * @param horizon periods to look ahead, 1 to 1,200
 * @param acquisitionCosts what was spent to win customers in a calendar month, in currency units,
 *     zero or more; a month that is not here has no known cost
 */
public record EconomicsParameters(
    BigDecimal margin,
    BigDecimal rise,
    BigDecimal discountRate,
    int horizon,
    SortedMap<YearMonth, BigDecimal> acquisitionCosts) {

  /** The longest horizon: a hundred years of months. */
  static final int LONGEST_HORIZON = 1_200;

  private static final int DISCOUNT_DECIMALS = 9;
  private static final BigDecimal FIVE_POINTS = new BigDecimal("0.05");

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public EconomicsParameters {
    requireAtMost("margin", margin, BigDecimal.ONE);
    requireAtMost("rise", rise, BigDecimal.ONE);
    requireAtMost("discount rate", discountRate, BigDecimal.TEN);
    if (rise.signum() == 0) {
      throw new IllegalArgumentException("rise is zero");
    }
    if (discountRate.stripTrailingZeros().scale() > DISCOUNT_DECIMALS) {
      throw new IllegalArgumentException("discount rate has more than nine decimals");
    }
    if (horizon < 1 || horizon > LONGEST_HORIZON) {
      throw new IllegalArgumentException("horizon out of 1..1200: " + horizon);
    }
    for (BigDecimal cost : acquisitionCosts.values()) {
      if (cost.signum() < 0) {
        throw new IllegalArgumentException("an acquisition cost is negative");
      }
    }
    acquisitionCosts = Collections.unmodifiableSortedMap(new TreeMap<>(acquisitionCosts));
  }

  private static void requireAtMost(String name, BigDecimal value, BigDecimal largest) {
    if (value.signum() < 0 || value.compareTo(largest) > 0) {
      throw new IllegalArgumentException(name + " is not 0 to " + largest + ": " + value);
    }
  }

  /**
   * Five points more, no known costs of acquisition.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static EconomicsParameters fivePoints(
      BigDecimal margin, BigDecimal discountRate, int horizon) {
    return new EconomicsParameters(
        margin, FIVE_POINTS, discountRate, horizon, Collections.emptySortedMap());
  }
}
