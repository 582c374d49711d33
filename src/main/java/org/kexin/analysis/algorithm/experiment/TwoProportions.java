package org.kexin.analysis.algorithm.experiment;

import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * The difference of two independent proportions, treated minus control.
 *
 * @param treated the group that was reached
 * @param control the group that was not
 * @param difference p₁ − p₂, −1 to 1
 * @param z difference / standard error of the pooled variance
 * @param pValue two-sided, of {@code z}; 0 when below the smallest double
 * @param wald difference ± z·s, s² = p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂; misleading near 0 and 1, and
 *     missing when both variances are 0
 * @param newcombe method 10 of Newcombe (1998), Interval estimation for the difference between
 *     independent proportions, Statistics in Medicine 17; the interval to report
 * @param chiSquare of the 2 × 2 table, one degree of freedom; the square of {@code z}
 * @param yates the same with the continuity correction of Yates (1934)
 * @param relativeUplift p₁/p₂ − 1
 * @param relativeInterval from ln(p₁/p₂) ± z·√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂) (Katz et al. 1978)
 */
public record TwoProportions(
    Proportion treated,
    Proportion control,
    Measure<Double> difference,
    Measure<Double> z,
    Measure<Double> pValue,
    Measure<Interval> wald,
    Measure<Interval> newcombe,
    Measure<ChiSquare> chiSquare,
    Measure<ChiSquare> yates,
    Measure<Double> relativeUplift,
    Measure<Interval> relativeInterval) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "two proportions/1 (pooled z, Wald, Newcombe 1998 method 10, log ratio)";

  /** One of the groups is empty. */
  public static final Reason EMPTY_GROUP =
      new Reason("EMPTY_GROUP", "A comparison needs somebody in both groups.");

  /** Nobody or everybody succeeded, in both groups. */
  public static final Reason NO_VARIATION =
      new Reason("NO_VARIATION", "Both groups are all alike, so there is nothing to test.");

  /** A ratio with zero has no interval, or no value. */
  public static final Reason NO_SUCCESSES =
      new Reason("NO_SUCCESSES", "A ratio of shares needs a success in each group.");

  /**
   * A test of a table.
   *
   * @param statistic 0 or more
   * @param pValue probability of a statistic as large
   */
  public record ChiSquare(double statistic, double pValue) {

    static ChiSquare ofOneDegree(double statistic) {
      return new ChiSquare(statistic, TailProbabilities.chiSquareUpper(statistic, 1));
    }
  }

  /**
   * Compares two groups.
   *
   * @param level confidence of the intervals, such as 0.95
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static TwoProportions of(Proportion treated, Proportion control, double level) {
    Interval.checkLevel(level);
    if (treated.n() == 0 || control.n() == 0) {
      return untested(treated, control, Measure.missing(EMPTY_GROUP), EMPTY_GROUP, level);
    }
    double difference = treated.rate() - control.rate();
    long successes = treated.successes() + control.successes();
    double n = (double) treated.n() + control.n();
    if (successes == 0 || successes == n) {
      return untested(treated, control, Measure.of(difference), NO_VARIATION, level);
    }
    double pooled = successes / n;
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / treated.n() + 1.0 / control.n()));
    double z = difference / error;
    // |ad − bc| − n/2 of the table, in shares: the correction takes this much off the difference.
    double correction = n / (2.0 * treated.n() * control.n());
    double corrected = Math.max(0, Math.abs(difference) - correction) / error;
    return new TwoProportions(
        treated,
        control,
        Measure.of(difference),
        Measure.of(z),
        Measure.of(TailProbabilities.normalTwoSided(z)),
        wald(treated, control, level),
        newcombe(treated, control, level),
        Measure.of(ChiSquare.ofOneDegree(z * z)),
        Measure.of(ChiSquare.ofOneDegree(corrected * corrected)),
        relativeUplift(treated, control),
        relativeInterval(treated, control, level));
  }

  private static TwoProportions untested(
      Proportion treated,
      Proportion control,
      Measure<Double> difference,
      Reason reason,
      double level) {
    return new TwoProportions(
        treated,
        control,
        difference,
        Measure.missing(reason),
        Measure.missing(reason),
        Measure.missing(reason),
        newcombe(treated, control, level),
        Measure.missing(reason),
        Measure.missing(reason),
        relativeUplift(treated, control),
        relativeInterval(treated, control, level));
  }

  private static Measure<Interval> wald(Proportion treated, Proportion control, double level) {
    double variance =
        treated.rate() * (1 - treated.rate()) / treated.n()
            + control.rate() * (1 - control.rate()) / control.n();
    if (variance == 0) {
      return Measure.missing(NO_VARIATION);
    }
    double half = TailProbabilities.normalQuantile(level) * Math.sqrt(variance);
    return Measure.of(Interval.around(treated.rate() - control.rate(), half, level));
  }

  private static Measure<Interval> newcombe(Proportion treated, Proportion control, double level) {
    Interval first = treated.wilson(level).value();
    Interval second = control.wilson(level).value();
    if (first == null || second == null) {
      return Measure.missing(EMPTY_GROUP);
    }
    double p1 = treated.rate();
    double p2 = control.rate();
    double below = Math.hypot(p1 - first.lower(), second.upper() - p2);
    double above = Math.hypot(first.upper() - p1, p2 - second.lower());
    return Measure.of(
        new Interval(Math.max(-1, p1 - p2 - below), Math.min(1, p1 - p2 + above), level));
  }

  private static Measure<Double> relativeUplift(Proportion treated, Proportion control) {
    if (treated.n() == 0 || control.n() == 0) {
      return Measure.missing(EMPTY_GROUP);
    }
    return control.successes() == 0
        ? Measure.missing(NO_SUCCESSES)
        : Measure.of(treated.rate() / control.rate() - 1);
  }

  private static Measure<Interval> relativeInterval(
      Proportion treated, Proportion control, double level) {
    if (treated.n() == 0 || control.n() == 0) {
      return Measure.missing(EMPTY_GROUP);
    }
    if (treated.successes() == 0 || control.successes() == 0) {
      return Measure.missing(NO_SUCCESSES);
    }
    double ratio = treated.rate() / control.rate();
    double error =
        Math.sqrt(
            1.0 / treated.successes()
                - 1.0 / treated.n()
                + 1.0 / control.successes()
                - 1.0 / control.n());
    double factor = Math.exp(TailProbabilities.normalQuantile(level) * error);
    return Measure.of(new Interval(ratio / factor - 1, ratio * factor - 1, level));
  }
}
