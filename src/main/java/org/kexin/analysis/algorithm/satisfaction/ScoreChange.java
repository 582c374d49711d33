package org.kexin.analysis.algorithm.satisfaction;

import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;
import org.kexin.analysis.algorithm.experiment.TwoProportions;
import org.kexin.analysis.algorithm.experiment.WelchTest;

/**
 * How a score changed from one period to another, taken as independent samples.
 *
 * <ul>
 *   <li>NPS: z of the difference with the standard errors of both added in squares
 *   <li>CSAT: two proportions, interval of Newcombe (1998) method 10, pooled p
 *   <li>CES: Welch (1947)
 * </ul>
 *
 * @param difference later minus earlier, in the unit of the scale
 * @param interval of the difference
 * @param pValue two-sided
 */
public record ScoreChange(
    Measure<Double> difference, Measure<Interval> interval, Measure<Double> pValue) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "score change/1 (NPS: z, CSAT: Newcombe 1998, CES: Welch 1947)";

  /**
   * Compares two periods.
   *
   * @param level confidence of the interval, such as 0.95
   * @throws IllegalArgumentException if the scales differ or the level is not above 0 and below 1
   */
  public static ScoreChange between(Answers earlier, Answers later, double level) {
    if (earlier.scale() != later.scale()) {
      throw new IllegalArgumentException(earlier.scale() + " is not " + later.scale());
    }
    return switch (earlier.scale()) {
      case NPS -> ofPoints(earlier, later, level);
      case CSAT -> {
        TwoProportions test =
            TwoProportions.of(
                SatisfactionScore.satisfied(later), SatisfactionScore.satisfied(earlier), level);
        yield new ScoreChange(test.difference(), test.newcombe(), test.pValue());
      }
      case CES -> {
        WelchTest test =
            WelchTest.of(
                SatisfactionScore.moments(later), SatisfactionScore.moments(earlier), level);
        yield new ScoreChange(test.difference(), test.interval(), test.pValue());
      }
    };
  }

  /**
   * Whether the change is more than chance explains.
   *
   * @param alpha above 0 and below 1, such as .05; false when there is no p value
   */
  public boolean significant(double alpha) {
    Interval.checkLevel(alpha);
    Double p = pValue.value();
    return p != null && p < alpha;
  }

  private static ScoreChange ofPoints(Answers earlier, Answers later, double level) {
    SatisfactionScore before = SatisfactionScore.of(earlier, level);
    SatisfactionScore after = SatisfactionScore.of(later, level);
    Double first = before.value().value();
    Double second = after.value().value();
    if (first == null || second == null) {
      return untested(Measure.missing(SatisfactionScore.NO_ANSWERS), SatisfactionScore.NO_ANSWERS);
    }
    double difference = second - first;
    Double firstError = before.standardError().value();
    Double secondError = after.standardError().value();
    if (firstError == null || secondError == null) {
      return untested(Measure.of(difference), SatisfactionScore.ONE_ANSWER);
    }
    double error = Math.hypot(firstError, secondError);
    if (error == 0) {
      return untested(Measure.of(difference), SatisfactionScore.ALL_ALIKE);
    }
    double half = TailProbabilities.normalQuantile(level) * error;
    return new ScoreChange(
        Measure.of(difference),
        Measure.of(Interval.around(difference, half, level)),
        Measure.of(TailProbabilities.normalTwoSided(difference / error)));
  }

  private static ScoreChange untested(Measure<Double> difference, Reason reason) {
    return new ScoreChange(difference, Measure.missing(reason), Measure.missing(reason));
  }
}
