package org.kexin.analysis.algorithm.experiment;

import java.util.ArrayList;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Whether the arms have the sizes that were planned. When they do not, customers were lost or
 * moved, and no effect can be trusted: Fabijan et al. (2019), Diagnosing sample ratio mismatch in
 * online controlled experiments, KDD.
 *
 * @param arms as given, with their expected sizes
 * @param chiSquare Σ (observed − expected)²/expected, one degree of freedom less than arms
 * @param pValue probability of a deviation as large when all is well
 * @param mismatch whether the p value is below {@link #THRESHOLD}; false also when nobody was
 *     observed
 */
public record SampleRatio(
    List<Arm> arms, Measure<Double> chiSquare, Measure<Double> pValue, boolean mismatch) {

  /** Name and version for the answer. */
  public static final String METHOD = "sample ratio/1 (chi-square, p < .01)";

  /** Strict, because the check is made on every test, and a real mismatch is usually obvious. */
  public static final double THRESHOLD = .01;

  /**
   * One arm.
   *
   * @param name of the arm
   * @param observed customers in it
   * @param expected customers by the planned ratio, not rounded
   */
  public record Arm(String name, long observed, double expected) {}

  /**
   * What was planned.
   *
   * @param name of the arm
   * @param observed customers in it, 0 or more
   * @param weight planned size relative to the other arms, above 0
   */
  public record Planned(String name, long observed, double weight) {

    /**
     * @throws IllegalArgumentException if observed is negative or the weight is not positive and
     *     finite
     */
    public Planned {
      if (observed < 0 || !(weight > 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException("an arm needs 0 or more customers and a weight above 0");
      }
    }
  }

  public SampleRatio {
    arms = List.copyOf(arms);
  }

  /**
   * Checks the sizes.
   *
   * @param planned at least two arms
   * @throws IllegalArgumentException if there are fewer than two arms
   */
  public static SampleRatio of(List<Planned> planned) {
    if (planned.size() < 2) {
      throw new IllegalArgumentException("a ratio needs two arms");
    }
    double total = planned.stream().mapToDouble(Planned::observed).sum();
    // The largest weight first, because the sum of the weights may overflow.
    double largest = planned.stream().mapToDouble(Planned::weight).max().orElseThrow();
    double weights = planned.stream().mapToDouble(arm -> arm.weight() / largest).sum();
    List<Arm> arms = new ArrayList<>();
    double statistic = 0;
    for (Planned arm : planned) {
      double expected = total * (arm.weight() / largest / weights);
      arms.add(new Arm(arm.name(), arm.observed(), expected));
      double distance = arm.observed() - expected;
      statistic += distance == 0 ? 0 : distance * distance / expected;
    }
    if (total == 0) {
      return new SampleRatio(
          arms, Measure.missing(Proportion.NOBODY), Measure.missing(Proportion.NOBODY), false);
    }
    if (!Double.isFinite(statistic)) {
      Reason reason = WelchTest.OUT_OF_RANGE;
      return new SampleRatio(arms, Measure.missing(reason), Measure.of(0.0), true);
    }
    double p = TailProbabilities.chiSquareUpper(statistic, planned.size() - 1);
    return new SampleRatio(arms, Measure.of(statistic), Measure.of(p), p < THRESHOLD);
  }
}
