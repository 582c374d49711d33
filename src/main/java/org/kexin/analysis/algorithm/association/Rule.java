package org.kexin.analysis.algorithm.association;

import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * Baskets with the antecedent X often hold the consequent Y. Measures as in Hahsler, Grün &amp;
 * Hornik (2005), arules, Journal of Statistical Software 14(15), with n baskets.
 *
 * @param antecedent X, in the order of items; may be empty, then it is in every basket
 * @param consequent Y, at least one item, none of X
 * @param count n(XY), at least 1
 * @param antecedentCount n(X)
 * @param consequentCount n(Y)
 * @param support n(XY) / n, above 0 to 1
 * @param confidence n(XY) / n(X), above 0 to 1
 * @param lift confidence / support of Y; 1 when X and Y are independent (Brin, Motwani, Ullman
 *     &amp; Tsur 1997)
 * @param leverage support − support of X · support of Y, −.25 to .25 (Piatetsky-Shapiro 1991)
 * @param conviction (1 − support of Y) / (1 − confidence), above 0; infinite, thus missing, when
 *     the confidence is 1 (Brin and others 1997)
 * @param zhang leverage / max(support · (1 − support of X), support of X · (support of Y −
 *     support)), −1 to 1 (Zhang 2000, Association rules)
 * @param jaccard n(XY) / (n(X) + n(Y) − n(XY)), above 0 to 1
 * @param <I> an item
 */
public record Rule<I>(
    List<I> antecedent,
    List<I> consequent,
    int count,
    int antecedentCount,
    int consequentCount,
    double support,
    double confidence,
    double lift,
    double leverage,
    Measure<Double> conviction,
    Measure<Double> zhang,
    double jaccard) {

  /** Conviction is infinite: the rule was never wrong. */
  public static final Reason NEVER_WRONG =
      new Reason("NEVER_WRONG", "The rule holds in every basket of its left side: infinite.");

  /** Conviction is 0 / 0: the rule cannot be wrong. */
  public static final Reason CONSEQUENT_ALWAYS =
      new Reason("CONSEQUENT_ALWAYS", "The right side is in every basket: undefined.");

  /** Zhang's measure is 0 / 0: there is no basket without the antecedent to compare with. */
  public static final Reason ANTECEDENT_ALWAYS =
      new Reason("ANTECEDENT_ALWAYS", "The left side is in every basket: undefined.");

  /**
   * @throws IllegalArgumentException if the consequent is empty
   */
  public Rule {
    antecedent = List.copyOf(antecedent);
    consequent = List.copyOf(consequent);
    if (consequent.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a consequent");
    }
  }

  /** From counts; products of two of them are exact in a long. */
  static <I> Rule<I> of(
      List<I> antecedent, List<I> consequent, int baskets, int x, int y, int both) {
    return new Rule<>(
        antecedent,
        consequent,
        both,
        x,
        y,
        (double) both / baskets,
        (double) both / x,
        lift(baskets, x, y, both),
        (double) excess(baskets, x, y, both) / ((double) baskets * baskets),
        conviction(baskets, x, y, both),
        zhang(baskets, x, y, both),
        both / ((double) x + y - both));
  }

  static double lift(int baskets, int x, int y, int both) {
    return ((double) both * baskets) / ((double) x * y);
  }

  /** The leverage times n². */
  private static long excess(long baskets, long x, long y, long both) {
    return both * baskets - x * y;
  }

  private static Measure<Double> conviction(long baskets, long x, long y, long both) {
    if (y == baskets) {
      return Measure.missing(CONSEQUENT_ALWAYS);
    }
    return both == x
        ? Measure.missing(NEVER_WRONG)
        : Measure.of((double) ((baskets - y) * x) / ((double) baskets * (x - both)));
  }

  private static Measure<Double> zhang(long baskets, long x, long y, long both) {
    long larger = Math.max(both * (baskets - x), x * (y - both));
    return larger == 0
        ? Measure.missing(ANTECEDENT_ALWAYS)
        : Measure.of((double) excess(baskets, x, y, both) / larger);
  }
}
