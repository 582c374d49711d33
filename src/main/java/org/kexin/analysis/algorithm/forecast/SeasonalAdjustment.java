package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.OneWayAnova;

/**
 * Takes the season out of a series before a method that knows none, and puts it back after. The
 * season is the figure of a classical decomposition: a factor where every value is above zero, else
 * added. Taken out only where it is significant at 5 % by an analysis of variance of the series
 * less its moving average, which needs three seasons. (The package forecast of R tests the
 * autocorrelation at one season, which overlooks long seasons.)
 */
final class SeasonalAdjustment {

  private static final double SIGNIFICANT = .05;
  private static final int SEASONS_NEEDED = 3;

  /** Leaves a series as it is. */
  static final SeasonalAdjustment NOTHING = new SeasonalAdjustment(0, NONE, new double[0]);

  private final int n;
  private final Component season;
  private final double[] figure;

  private SeasonalAdjustment(int n, Component season, double[] figure) {
    this.n = n;
    this.season = season;
    this.figure = figure;
  }

  static SeasonalAdjustment of(double[] y, int seasonLength) {
    if (seasonLength < 2
        || y.length < SEASONS_NEEDED * seasonLength
        || !isSeasonal(y, seasonLength)) {
      return NOTHING;
    }
    Component season = EtsSelection.allPositive(y) ? MULTIPLICATIVE : ADDITIVE;
    return new SeasonalAdjustment(
        y.length, season, ClassicalDecomposition.figure(y, seasonLength, season));
  }

  /** Whether the parts of the season differ more than by chance once the trend is taken off. */
  private static boolean isSeasonal(double[] y, int seasonLength) {
    double[] trend = ClassicalDecomposition.trend(y, seasonLength);
    List<double[]> parts = new ArrayList<>();
    for (int part = 0; part < seasonLength; part++) {
      int first = part;
      parts.add(
          IntStream.range(0, y.length)
              .filter(t -> t % seasonLength == first && !Double.isNaN(trend[t]))
              .mapToDouble(t -> y[t] - trend[t])
              .toArray());
    }
    double p = new OneWayAnova().anovaPValue(parts);
    // Not a number when the parts do not vary at all within themselves: an exact season.
    return Double.isNaN(p) || p < SIGNIFICANT;
  }

  Component season() {
    return season;
  }

  double[] adjusted(double[] y) {
    double[] adjusted = new double[y.length];
    for (int t = 0; t < y.length; t++) {
      adjusted[t] = (y[t] - shift(t)) / size(t);
    }
    return adjusted;
  }

  /** Puts the season into one-step forecasts of the past. */
  double[] restored(double[] fitted) {
    double[] restored = new double[fitted.length];
    for (int t = 0; t < fitted.length; t++) {
      restored[t] = fitted[t] * size(t) + shift(t);
    }
    return restored;
  }

  /** Puts the season into forecasts. */
  Bands restored(Bands ahead) {
    int horizon = ahead.horizon();
    return ahead.mapped(
        Bands.each(horizon, h -> shift(n + (int) h - 1)),
        Bands.each(horizon, h -> size(n + (int) h - 1)));
  }

  private double size(int t) {
    return season == MULTIPLICATIVE ? figure[t % figure.length] : 1;
  }

  private double shift(int t) {
    return season == ADDITIVE ? figure[t % figure.length] : 0;
  }
}
