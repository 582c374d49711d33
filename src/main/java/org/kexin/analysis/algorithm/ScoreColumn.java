package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scores of all customers by one of the three criteria: one byte each. */
final class ScoreColumn {

  private static final List<BigDecimal> QUINTILES =
      List.of(
          new BigDecimal("0.2"),
          new BigDecimal("0.4"),
          new BigDecimal("0.6"),
          new BigDecimal("0.8"));

  private final byte[] scores;
  private final List<BigDecimal> thresholds;

  private ScoreColumn(byte[] scores, List<BigDecimal> thresholds) {
    this.scores = scores;
    this.thresholds = thresholds;
  }

  /**
   * @param decimals how many of the digits of a value stand after the point
   */
  static ScoreColumn largerIsBetter(LongColumn values, Rfm.Method method, int decimals) {
    return method == Rfm.Method.RANK
        ? byRank(values, 1)
        : byThreshold(values, method, decimals, false);
  }

  static ScoreColumn smallerIsBetter(LongColumn values, Rfm.Method method) {
    return method == Rfm.Method.RANK ? byRank(values, -1) : byThreshold(values, method, 0, true);
  }

  int get(int row) {
    return scores[row];
  }

  /** Empty when there are no values or the method has none. */
  List<BigDecimal> thresholds() {
    return thresholds;
  }

  List<RfmResult.ScoreCount> histogram() {
    long[] counts = new long[ScoreRange.HIGHEST + 1];
    for (byte score : scores) {
      counts[score]++;
    }
    List<RfmResult.ScoreCount> histogram = new ArrayList<>();
    for (int score = ScoreRange.LOWEST; score <= ScoreRange.HIGHEST; score++) {
      histogram.add(new RfmResult.ScoreCount(score, counts[score]));
    }
    return histogram;
  }

  private static ScoreColumn byThreshold(
      LongColumn values, Rfm.Method method, int decimals, boolean reversed) {
    if (values.size() == 0) {
      return new ScoreColumn(new byte[0], List.of());
    }
    BigDecimal shift = method == Rfm.Method.RFM_PACKAGE ? BigDecimal.ONE : BigDecimal.ZERO;
    long[] sorted = values.sorted();
    List<BigDecimal> thresholds = new ArrayList<>();
    for (BigDecimal quintile : QUINTILES) {
      thresholds.add(plain(Quantiles.type7(sorted, quintile).movePointLeft(decimals).add(shift)));
    }
    ScoreBounds bounds = ScoreBounds.of(thresholds, method, decimals, reversed);
    byte[] scores = new byte[values.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = (byte) bounds.score(values.get(row));
    }
    return new ScoreColumn(scores, thresholds);
  }

  /** Without trailing zeros, but never 1.15E+2. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Ranks without sorting customers. A fifth begins at position ⌈k·n/5⌉ of the sorted values; of
   * the rows equal to the value there, the first few in order of customer stand before it, and rows
   * already ascend by customer.
   *
   * @param sign −1 to rank the largest value first
   */
  private static ScoreColumn byRank(LongColumn values, int sign) {
    int n = values.size();
    byte[] scores = new byte[n];
    Arrays.fill(scores, (byte) ScoreRange.LOWEST);
    LongColumn signed = new LongColumn();
    for (int row = 0; row < n; row++) {
      signed.add(sign * values.get(row));
    }
    long[] sorted = signed.sorted();
    for (long k = 1; k < ScoreRange.HIGHEST; k++) {
      int begin = (int) Math.ceilDiv(k * n, ScoreRange.HIGHEST);
      if (begin < n) {
        raiseFrom(begin, sorted, signed, scores);
      }
    }
    return new ScoreColumn(scores, List.of());
  }

  private static void raiseFrom(int begin, long[] sorted, LongColumn values, byte[] scores) {
    long boundary = sorted[begin];
    int equalBefore = 0;
    while (equalBefore < begin && sorted[begin - equalBefore - 1] == boundary) {
      equalBefore++;
    }
    int equalSeen = 0;
    for (int row = 0; row < scores.length; row++) {
      long value = values.get(row);
      if (value > boundary || (value == boundary && equalSeen++ >= equalBefore)) {
        scores[row]++;
      }
    }
  }
}
