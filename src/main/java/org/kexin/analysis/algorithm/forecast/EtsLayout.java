package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.ArrayList;
import java.util.List;

/**
 * The free parameters of an ETS model in a row: alpha, beta, gamma, phi, level, slope and all
 * seasonal states but the last, which follows from their sum; what the model lacks is left out.
 *
 * @param seasonLength 1 without a season
 */
record EtsLayout(EtsModel model, int seasonLength) {

  /** As fable for R has them: less damping is no damping, more is hardly a trend. */
  static final double LEAST_PHI = .8;

  static final double LARGEST_PHI = .98;

  int dimension() {
    return model.freeParameters(seasonLength);
  }

  double[] rowOf(EtsParameters parameters) {
    double[] row = new double[dimension()];
    int next = 0;
    row[next++] = parameters.alpha();
    if (model.hasTrend()) {
      row[next++] = parameters.beta();
    }
    if (model.isSeasonal()) {
      row[next++] = parameters.gamma();
    }
    if (model.damped()) {
      row[next++] = parameters.phi();
    }
    row[next++] = parameters.level();
    if (model.hasTrend()) {
      row[next++] = parameters.slope();
    }
    for (int s = 0; next < row.length; s++) {
      row[next++] = parameters.seasons().get(s);
    }
    return row;
  }

  /** The parameters, those of smoothing moved into the usual region where they are outside. */
  EtsParameters at(double[] row) {
    int next = 0;
    double alpha = Math.clamp(row[next++], 0, 1);
    double beta = model.hasTrend() ? Math.clamp(row[next++], 0, alpha) : 0;
    double gamma = model.isSeasonal() ? Math.clamp(row[next++], 0, 1 - alpha) : 0;
    double phi = model.damped() ? Math.clamp(row[next++], LEAST_PHI, LARGEST_PHI) : 1;
    double level = row[next++];
    double slope = model.hasTrend() ? row[next++] : 0;
    List<Double> seasons = new ArrayList<>();
    double rest = sumOfSeasons();
    for (int s = 0; model.isSeasonal() && s < seasonLength; s++) {
      double state = next < row.length ? row[next++] : rest;
      rest -= state;
      seasons.add(state);
    }
    return new EtsParameters(alpha, beta, gamma, phi, level, slope, seasons);
  }

  /** What all seasonal states add up to, so that the level is the level. */
  double sumOfSeasons() {
    return model.season() == MULTIPLICATIVE ? seasonLength : 0;
  }
}
