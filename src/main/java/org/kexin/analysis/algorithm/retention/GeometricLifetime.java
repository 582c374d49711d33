package org.kexin.analysis.algorithm.retention;

import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How many periods' margins a customer is worth who stays from each period to the next with the
 * same probability r, margins discounted by d a period: the sum of (r / (1 + d))^t from t = 1
 * (Gupta &amp; Lehmann 2003, Customers as assets, Journal of Interactive Marketing 17(1)). The
 * margin of the present period is not among them.
 */
public final class GeometricLifetime {

  /** Nobody ever leaves and later money is worth as much as today's. */
  public static final Reason ENDLESS =
      new Reason("ENDLESS", "With full retention and no discount the value has no bound.");

  private GeometricLifetime() {}

  /**
   * Over the next periods only: r = 1 and d = 0 give their number.
   *
   * @param retentionRate r, 0 to 1
   * @param discountRate d a period, zero or more
   * @param horizon number of periods, 1 to 1,200
   * @return 0 to horizon
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static double periods(double retentionRate, double discountRate, int horizon) {
    requireRates(retentionRate, discountRate);
    if (horizon < 1 || horizon > EconomicsParameters.LONGEST_HORIZON) {
      throw new IllegalArgumentException("horizon out of 1..1200: " + horizon);
    }
    double step = retentionRate / (1 + discountRate);
    double sum = 0;
    // By Horner instead of q(1 − q^H)/(1 − q): nothing cancels near q = 1.
    for (int t = 0; t < horizon; t++) {
      sum = step * (1 + sum);
    }
    return sum;
  }

  /**
   * Without an end: r / (1 + d − r).
   *
   * @param retentionRate r, 0 to 1
   * @param discountRate d a period, zero or more
   * @return zero or more; missing when r = 1 and d = 0, or too large for a double
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static Measure<Double> periods(double retentionRate, double discountRate) {
    requireRates(retentionRate, discountRate);
    double periods = retentionRate / ((1 - retentionRate) + discountRate);
    return Double.isFinite(periods) ? Measure.of(periods) : Measure.missing(ENDLESS);
  }

  private static void requireRates(double retentionRate, double discountRate) {
    if (!(retentionRate >= 0 && retentionRate <= 1)) {
      throw new IllegalArgumentException("retention rate is not 0 to 1: " + retentionRate);
    }
    if (!(discountRate >= 0 && Double.isFinite(discountRate))) {
      throw new IllegalArgumentException("discount rate is not zero or more: " + discountRate);
    }
  }
}
