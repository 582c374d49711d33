package org.kexin.analysis.algorithm.forecast;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The benchmarks of Hyndman and Athanasopoulos, Forecasting: principles and practice, 2nd edition,
 * sections 3.1 and 3.5.
 */
final class SimpleMethods {

  private static final double UPPER_80 = .9;
  private static final double UPPER_95 = .975;

  private SimpleMethods() {}

  /** Half widths t(n−1)·s·√(1 + 1/n). */
  static FittedModel mean(double[] y) {
    int n = y.length;
    double mean = Arrays.stream(y).average().orElse(0);
    double squares = Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
    double sigma = Math.sqrt(squares / (n - 1));
    TDistribution t = new TDistribution(n - 1);
    double t80 = t.inverseCumulativeProbability(UPPER_80);
    double t95 = t.inverseCumulativeProbability(UPPER_95);
    return new FittedModel(
        ForecastMethod.MEAN.label(),
        List.of(new ModelParameter("mean", mean), new ModelParameter("sigma", sigma)),
        Bands.filled(n, mean),
        null,
        horizon ->
            Bands.symmetric(
                Bands.filled(horizon, mean),
                Bands.filled(horizon, sigma * Math.sqrt(1 + 1.0 / n)),
                t80,
                t95));
  }

  /** Half widths z·σ·√h, σ² the mean squared change. */
  static FittedModel naive(double[] y) {
    return lagged(ForecastMethod.NAIVE, y, 1);
  }

  /** Half widths z·σ·√(⌊(h − 1)/m⌋ + 1), σ² the mean squared change from season to season. */
  static FittedModel seasonalNaive(double[] y, int seasonLength) {
    return lagged(ForecastMethod.SEASONAL_NAIVE, y, seasonLength);
  }

  private static FittedModel lagged(ForecastMethod method, double[] y, int lag) {
    int n = y.length;
    double[] fitted = new double[n];
    Arrays.fill(fitted, 0, lag, Double.NaN);
    double squares = 0;
    for (int t = lag; t < n; t++) {
      fitted[t] = y[t - lag];
      squares += (y[t] - y[t - lag]) * (y[t] - y[t - lag]);
    }
    double sigma = Math.sqrt(squares / (n - lag));
    return new FittedModel(
        method.label(),
        List.of(new ModelParameter("sigma", sigma)),
        fitted,
        null,
        horizon ->
            Bands.normal(
                Bands.each(horizon, h -> y[n - lag + ((int) h - 1) % lag]),
                Bands.each(horizon, h -> sigma * Math.sqrt(Math.floor((h - 1) / lag) + 1))));
  }

  /** Half widths z·s·√(h(1 + h/(n − 1))), s the standard deviation of the changes. */
  static FittedModel drift(double[] y) {
    int n = y.length;
    double drift = (y[n - 1] - y[0]) / (n - 1);
    double[] fitted = new double[n];
    fitted[0] = Double.NaN;
    double squares = 0;
    for (int t = 1; t < n; t++) {
      fitted[t] = y[t - 1] + drift;
      squares += (y[t] - fitted[t]) * (y[t] - fitted[t]);
    }
    double sigma = Math.sqrt(squares / (n - 2));
    return new FittedModel(
        ForecastMethod.DRIFT.label(),
        List.of(new ModelParameter("drift", drift), new ModelParameter("sigma", sigma)),
        fitted,
        null,
        horizon ->
            Bands.normal(
                Bands.each(horizon, h -> y[n - 1] + h * drift),
                Bands.each(horizon, h -> sigma * Math.sqrt(h * (1 + h / (n - 1))))));
  }
}
