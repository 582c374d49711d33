package org.kexin.analysis.algorithm.forecast;

import java.util.List;

/**
 * What an ETS model needs to run: smoothing parameters and the states before the first value. The
 * parameters are those of the state space form, so beta = alpha · beta* of Holt and gamma = (1 −
 * alpha) · gamma* of Holt–Winters.
 *
 * @param alpha for the level
 * @param beta for the trend; 0 without
 * @param gamma for the season; 0 without
 * @param phi damping of the trend; 1 without
 * @param level before the first value, in the unit of the series
 * @param slope before the first value: per period in the unit of the series, or the growth factor
 *     of a multiplicative trend; 0 without
 * @param seasons one state for each period of a season, that of the first value first; empty
 *     without
 */
public record EtsParameters(
    double alpha,
    double beta,
    double gamma,
    double phi,
    double level,
    double slope,
    List<Double> seasons) {

  /**
   * @throws IllegalArgumentException if a number is not finite, alpha, beta or gamma is outside 0
   *     to 1, or phi is not above 0 to 1
   */
  public EtsParameters {
    seasons = List.copyOf(seasons);
    requireWithin("alpha", alpha, 0);
    requireWithin("beta", beta, 0);
    requireWithin("gamma", gamma, 0);
    requireWithin("phi", phi, Double.MIN_NORMAL);
    if (!Double.isFinite(level)
        || !Double.isFinite(slope)
        || !seasons.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("initial states are finite");
    }
  }

  private static void requireWithin(String name, double value, double least) {
    if (!(value >= least && value <= 1)) {
      throw new IllegalArgumentException(name + " out of 0..1: " + value);
    }
  }

  /** Simple exponential smoothing. */
  public static EtsParameters simple(double alpha, double level) {
    return new EtsParameters(alpha, 0, 0, 1, level, 0, List.of());
  }

  /**
   * Holt's trend.
   *
   * @param betaStar share of the new slope in the slope, as Holt writes it
   * @param phi 1 when not damped
   */
  public static EtsParameters holt(
      double alpha, double betaStar, double phi, double level, double slope) {
    return new EtsParameters(alpha, alpha * betaStar, 0, phi, level, slope, List.of());
  }
}
