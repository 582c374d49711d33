package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ETS model with given parameters, run through a series: what it would have forecast one period
 * ahead, its states, and what it forecasts now. No search takes place here.
 */
public final class EtsSmoothing {

  /** Relative to Σy²: below this a fit is exact, and its logarithm would be rounding noise. */
  private static final double EXACT = 1e-24;

  private final EtsModel model;
  private final EtsParameters parameters;
  private final EtsRecursion recursion;
  private final int seasonLength;
  private final double logLikelihood;

  private EtsSmoothing(
      EtsModel model,
      EtsParameters parameters,
      EtsRecursion recursion,
      int seasonLength,
      double logLikelihood) {
    this.model = model;
    this.parameters = parameters;
    this.recursion = recursion;
    this.seasonLength = seasonLength;
    this.logLikelihood = logLikelihood;
  }

  /**
   * Runs the model.
   *
   * @param y finite values in the order of time
   * @return null if the run leaves what the model is defined for, such as a forecast of zero when
   *     the error is relative
   * @throws IllegalArgumentException if the number of seasonal states does not fit the model
   */
  public static @Nullable EtsSmoothing of(EtsModel model, EtsParameters parameters, double[] y) {
    if (model.isSeasonal() == parameters.seasons().isEmpty()) {
      throw new IllegalArgumentException("a season needs states, and only a season has them");
    }
    int seasonLength = Math.max(1, parameters.seasons().size());
    EtsRecursion recursion = new EtsRecursion(model, y.clone(), seasonLength);
    recursion.level = parameters.level();
    recursion.slope = parameters.slope();
    for (int s = 0; s < recursion.seasons.length; s++) {
      recursion.seasons[s] = parameters.seasons().get(s);
    }
    if (!recursion.run(
        parameters.alpha(), parameters.beta(), parameters.gamma(), parameters.phi())) {
      return null;
    }
    double squares =
        Math.max(recursion.sumOfSquares(), leastSumOfSquares(y, model.error() == MULTIPLICATIVE));
    double logLikelihood = -y.length / 2.0 * Math.log(squares) - recursion.sumOfLogs();
    return new EtsSmoothing(model, parameters, recursion, seasonLength, logLikelihood);
  }

  private static double leastSumOfSquares(double[] y, boolean relative) {
    double squares = relative ? y.length : Arrays.stream(y).map(value -> value * value).sum();
    return Math.max(squares * EXACT, Double.MIN_NORMAL);
  }

  public EtsModel model() {
    return model;
  }

  public EtsParameters parameters() {
    return parameters;
  }

  /** One-step forecasts, the first for the first value. */
  public List<Double> fitted() {
    return Arrays.stream(recursion.fitted).boxed().toList();
  }

  /** The level after each value. */
  public List<Double> levels() {
    return Arrays.stream(recursion.levels).boxed().toList();
  }

  /** The slope per period, or growth factor, after each value; zeros without a trend. */
  public List<Double> slopes() {
    return Arrays.stream(recursion.slopes).boxed().toList();
  }

  /**
   * Point forecasts.
   *
   * @param horizon periods ahead, 0 or more
   */
  public List<Double> ahead(int horizon) {
    return Arrays.stream(means(horizon)).boxed().toList();
  }

  /** As {@link Likelihood#logLikelihood}. */
  public double logLikelihood() {
    return logLikelihood;
  }

  EtsLayout layout() {
    return new EtsLayout(model, seasonLength);
  }

  /** Information criteria, as if all parameters had been estimated. */
  Likelihood likelihood() {
    return Likelihood.of(
        logLikelihood, model.freeParameters(seasonLength) + 1, recursion.fitted.length);
  }

  /** Of the errors, relative ones if the model has them; free parameters are subtracted from n. */
  double variance() {
    int freedom = recursion.fitted.length - model.freeParameters(seasonLength);
    return recursion.sumOfSquares() / Math.max(1, freedom);
  }

  /** The errors that least squares is about: relative ones in the unit of the series. */
  double[] residuals() {
    double mean = Math.exp(recursion.sumOfLogs() / recursion.fitted.length);
    return Arrays.stream(recursion.errors).map(error -> error * mean).toArray();
  }

  /** Of {@link #residuals()}. */
  double deviationOfResiduals() {
    return Math.sqrt(variance()) * Math.exp(recursion.sumOfLogs() / recursion.fitted.length);
  }

  double[] fittedValues() {
    return recursion.fitted.clone();
  }

  double[] means(int horizon) {
    double[] means = new double[horizon];
    recursion.ahead(parameters.phi(), means);
    return means;
  }

  /** The seasonal state of each period ahead; ones without a season. */
  double[] seasonsAhead(int horizon) {
    return Bands.each(
        horizon, h -> model.season() == NONE ? 1 : recursion.seasonAhead((int) h - 1));
  }

  /** Begins a simulation where the series ends. */
  void continueIn(EtsRecursion simulation) {
    simulation.level = recursion.level;
    simulation.slope = recursion.slope;
    for (int s = 0; s < simulation.seasons.length; s++) {
      simulation.seasons[s] = recursion.seasonAhead(s);
    }
  }
}
