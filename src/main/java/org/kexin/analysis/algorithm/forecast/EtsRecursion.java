package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

/**
 * Runs an ETS model through a series: one-step forecasts, errors and the last states, by the update
 * equations of Hyndman et al. (2008), tables 2.2 and 2.3. Both kinds of error lead to the same
 * update, since a relative error times the forecast is the absolute one. Arrays are made once and
 * used again by every run; not thread-safe.
 */
final class EtsRecursion {

  /** A factor this near to zero can no longer be divided by. */
  private static final double TINY = 1e-10;

  final double[] fitted;

  /** Absolute for an additive error, relative to the forecast for a multiplicative one. */
  final double[] errors;

  /** The level after each value. */
  final double[] levels;

  /** The slope, or growth factor, after each value. */
  final double[] slopes;

  /** The states after the last value; the season of period t stands at t modulo the length. */
  double level;

  double slope;
  final double[] seasons;

  private final double[] y;
  private final boolean simulating;
  private final boolean relativeError;
  private final Component trend;
  private final Component season;
  private double sumOfSquares;
  private double sumOfLogs;

  /**
   * @param seasonLength at least 1; not used without a season
   */
  EtsRecursion(EtsModel model, double[] y, int seasonLength) {
    this(model, y, seasonLength, false);
  }

  private EtsRecursion(EtsModel model, double[] y, int seasonLength, boolean simulating) {
    this.y = y;
    this.simulating = simulating;
    this.relativeError = model.error() == MULTIPLICATIVE;
    this.trend = model.trend();
    this.season = model.season();
    this.fitted = new double[y.length];
    this.errors = new double[y.length];
    this.levels = new double[y.length];
    this.slopes = new double[y.length];
    this.seasons = new double[season == NONE ? 0 : seasonLength];
  }

  /**
   * A model driven by errors instead of values; the values it makes are {@link #fitted} plus error.
   *
   * @param errors absolute or relative as the model has them; read anew by every run
   */
  static EtsRecursion simulating(EtsModel model, double[] errors, int seasonLength) {
    return new EtsRecursion(model, errors, seasonLength, true);
  }

  /**
   * Runs from the initial states, which the caller has put into {@link #level}, {@link #slope} and
   * {@link #seasons}.
   *
   * @return whether the run stayed where the model is defined: finite, and above zero where the
   *     error is a factor. After false no result may be used
   */
  boolean run(double alpha, double beta, double gamma, double phi) {
    double squares = 0;
    double logs = 0;
    int position = 0;
    for (int t = 0; t < y.length; t++) {
      double growth = growth(slope, phi);
      double base = base(level, growth);
      double factor = season == NONE ? 0 : seasons[position];
      double forecast = forecast(base, factor);
      if (relativeError && (!(forecast > TINY) || !(base > TINY))) {
        return false;
      }
      double error = simulating ? y[t] : relativeError ? y[t] / forecast - 1 : y[t] - forecast;
      double difference = relativeError ? error * forecast : error;
      logs += relativeError ? Math.log(forecast) : 0;
      fitted[t] = forecast;
      errors[t] = error;
      squares += error * error;
      // The change of level that the value asks for, without its season.
      double surprise = season == NONE || season == ADDITIVE ? difference : difference / factor;
      double before = level;
      level = base + alpha * surprise;
      if (trend == ADDITIVE) {
        slope = growth + beta * surprise;
      } else if (trend == MULTIPLICATIVE) {
        slope = growth + beta * surprise / before;
      }
      if (season != NONE) {
        seasons[position] = factor + gamma * (season == ADDITIVE ? difference : difference / base);
        position = position + 1 == seasons.length ? 0 : position + 1;
      }
      levels[t] = level;
      slopes[t] = slope;
    }
    sumOfSquares = squares;
    sumOfLogs = logs;
    return Double.isFinite(squares) && Double.isFinite(level) && Double.isFinite(slope);
  }

  /** The damped slope, or growth factor. */
  private double growth(double current, double phi) {
    return trend == NONE || phi == 1
        ? current
        : trend == ADDITIVE ? phi * current : Math.pow(current, phi);
  }

  private double base(double current, double growth) {
    return trend == NONE ? current : trend == ADDITIVE ? current + growth : current * growth;
  }

  private double forecast(double base, double factor) {
    return season == NONE ? base : season == ADDITIVE ? base + factor : base * factor;
  }

  /** Sum of squared errors, absolute or relative as the model has them. */
  double sumOfSquares() {
    return sumOfSquares;
  }

  /** Sum of the logarithms of the forecasts; 0 for an additive error. */
  double sumOfLogs() {
    return sumOfLogs;
  }

  /**
   * Continues from the states after the last value, with the given errors.
   *
   * @param phi damping, 1 without
   * @param into as many values as wanted ahead
   */
  void ahead(double phi, double[] into) {
    double currentLevel = level;
    double currentSlope = slope;
    for (int h = 0; h < into.length; h++) {
      double growth = growth(currentSlope, phi);
      double base = base(currentLevel, growth);
      into[h] = forecast(base, season == NONE ? 0 : seasonAhead(h));
      currentLevel = base;
      currentSlope = growth;
    }
  }

  /**
   * The seasonal state of a period ahead.
   *
   * @param h 0 for the first period after the series
   */
  double seasonAhead(int h) {
    return seasons[(y.length + h) % seasons.length];
  }
}
