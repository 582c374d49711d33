package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.Arrays;

/**
 * Takes the season out of a series before a method that knows none, and puts it back after. The
 * season is the figure of a classical decomposition: a factor where every value is above zero, else
 * added. Taken out only where the autocorrelation at one season is significant, at 10 % in two
 * sides, as {@code thetaf} of the package forecast of R does.
 */
final class SeasonalAdjustment {

  private static final double QUANTILE = 1.6448536269514722;

  private final double[] y;
  private final Component season;
  private final double[] figure;

  private SeasonalAdjustment(double[] y, Component season, double[] figure) {
    this.y = y;
    this.season = season;
    this.figure = figure;
  }

  static SeasonalAdjustment of(double[] y, int seasonLength) {
    if (seasonLength < 2 || y.length < 2 * seasonLength || !isSeasonal(y, seasonLength)) {
      return new SeasonalAdjustment(y, NONE, new double[0]);
    }
    Component season = EtsSelection.allPositive(y) ? MULTIPLICATIVE : ADDITIVE;
    return new SeasonalAdjustment(
        y, season, ClassicalDecomposition.figure(y, seasonLength, season));
  }

  /** Bartlett's test of the autocorrelation at the season, given those before it. */
  private static boolean isSeasonal(double[] y, int seasonLength) {
    double mean = Arrays.stream(y).average().orElse(0);
    double variance = Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
    double before = 0;
    double at = 0;
    for (int lag = 1; lag <= seasonLength && variance > 0; lag++) {
      double sum = 0;
      for (int t = lag; t < y.length; t++) {
        sum += (y[t] - mean) * (y[t - lag] - mean);
      }
      at = sum / variance;
      before += lag < seasonLength ? at * at : 0;
    }
    return Math.abs(at) > QUANTILE * Math.sqrt((1 + 2 * before) / y.length);
  }

  Component season() {
    return season;
  }

  double[] adjusted() {
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
        Bands.each(horizon, h -> shift(y.length + (int) h - 1)),
        Bands.each(horizon, h -> size(y.length + (int) h - 1)));
  }

  private double size(int t) {
    return season == MULTIPLICATIVE ? figure[t % figure.length] : 1;
  }

  private double shift(int t) {
    return season == ADDITIVE ? figure[t % figure.length] : 0;
  }
}
