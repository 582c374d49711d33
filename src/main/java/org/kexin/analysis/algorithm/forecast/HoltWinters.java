package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Seasonal smoothing of Holt (1957) and Winters (1960) as {@code HoltWinters} of R does it: start
 * values from the first two seasons, first forecast at the second season, and the three smoothing
 * parameters where the sum of squared errors is least.
 *
 * <p>Differs from the ETS family in that the initial states are not estimated and the season is
 * updated with the new level.
 */
final class HoltWinters {

  /** Where R begins. */
  private static final double[] START = {.3, .1, .1};

  private static final double RADIUS = .09;
  private static final double STOP_RADIUS = 1e-8;
  private static final int MAX_EVALUATIONS = 2_000;

  final double alpha;

  /** As Holt writes it: the share of the new slope in the slope. */
  final double beta;

  final double gamma;
  final double level;
  final double slope;
  final double sumOfSquares;

  private final double[] y;
  private final boolean factor;

  /** After the last value; the state of period t stands at t modulo the length. */
  private final double[] seasons;

  /** One-step forecasts; NaN in the first season. */
  final double[] fitted;

  private HoltWinters(
      double[] y, int seasonLength, Component season, Start start, double[] smoothing) {
    this.y = y;
    this.factor = season == MULTIPLICATIVE;
    this.alpha = smoothing[0];
    this.beta = smoothing[1];
    this.gamma = smoothing[2];
    this.seasons = start.figure.clone();
    this.fitted = new double[y.length];
    Arrays.fill(fitted, 0, seasonLength, Double.NaN);
    double currentLevel = start.line.intercept();
    double currentSlope = start.line.slope();
    double squares = 0;
    for (int t = seasonLength; t < y.length; t++) {
      int s = t % seasonLength;
      double base = currentLevel + currentSlope;
      double state = seasons[s];
      double forecast = factor ? base * state : base + state;
      double error = y[t] - forecast;
      fitted[t] = forecast;
      squares += error * error;
      double before = currentLevel;
      currentLevel = alpha * (factor ? y[t] / state : y[t] - state) + (1 - alpha) * base;
      currentSlope = beta * (currentLevel - before) + (1 - beta) * currentSlope;
      double seen = factor ? y[t] / currentLevel : y[t] - currentLevel;
      seasons[s] = gamma * seen + (1 - gamma) * state;
    }
    this.level = currentLevel;
    this.slope = currentSlope;
    this.sumOfSquares = squares;
  }

  private static final class Start {
    private final Line line;
    private final double[] figure;

    Start(double[] y, int seasonLength, Component season) {
      double[] firstTwo = Arrays.copyOf(y, 2 * seasonLength);
      double[] trend = ClassicalDecomposition.trend(firstTwo, seasonLength);
      double[] known = Arrays.stream(trend).filter(value -> !Double.isNaN(value)).toArray();
      this.line = Line.through(known);
      this.figure = ClassicalDecomposition.figure(firstTwo, seasonLength, season);
    }
  }

  /**
   * @param y two seasons at least; above zero when the season is a factor
   * @param seasonLength at least 2
   */
  static HoltWinters of(double[] y, int seasonLength, Component season) {
    double unit = Scale.of(y);
    double[] scaled = Scale.divided(y, unit);
    Start start = new Start(scaled, seasonLength, season);
    double[] best = {START[0], START[1], START[2]};
    double[] least = {Double.POSITIVE_INFINITY};
    ObjectiveFunction objective =
        new ObjectiveFunction(
            point -> {
              Stopping.ifInterrupted();
              double squares =
                  new HoltWinters(scaled, seasonLength, season, start, point).sumOfSquares;
              if (squares < least[0]) {
                least[0] = squares;
                System.arraycopy(point, 0, best, 0, best.length);
              }
              return Double.isFinite(squares) ? squares : Double.MAX_VALUE;
            });
    try {
      new BOBYQAOptimizer(2 * START.length + 1, RADIUS, STOP_RADIUS)
          .optimize(
              new MaxEval(MAX_EVALUATIONS),
              objective,
              GoalType.MINIMIZE,
              new InitialGuess(START),
              new SimpleBounds(new double[START.length], new double[] {1, 1, 1}));
    } catch (MathIllegalStateException e) {
      // Out of evaluations or of digits: the best point seen is the answer.
    }
    return new HoltWinters(y, seasonLength, season, new Start(y, seasonLength, season), best);
  }

  /** The seasonal state of a period ahead, 0 for the first. */
  double seasonAhead(int h) {
    return seasons[(y.length + h) % seasons.length];
  }

  /**
   * Forecasts with intervals var(e)·Σ_{j&lt;h} (psi_j · s_h / s_{h−j})², psi_0 = 1, psi_j = alpha(1
   * + j·beta) + [j mod m = 0]·gamma(1 − alpha), the quotient of seasons only where they are factors
   * (Chatfield and Yar 1991, Prediction intervals for multiplicative Holt-Winters; Yar and
   * Chatfield 1990 for the additive). R has psi_0 = alpha + gamma(1 − alpha) for the multiplicative
   * one and takes a wrong seasonal state at the end of a season; not followed here.
   */
  Bands ahead(int horizon) {
    int m = seasons.length;
    double[] mean = new double[horizon];
    double[] size = Bands.filled(horizon, 1);
    for (int h = 0; h < horizon; h++) {
      double base = level + (h + 1) * slope;
      mean[h] = factor ? base * seasonAhead(h) : base + seasonAhead(h);
      size[h] = factor ? seasonAhead(h) : 1;
    }
    if (Arrays.stream(size).anyMatch(s -> !(s > 0))) {
      size = Bands.filled(horizon, 1);
    }
    double variance = varianceOfErrors();
    double[] deviation = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      double sum = 0;
      for (int j = 0; j <= h; j++) {
        double psi = j == 0 ? 1 : alpha * (1 + j * beta) + (j % m == 0 ? gamma * (1 - alpha) : 0);
        double weight = psi * size[h] / size[h - j];
        sum += weight * weight;
      }
      deviation[h] = Math.sqrt(variance * sum);
    }
    return Bands.normal(mean, deviation).neverNarrowing(factor ? m : 1);
  }

  /** About their mean, as R has it. */
  private double varianceOfErrors() {
    int m = seasons.length;
    int n = y.length - m;
    double mean = 0;
    for (int t = m; t < y.length; t++) {
      mean += (y[t] - fitted[t]) / n;
    }
    double squares = 0;
    for (int t = m; t < y.length; t++) {
      double distance = y[t] - fitted[t] - mean;
      squares += distance * distance;
    }
    return squares / Math.max(1, n - 1);
  }
}
