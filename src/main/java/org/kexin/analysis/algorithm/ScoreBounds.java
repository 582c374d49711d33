package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The rule by which a value that is compared with thresholds becomes a score, whether it is one of
 * those that the thresholds were taken of or not.
 */
final class ScoreBounds {

  private final long[] bounds;
  private final boolean reversed;

  private ScoreBounds(long[] bounds, boolean reversed) {
    this.bounds = bounds;
    this.reversed = reversed;
  }

  /**
   * @param thresholds ascending, in units
   * @param method one that has thresholds
   * @param decimals how many of the digits of a value stand after the point
   * @param reversed whether a smaller value is better
   */
  static ScoreBounds of(
      List<BigDecimal> thresholds, Rfm.Method method, int decimals, boolean reversed) {
    boolean reach = method == Rfm.Method.RFM_PACKAGE;
    long[] bounds = new long[thresholds.size()];
    for (int i = 0; i < bounds.length; i++) {
      BigDecimal threshold = thresholds.get(i).movePointRight(decimals);
      // The smallest whole value that reaches, or exceeds, the threshold.
      bounds[i] =
          reach
              ? threshold.setScale(0, RoundingMode.CEILING).longValueExact()
              : Math.incrementExact(threshold.setScale(0, RoundingMode.FLOOR).longValueExact());
    }
    return new ScoreBounds(bounds, reversed);
  }

  int score(long value) {
    int score = ScoreRange.LOWEST;
    for (long bound : bounds) {
      score += value >= bound ? 1 : 0;
    }
    return reversed ? ScoreRange.LOWEST + ScoreRange.HIGHEST - score : score;
  }
}
