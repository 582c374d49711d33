package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits one ETS model by maximum likelihood, initial states included.
 *
 * <p>For an additive error the likelihood is greatest where the sum of squared errors is least. For
 * a multiplicative error it is greatest where n·log Σe² + 2·Σlog f is least, which is n·log Σ(e·G)²
 * with G the geometric mean of the forecasts f. So both are least squares problems and are solved
 * as such.
 */
final class EtsFit {

  private static final double LEAST_SHARE = 1e-4;
  private static final double LARGEST_SHARE = 1 - 1e-4;
  private static final double LEAST_PHI = .8;
  private static final double LARGEST_PHI = .98;
  private static final int MAX_STEPS = 200;

  /** Where the searches begin: a slow and a quick level, since both may be local optima. */
  private static final double[] FIRST_ALPHAS = {.1, .6};

  private static final double FIRST_BETA_STAR = .1;
  private static final double FIRST_GAMMA_STAR = .1;
  private static final double FIRST_PHI = .95;

  /** Relative to Σy²: below this the fit is exact, and its logarithm would be rounding noise. */
  static final double EXACT = 1e-24;

  private final EtsModel model;
  private final double[] y;
  private final int seasonLength;
  private final double[] scaled;
  private final double unit;
  private final EtsRecursion recursion;
  private final int dimension;

  private EtsFit(EtsModel model, double[] y, int seasonLength) {
    this.model = model;
    this.y = y;
    this.seasonLength = model.isSeasonal() ? seasonLength : 1;
    this.unit = Scale.of(y);
    this.scaled = Scale.divided(y, unit);
    this.recursion = new EtsRecursion(model, scaled, this.seasonLength);
    this.dimension = model.freeParameters(this.seasonLength);
  }

  /**
   * @param y not all equal; above zero where the model needs it; two seasons for a seasonal model
   * @return null if the model is not defined for the series, or has too many parameters for it
   */
  static @Nullable EtsSmoothing of(EtsModel model, double[] y, int seasonLength) {
    int parameters = model.freeParameters(seasonLength) + 1;
    if (y.length <= parameters + 1) {
      return null;
    }
    return new EtsFit(model, y, seasonLength).best();
  }

  private @Nullable EtsSmoothing best() {
    EtsStart start = EtsStart.of(model, scaled, seasonLength);
    EtsSmoothing best = null;
    for (double alpha : FIRST_ALPHAS) {
      double[] point =
          LeastSquares.minimise(this::residuals, first(start, alpha), y.length, MAX_STEPS);
      EtsSmoothing found = point == null ? null : EtsSmoothing.of(model, parametersAt(point), y);
      if (found != null && (best == null || found.logLikelihood() > best.logLikelihood())) {
        best = found;
      }
    }
    return best;
  }

  private double[] first(EtsStart start, double alpha) {
    double[] point = new double[dimension];
    int next = 0;
    point[next++] = toLine(alpha, LEAST_SHARE, LARGEST_SHARE);
    if (model.hasTrend()) {
      point[next++] = toLine(FIRST_BETA_STAR, LEAST_SHARE, LARGEST_SHARE);
    }
    if (model.isSeasonal()) {
      point[next++] = toLine(FIRST_GAMMA_STAR, LEAST_SHARE, LARGEST_SHARE);
    }
    if (model.damped()) {
      point[next++] = toLine(FIRST_PHI, LEAST_PHI, LARGEST_PHI);
    }
    point[next++] = start.level;
    if (model.hasTrend()) {
      point[next++] = start.slope;
    }
    System.arraycopy(start.seasons, 0, point, next, dimension - next);
    return point;
  }

  /** The smoothing parameters at a point; what the model lacks is neutral. */
  private double[] smoothingAt(double[] point) {
    int next = 0;
    double alpha = fromLine(point[next++], LEAST_SHARE, LARGEST_SHARE);
    double beta =
        model.hasTrend() ? alpha * fromLine(point[next++], LEAST_SHARE, LARGEST_SHARE) : 0;
    double gamma =
        model.isSeasonal() ? (1 - alpha) * fromLine(point[next++], LEAST_SHARE, LARGEST_SHARE) : 0;
    double phi = model.damped() ? fromLine(point[next], LEAST_PHI, LARGEST_PHI) : 1;
    return new double[] {alpha, beta, gamma, phi};
  }

  private boolean residuals(double[] point, double[] into) {
    double[] smoothing = smoothingAt(point);
    if (!setStates(point)
        || !recursion.run(smoothing[0], smoothing[1], smoothing[2], smoothing[3])) {
      return false;
    }
    double mean = Math.exp(recursion.sumOfLogs() / into.length);
    for (int t = 0; t < into.length; t++) {
      into[t] = recursion.errors[t] * mean;
    }
    return true;
  }

  private boolean setStates(double[] point) {
    int next = model.smoothingParameters();
    recursion.level = point[next++];
    recursion.slope = model.hasTrend() ? point[next++] : 0;
    if (!model.isSeasonal()) {
      return true;
    }
    double rest = model.season() == MULTIPLICATIVE ? seasonLength : 0;
    boolean defined = true;
    for (int s = 0; s < seasonLength; s++) {
      double state = s + 1 == seasonLength ? rest : point[next + s];
      recursion.seasons[s] = state;
      rest -= state;
      defined &= model.season() == ADDITIVE || state > 0;
    }
    return defined;
  }

  private EtsParameters parametersAt(double[] point) {
    double[] smoothing = smoothingAt(point);
    setStates(point);
    boolean additiveSeason = model.season() == ADDITIVE;
    List<Double> seasons = new ArrayList<>();
    for (double state : recursion.seasons) {
      seasons.add(additiveSeason ? state * unit : state);
    }
    return new EtsParameters(
        smoothing[0],
        smoothing[1],
        smoothing[2],
        smoothing[3],
        recursion.level * unit,
        model.trend() == ADDITIVE ? recursion.slope * unit : recursion.slope,
        seasons);
  }

  /** From an open interval to the whole line, so that the search has no bounds. */
  private static double toLine(double value, double low, double high) {
    return Math.log((value - low) / (high - value));
  }

  private static double fromLine(double x, double low, double high) {
    return low + (high - low) / (1 + Math.exp(-x));
  }

  /** The least sum of squares told apart from an exact fit. */
  static double leastSumOfSquares(double[] y) {
    double squares = 0;
    for (double value : y) {
      squares += value * value;
    }
    return Math.max(squares * EXACT, Double.MIN_NORMAL);
  }
}
