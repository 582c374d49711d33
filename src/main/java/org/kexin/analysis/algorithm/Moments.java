package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Number, mean and standard deviation of a stream of values. The sums are exact (see Neal 2015,
 * Fast exact summation), because the running mean of Welford is stable, but its last digits depend
 * on the order of the rows. Not thread-safe.
 */
public final class Moments {

  /** There is no value to take the mean of. */
  public static final Reason NO_VALUES = new Reason("NO_VALUES", "There is no value.");

  /** n − 1 is 0. */
  public static final Reason ONE_VALUE =
      new Reason("ONE_VALUE", "A standard deviation needs at least two values.");

  /** The squares of the values are not exact doubles. */
  public static final Reason OUT_OF_RANGE =
      new Reason("OUT_OF_RANGE", "A value is too large or too near to zero to be squared.");

  /** Precise enough that the one rounding to a double is the only one that shows. */
  private static final MathContext PRECISION = new MathContext(40);

  private static final double LARGEST_SQUARED = 1e150;
  private static final double SMALLEST_SQUARED = 1e-140;

  private final ExactSum sum = new ExactSum();
  private final ExactSum squares = new ExactSum();
  private boolean outOfRange;
  private long n;

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException if the value is not finite
   */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    n++;
    if (value == 0) {
      return;
    }
    sum.add(value);
    double size = Math.abs(value);
    if (size > LARGEST_SQUARED || size < SMALLEST_SQUARED) {
      outOfRange = true;
      return;
    }
    double square = value * value;
    squares.add(square);
    squares.add(Math.fma(value, value, -square));
  }

  /** What was added so far. */
  public Summary summary() {
    if (n == 0) {
      return new Summary(0, Measure.missing(NO_VALUES), Measure.missing(NO_VALUES));
    }
    BigInteger total = sum.units();
    BigInteger count = BigInteger.valueOf(n);
    double mean = ratio(total, count.shiftLeft(ExactSum.FRACTION_BITS)).doubleValue();
    return new Summary(n, Measure.of(mean), deviation(total, count));
  }

  private Measure<Double> deviation(BigInteger total, BigInteger count) {
    if (n == 1) {
      return Measure.missing(ONE_VALUE);
    }
    if (outOfRange) {
      return Measure.missing(OUT_OF_RANGE);
    }
    BigInteger excess =
        squares
            .units()
            .multiply(count)
            .shiftLeft(ExactSum.FRACTION_BITS)
            .subtract(total.multiply(total));
    BigInteger divisor =
        count.multiply(BigInteger.valueOf(n - 1)).shiftLeft(2 * ExactSum.FRACTION_BITS);
    return Measure.of(ratio(excess, divisor).sqrt(PRECISION).doubleValue());
  }

  private static BigDecimal ratio(BigInteger numerator, BigInteger denominator) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), PRECISION);
  }

  /**
   * A sample in three numbers.
   *
   * @param n number of values, 0 or more
   * @param mean in the unit of the values
   * @param standardDeviation with n − 1 in the denominator, 0 or more, in the unit of the values
   */
  public record Summary(long n, Measure<Double> mean, Measure<Double> standardDeviation) {

    /**
     * @throws IllegalArgumentException if n or the standard deviation is negative, or there are
     *     values without a mean or a mean without values
     */
    public Summary {
      Double deviation = standardDeviation.value();
      if (n < 0 || (n > 0) != (mean.value() != null) || (deviation != null && deviation < 0)) {
        throw new IllegalArgumentException("not the summary of a sample of " + n);
      }
    }

    /**
     * A sample known by its published figures.
     *
     * @param n at least 2
     */
    public static Summary of(long n, double mean, double standardDeviation) {
      if (n < 2) {
        throw new IllegalArgumentException("a standard deviation needs two values: " + n);
      }
      return new Summary(n, Measure.of(mean), Measure.of(standardDeviation));
    }
  }
}
