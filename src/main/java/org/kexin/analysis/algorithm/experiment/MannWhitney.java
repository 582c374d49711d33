package org.kexin.analysis.algorithm.experiment;

import java.util.Arrays;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.TailProbabilities;

/**
 * Whether values of one group tend to be larger than those of another: Mann and Whitney (1947), On
 * a test of whether one of two random variables is stochastically larger than the other, Annals of
 * Mathematical Statistics 18. Normal approximation with the variance corrected for ties (Lehmann
 * 1975, Nonparametrics, appendix) and a continuity correction of ½, as {@code wilcox.test} of R.
 *
 * <p>Own code, because the test of Hipparchus gives the smaller U without saying of which group it
 * is, and sorts once for U and again for p.
 *
 * @param treated number of values of the treated
 * @param control number of values of the control
 * @param u pairs in which the treated has the larger value, a tie counted as half; 0 to treated ·
 *     control
 * @param superiority u / (treated · control): the probability that a treated has the larger value
 *     than a control, ties as half
 * @param z standardised {@code u}
 * @param pValue two-sided; 0 when below the smallest double
 */
public record MannWhitney(
    long treated,
    long control,
    Measure<Double> u,
    Measure<Double> superiority,
    Measure<Double> z,
    Measure<Double> pValue) {

  /** Name and version for the answer. */
  public static final String METHOD =
      "Mann-Whitney U/1 (normal approximation, ties and continuity corrected)";

  /** All values of both groups are the same. */
  public static final Reason ALL_EQUAL =
      new Reason("ALL_EQUAL", "All values of both groups are equal, so there is nothing to test.");

  /**
   * Compares two samples.
   *
   * @param treated finite values in any order
   * @param control finite values in any order
   * @throws IllegalArgumentException if a value is not a number
   */
  public static MannWhitney of(double[] treated, double[] control) {
    double[] first = ascending(treated);
    double[] second = ascending(control);
    long n1 = first.length;
    long n2 = second.length;
    if (n1 == 0 || n2 == 0) {
      return untested(
          n1, n2, TwoProportions.EMPTY_GROUP, Measure.missing(TwoProportions.EMPTY_GROUP));
    }
    Ranking ranking = Ranking.of(first, second);
    double pairs = (double) n1 * n2;
    double n = (double) n1 + n2;
    double variance = pairs / 12 * (n + 1 - ranking.ties / (n * (n - 1)));
    Measure<Double> u = Measure.of(ranking.u);
    if (ranking.allEqual(n)) {
      return untested(n1, n2, ALL_EQUAL, u);
    }
    double distance = ranking.u - pairs / 2;
    double corrected = Math.signum(distance) * Math.max(0, Math.abs(distance) - .5);
    double z = corrected / Math.sqrt(variance);
    return new MannWhitney(
        n1,
        n2,
        u,
        Measure.of(ranking.u / pairs),
        Measure.of(z),
        Measure.of(TailProbabilities.normalTwoSided(z)));
  }

  private static MannWhitney untested(long n1, long n2, Reason reason, Measure<Double> u) {
    Double value = u.value();
    return new MannWhitney(
        n1,
        n2,
        u,
        value == null ? Measure.missing(reason) : Measure.of(value / n1 / n2),
        Measure.missing(reason),
        Measure.missing(reason));
  }

  private static double[] ascending(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("not a number at " + i);
      }
      // −0 and 0 are a tie, but sorted apart.
      sorted[i] = values[i] == 0 ? 0 : values[i];
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * One walk along both samples.
   *
   * @param u as above
   * @param ties Σ t³ − t over groups of t equal values
   * @param largestTie size of the largest such group
   */
  private record Ranking(double u, double ties, long largestTie) {

    static Ranking of(double[] first, double[] second) {
      double u = 0;
      double ties = 0;
      long largest = 0;
      int i = 0;
      int j = 0;
      while (i < first.length || j < second.length) {
        double value = smaller(first, i, second, j);
        int nextI = endOfTie(first, i, value);
        int nextJ = endOfTie(second, j, value);
        double mine = (double) nextI - i;
        u += mine * (j + (nextJ - j) / 2.0);
        double tied = mine + nextJ - j;
        ties += tied * (tied * tied - 1);
        largest = Math.max(largest, (long) tied);
        i = nextI;
        j = nextJ;
      }
      return new Ranking(u, ties, largest);
    }

    boolean allEqual(double n) {
      return largestTie == n;
    }

    private static double smaller(double[] first, int i, double[] second, int j) {
      if (i == first.length) {
        return second[j];
      }
      return j == second.length ? first[i] : Math.min(first[i], second[j]);
    }

    private static int endOfTie(double[] ascending, int from, double value) {
      int end = from;
      while (end < ascending.length && ascending[end] == value) {
        end++;
      }
      return end;
    }
  }
}
