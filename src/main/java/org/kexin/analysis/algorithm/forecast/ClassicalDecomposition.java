package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

/**
 * Classical decomposition by moving averages, as {@code decompose} of R: the trend is a centred
 * moving average over one season (with half weights at both ends when the season is even), the
 * seasonal figure the mean of what is left per season, scaled to mean 0 or 1.
 */
final class ClassicalDecomposition {

  private ClassicalDecomposition() {}

  /**
   * The moving average of each period; NaN within half a season of both ends, where there is none.
   */
  static double[] trend(double[] y, int seasonLength) {
    int half = seasonLength / 2;
    boolean even = seasonLength % 2 == 0;
    double[] trend = new double[y.length];
    for (int t = 0; t < y.length; t++) {
      if (t < half || t + half >= y.length) {
        trend[t] = Double.NaN;
        continue;
      }
      double sum = 0;
      for (int k = t - half; k <= t + half; k++) {
        boolean end = k == t - half || k == t + half;
        sum += even && end ? y[k] / 2 : y[k];
      }
      trend[t] = sum / seasonLength;
    }
    return trend;
  }

  /**
   * The seasonal figure, that of the first value first. Its mean is 0, or 1 when multiplicative.
   *
   * @param y two whole seasons at least; above zero when multiplicative
   * @param seasonLength at least 2
   */
  static double[] figure(double[] y, int seasonLength, Component season) {
    boolean factor = season == MULTIPLICATIVE;
    double[] trend = trend(y, seasonLength);
    double[] figure = new double[seasonLength];
    int[] counts = new int[seasonLength];
    for (int t = 0; t < y.length; t++) {
      if (!Double.isNaN(trend[t])) {
        figure[t % seasonLength] += factor ? y[t] / trend[t] : y[t] - trend[t];
        counts[t % seasonLength]++;
      }
    }
    double sum = 0;
    for (int s = 0; s < seasonLength; s++) {
      figure[s] /= counts[s];
      sum += figure[s];
    }
    double mean = sum / seasonLength;
    for (int s = 0; s < seasonLength; s++) {
      figure[s] = factor ? figure[s] / mean : figure[s] - mean;
    }
    return figure;
  }
}
