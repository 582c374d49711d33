package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.Arrays;

/**
 * Heuristic initial states to begin the search from: the seasonal figure of a classical
 * decomposition, then a line through the first periods without their season (Hyndman et al. 2008,
 * section 2.6.1).
 */
final class EtsStart {

  private static final int LEAST_PERIODS = 10;
  private static final double LEAST_FACTOR = .01;

  final double level;
  final double slope;
  final double[] seasons;

  private EtsStart(double level, double slope, double[] seasons) {
    this.level = level;
    this.slope = slope;
    this.seasons = seasons;
  }

  /**
   * @param y scaled so that its mean magnitude is about 1; two seasons at least for a seasonal
   *     model
   */
  static EtsStart of(EtsModel model, double[] y, int seasonLength) {
    double[] figure =
        model.isSeasonal()
            ? ClassicalDecomposition.figure(y, seasonLength, model.season())
            : new double[0];
    int first = Math.min(Math.max(LEAST_PERIODS, 2 * seasonLength), y.length);
    double[] adjusted = Arrays.copyOf(y, first);
    for (int t = 0; t < first && figure.length > 0; t++) {
      double state = figure[t % figure.length];
      adjusted[t] =
          model.season() == ADDITIVE ? y[t] - state : y[t] / Math.max(state, LEAST_FACTOR);
    }
    if (!model.hasTrend()) {
      return new EtsStart(Arrays.stream(adjusted).average().orElse(0), 0, figure);
    }
    Line line = Line.through(adjusted);
    if (model.trend() == MULTIPLICATIVE) {
      double level = Math.max(line.at(0), LEAST_FACTOR);
      double growth = Math.clamp(line.at(1) / level, .5, 2);
      return new EtsStart(level, growth, figure);
    }
    double level = line.at(0);
    boolean wouldVanish =
        model.error() == MULTIPLICATIVE && level + Math.min(line.slope(), 0) <= LEAST_FACTOR;
    return wouldVanish
        ? new EtsStart(Math.max(adjusted[0], LEAST_FACTOR), 0, figure)
        : new EtsStart(level, line.slope(), figure);
  }
}
