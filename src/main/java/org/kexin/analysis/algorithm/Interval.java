package org.kexin.analysis.algorithm;

/**
 * A confidence interval. Both ends are finite.
 *
 * @param lower in the unit of the figure it belongs to
 * @param upper not below {@code lower}
 * @param level confidence, above 0 and below 1, such as 0.95
 */
public record Interval(double lower, double upper, double level) {

  /**
   * @throws IllegalArgumentException if an end is not finite, the ends are the wrong way round or
   *     the level is not between 0 and 1
   */
  public Interval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException("not an interval: " + lower + ".." + upper);
    }
    checkLevel(level);
  }

  /**
   * Refuses what is not a confidence level.
   *
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level is between 0 and 1: " + level);
    }
  }

  /** The interval {@code estimate} ± {@code halfWidth}; half the width is zero or more. */
  public static Interval around(double estimate, double halfWidth, double level) {
    return new Interval(estimate - halfWidth, estimate + halfWidth, level);
  }

  /** Whether zero is neither within the interval nor at an end of it. */
  public boolean excludesZero() {
    return lower > 0 || upper < 0;
  }
}
