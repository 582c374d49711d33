package org.kexin.analysis.algorithm.experiment;

import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Successes among n.
 *
 * @param successes 0 to {@code n}
 * @param n 0 or more
 */
public record Proportion(long successes, long n) {

  /** There is nobody to take a share of. */
  public static final Reason NOBODY = new Reason("NOBODY", "There is nobody in the group.");

  /**
   * @throws IllegalArgumentException if successes is not within 0 to n
   */
  public Proportion {
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException("not a proportion: " + successes + " of " + n);
    }
  }

  /** Successes / n, 0 to 1. */
  public Measure<Double> share() {
    return n == 0 ? Measure.missing(NOBODY) : Measure.of(rate());
  }

  /**
   * The interval of Wilson (1927), Probable inference, the law of succession, and statistical
   * inference, JASA 22, without continuity correction. Within 0 to 1, and wider than nothing for no
   * success and for nothing but successes.
   *
   * @param level confidence, such as 0.95
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public Measure<Interval> wilson(double level) {
    double z = TailProbabilities.normalQuantile(level);
    if (n == 0) {
      return Measure.missing(NOBODY);
    }
    double p = rate();
    double shrink = 1 + z * z / n;
    double centre = (p + z * z / (2.0 * n)) / shrink;
    double half = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
    // At 0 and n an end is the share itself; rounding must not push it over.
    double lower = successes == 0 ? 0 : Math.clamp(centre - half, 0, p);
    double upper = successes == n ? 1 : Math.clamp(centre + half, p, 1);
    return Measure.of(new Interval(lower, upper, level));
  }

  /** The share of a group that is known not to be empty. */
  double rate() {
    return (double) successes / n;
  }
}
