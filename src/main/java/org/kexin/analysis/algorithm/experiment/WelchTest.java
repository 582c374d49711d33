package org.kexin.analysis.algorithm.experiment;

import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * The difference of two means with unequal variances: Welch (1947), The generalization of
 * "Student's" problem when several different population variances are involved, Biometrika 34.
 *
 * @param treated the group that was reached
 * @param control the group that was not
 * @param difference mean of the treated minus mean of the control, in the unit of the values
 * @param standardError √(s₁²/n₁ + s₂²/n₂), in the unit of the values
 * @param t difference / standard error
 * @param degreesOfFreedom of Welch and Satterthwaite, at least 1
 * @param pValue two-sided; 0 when below the smallest double
 * @param interval of the difference, in the unit of the values
 */
public record WelchTest(
    Moments.Summary treated,
    Moments.Summary control,
    Measure<Double> difference,
    Measure<Double> standardError,
    Measure<Double> t,
    Measure<Double> degreesOfFreedom,
    Measure<Double> pValue,
    Measure<Interval> interval) {

  /** Name and version for the answer. */
  public static final String METHOD = "Welch t/1 (Welch 1947)";

  /** A mean or a standard deviation is missing. */
  public static final Reason TOO_FEW_VALUES =
      new Reason("TOO_FEW_VALUES", "The test needs at least two values in each group.");

  /** Both standard deviations are 0. */
  public static final Reason NO_VARIATION =
      new Reason("NO_VARIATION", "The values of each group are all equal, so no test is possible.");

  /** The figures are beyond what a double can hold. */
  public static final Reason OUT_OF_RANGE =
      new Reason("OUT_OF_RANGE", "The values are too large or too small to be compared.");

  /**
   * Compares two samples.
   *
   * @param level confidence of the interval, such as 0.95
   * @throws IllegalArgumentException if the level is not above 0 and below 1
   */
  public static WelchTest of(Moments.Summary treated, Moments.Summary control, double level) {
    Interval.checkLevel(level);
    Measure<Double> difference = difference(treated, control);
    Double distance = difference.value();
    Double first = treated.standardDeviation().value();
    Double second = control.standardDeviation().value();
    if (distance == null || first == null || second == null) {
      return untested(treated, control, difference, TOO_FEW_VALUES);
    }
    if (first == 0 && second == 0) {
      return untested(treated, control, difference, NO_VARIATION);
    }
    double error1 = first / Math.sqrt((double) treated.n());
    double error2 = second / Math.sqrt((double) control.n());
    double error = Math.hypot(error1, error2);
    if (!Double.isFinite(error) || error == 0) {
      return untested(treated, control, difference, OUT_OF_RANGE);
    }
    // In shares of the variance, because its square may overflow.
    double share1 = Math.pow(error1 / error, 2);
    double share2 = Math.pow(error2 / error, 2);
    double freedom =
        1 / (share1 * share1 / (treated.n() - 1) + share2 * share2 / (control.n() - 1));
    double t = distance / error;
    double half = TailProbabilities.studentQuantile(level, freedom) * error;
    if (!Double.isFinite(t) || !Double.isFinite(Math.abs(distance) + half)) {
      return untested(treated, control, difference, OUT_OF_RANGE);
    }
    return new WelchTest(
        treated,
        control,
        difference,
        Measure.of(error),
        Measure.of(t),
        Measure.of(freedom),
        Measure.of(TailProbabilities.studentTwoSided(t, freedom)),
        Measure.of(Interval.around(distance, half, level)));
  }

  private static Measure<Double> difference(Moments.Summary treated, Moments.Summary control) {
    Double first = treated.mean().value();
    Double second = control.mean().value();
    if (first == null || second == null) {
      return Measure.missing(TwoProportions.EMPTY_GROUP);
    }
    double difference = first - second;
    return Double.isFinite(difference) ? Measure.of(difference) : Measure.missing(OUT_OF_RANGE);
  }

  private static WelchTest untested(
      Moments.Summary treated, Moments.Summary control, Measure<Double> difference, Reason reason) {
    return new WelchTest(
        treated,
        control,
        difference,
        Measure.missing(reason),
        Measure.missing(reason),
        Measure.missing(reason),
        Measure.missing(reason),
        Measure.missing(reason));
  }
}
