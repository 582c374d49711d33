package org.kexin.analysis.algorithm;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * Probabilities of the tails of the usual test distributions and the quantiles of their intervals.
 * The tails are computed as tails: 1 − F(x) would be 0 from about 1e-16 on. A result of 0 is a
 * probability too small for a double.
 */
public final class TailProbabilities {

  private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

  private TailProbabilities() {}

  /** P(|Z| ≥ |z|) of a standard normal Z. */
  public static double normalTwoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** P(|T| ≥ |t|) of Student's T; degrees of freedom above 0. */
  public static double studentTwoSided(double t, double degreesOfFreedom) {
    double lower = new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    return Math.min(1, 2 * lower);
  }

  /** P(X ≥ x) of a chi-square X; x 0 or more, degrees of freedom above 0. */
  public static double chiSquareUpper(double x, double degreesOfFreedom) {
    return Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
  }

  /**
   * The z for which P(|Z| ≤ z) is the level: 1.959964 for .95.
   *
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static double normalQuantile(double level) {
    Interval.checkLevel(level);
    return -NORMAL.inverseCumulativeProbability((1 - level) / 2);
  }

  /**
   * The t for which P(|T| ≤ t) is the level; degrees of freedom above 0.
   *
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static double studentQuantile(double level, double degreesOfFreedom) {
    Interval.checkLevel(level);
    return -new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 - level) / 2);
  }
}
