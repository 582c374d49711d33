package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;

import java.util.Arrays;
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
  private static final int MAX_STEPS = 200;

  /** Where the searches begin: a slow and a quick level, since both may be local optima. */
  private static final double[] FIRST_ALPHAS = {.1, .6};

  /** Where beta/alpha and gamma/(1 − alpha) begin. */
  private static final double FIRST_SHARE = .1;

  private static final double FIRST_PHI = .95;

  private final EtsModel model;
  private final double[] y;
  private final EtsLayout layout;
  private final double unit;
  private final double[] scaled;
  private final EtsRecursion recursion;

  private EtsFit(EtsModel model, double[] y, int seasonLength) {
    this.model = model;
    this.y = y;
    this.layout = new EtsLayout(model, model.isSeasonal() ? seasonLength : 1);
    this.unit = Scale.of(y);
    this.scaled = Scale.divided(y, unit);
    this.recursion = new EtsRecursion(model, scaled, layout.seasonLength());
  }

  /**
   * Searches the parameters of greatest likelihood.
   *
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
    EtsStart start = EtsStart.of(model, scaled, layout.seasonLength());
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

  /**
   * A point is a row of the layout with the smoothing parameters taken from their interval to the
   * whole line, so that the search has no bounds.
   */
  private double[] first(EtsStart start, double alpha) {
    double[] point =
        layout.rowOf(
            new EtsParameters(
                alpha,
                0,
                0,
                1,
                start.level,
                start.slope,
                Arrays.stream(start.seasons).boxed().toList()));
    int smoothing = model.smoothingParameters();
    Arrays.fill(point, 1, smoothing, toLine(FIRST_SHARE, LEAST_SHARE, LARGEST_SHARE));
    point[0] = toLine(alpha, LEAST_SHARE, LARGEST_SHARE);
    if (model.damped()) {
      point[smoothing - 1] = toLine(FIRST_PHI, EtsLayout.LEAST_PHI, EtsLayout.LARGEST_PHI);
    }
    return point;
  }

  private boolean residuals(double[] point, double[] into) {
    int next = 0;
    double alpha = share(point[next++]);
    double beta = model.hasTrend() ? alpha * share(point[next++]) : 0;
    double gamma = model.isSeasonal() ? (1 - alpha) * share(point[next++]) : 0;
    double phi = model.damped() ? phi(point[next]) : 1;
    if (!setStates(point) || !recursion.run(alpha, beta, gamma, phi)) {
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
    double rest = layout.sumOfSeasons();
    boolean defined = true;
    for (int s = 0; s < recursion.seasons.length; s++) {
      double state = next < point.length ? point[next++] : rest;
      recursion.seasons[s] = state;
      rest -= state;
      defined &= model.season() == ADDITIVE || state > 0;
    }
    return defined;
  }

  private EtsParameters parametersAt(double[] point) {
    double[] row = point.clone();
    int next = 0;
    row[next] = share(point[next]);
    next++;
    if (model.hasTrend()) {
      row[next] = row[0] * share(point[next]);
      next++;
    }
    if (model.isSeasonal()) {
      row[next] = (1 - row[0]) * share(point[next]);
      next++;
    }
    if (model.damped()) {
      row[next] = phi(point[next]);
    }
    EtsParameters found = layout.at(row);
    boolean factors = model.season() != ADDITIVE;
    return new EtsParameters(
        found.alpha(),
        found.beta(),
        found.gamma(),
        found.phi(),
        found.level() * unit,
        model.trend() == ADDITIVE ? found.slope() * unit : found.slope(),
        found.seasons().stream().map(state -> factors ? state : state * unit).toList());
  }

  private static double share(double x) {
    return fromLine(x, LEAST_SHARE, LARGEST_SHARE);
  }

  private static double phi(double x) {
    return fromLine(x, EtsLayout.LEAST_PHI, EtsLayout.LARGEST_PHI);
  }

  private static double toLine(double value, double low, double high) {
    return Math.log((value - low) / (high - value));
  }

  private static double fromLine(double x, double low, double high) {
    return low + (high - low) / (1 + Math.exp(-x));
  }
}
