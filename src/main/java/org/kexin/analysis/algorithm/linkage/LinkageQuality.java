package org.kexin.analysis.algorithm.linkage;

import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How right the matches are, where the truth is known. There is no accuracy: nearly all pairs are
 * no match, so saying no to all of them would be accurate.
 *
 * @param truePositives matches that are right
 * @param falsePositives matches that are wrong
 * @param falseNegatives true pairs that were not found, those lost by blocking too
 * @param precision right matches / matches
 * @param recall right matches / true pairs
 * @param f1 harmonic mean of both: 2 TP / (2 TP + FP + FN)
 */
public record LinkageQuality(
    long truePositives,
    long falsePositives,
    long falseNegatives,
    Measure<Double> precision,
    Measure<Double> recall,
    Measure<Double> f1) {

  /** Nothing was matched. */
  public static final Reason NO_MATCHES = new Reason("NO_MATCHES", "Nothing was matched.");

  /**
   * The measures of three counts.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public static LinkageQuality of(long truePositives, long falsePositives, long falseNegatives) {
    if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0) {
      throw new IllegalArgumentException("counts are 0 or more");
    }
    double right = truePositives;
    return new LinkageQuality(
        truePositives,
        falsePositives,
        falseNegatives,
        share(right, right + falsePositives, NO_MATCHES),
        share(right, right + falseNegatives, BlockingQuality.NO_TRUE_PAIRS),
        share(2 * right, 2 * right + falsePositives + falseNegatives, NO_MATCHES));
  }

  private static Measure<Double> share(double part, double whole, Reason reason) {
    return whole == 0 ? Measure.missing(reason) : Measure.of(part / whole);
  }
}
