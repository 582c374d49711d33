package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sample quantiles of type 7 of Hyndman and Fan (1996), Sample quantiles in statistical packages,
 * The American Statistician 50(4): with h = (n − 1)·p, linear interpolation between the values at
 * ⌊h⌋ and ⌊h⌋ + 1, counted from 0. The default of R and numpy.
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The quantile in floating point.
   *
   * @param ascending at least one finite value, in ascending order
   * @param p 0 to 1
   * @throws IllegalArgumentException if there is no value or p is not within 0 to 1
   */
  public static double type7(double[] ascending, double p) {
    if (ascending.length == 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a quantile needs a value and p in 0..1, not " + p);
    }
    double position = (ascending.length - 1) * p;
    int below = (int) position;
    int above = Math.min(below + 1, ascending.length - 1);
    double weight = position - below;
    // Two products and no difference: the difference of two finite doubles may be infinite.
    return ascending[below] == ascending[above]
        ? ascending[below]
        : (1 - weight) * ascending[below] + weight * ascending[above];
  }

  /**
   * The exact quantile of whole numbers: no rounding, so a value can be compared with it without a
   * tolerance.
   *
   * @param ascending at least one value, in ascending order
   * @param p 0 to 1
   * @throws IllegalArgumentException if there is no value or p is not within 0 to 1
   */
  public static BigDecimal type7(long[] ascending, BigDecimal p) {
    if (ascending.length == 0 || p.signum() < 0 || p.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a quantile needs a value and p in 0..1, not " + p);
    }
    BigDecimal position = p.multiply(BigDecimal.valueOf(ascending.length - 1L));
    int below = position.setScale(0, RoundingMode.FLOOR).intValueExact();
    int above = Math.min(below + 1, ascending.length - 1);
    BigDecimal weight = position.subtract(BigDecimal.valueOf(below));
    BigDecimal low = BigDecimal.valueOf(ascending[below]);
    return low.add(weight.multiply(BigDecimal.valueOf(ascending[above]).subtract(low)));
  }
}
