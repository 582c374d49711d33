package org.kexin.analysis.algorithm.experiment;

import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Customers needed in each of two equal arms to see a difference of two shares: Fleiss, Levin and
 * Paik (2003), Statistical methods for rates and proportions, §4.2, without continuity correction.
 *
 * @param exact (z_α √(2p(1 − p)) + z_β √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₁ − p₂)², p the mean of
 *     both
 * @param perArm {@code exact} rounded up
 */
public record SampleSize(double exact, long perArm) {

  /** Name and version for the answer. */
  public static final String METHOD = "sample size of two proportions/1 (Fleiss, Levin, Paik 2003)";

  private static final double SMALLEST_DIFFERENCE = 1e-6;

  /**
   * Plans a test.
   *
   * @param p1 share expected in one arm, 0 to 1
   * @param p2 share expected in the other, 0 to 1
   * @param alpha two-sided probability of a false alarm, such as .05
   * @param power probability to see the difference, such as .8
   * @throws IllegalArgumentException if a share is not within 0 to 1, the shares differ by less
   *     than one in a million, alpha is not above 0 and below 1, or power is below one half or not
   *     below 1
   */
  public static SampleSize of(double p1, double p2, double alpha, double power) {
    if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) {
      throw new IllegalArgumentException("shares are within 0..1: " + p1 + ", " + p2);
    }
    if (Math.abs(p1 - p2) < SMALLEST_DIFFERENCE) {
      throw new IllegalArgumentException("the shares differ by less than " + SMALLEST_DIFFERENCE);
    }
    if (!(alpha > 0 && alpha < 1 && power >= .5 && power < 1)) {
      throw new IllegalArgumentException("needed: 0 < alpha < 1 and 0.5 <= power < 1");
    }
    double zAlpha = TailProbabilities.normalQuantile(1 - alpha);
    double zBeta = power == .5 ? 0 : TailProbabilities.normalQuantile(2 * power - 1);
    double p = (p1 + p2) / 2;
    double spread =
        zAlpha * Math.sqrt(2 * p * (1 - p)) + zBeta * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    double exact = Math.pow(spread / (p1 - p2), 2);
    return new SampleSize(exact, (long) Math.ceil(exact));
  }
}
