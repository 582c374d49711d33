package org.kexin.analysis.algorithm.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The theta method of Assimakopoulos and Nikolopoulos (2000), by its equivalence to simple
 * exponential smoothing with drift (Hyndman and Billah 2003, Unmasking the Theta method): the drift
 * is half the slope of a straight line through the series.
 */
final class Theta {

  private Theta() {}

  /**
   * Fits it.
   *
   * @param adjustment of y
   * @return null if the series is too short for simple exponential smoothing
   */
  static @Nullable FittedModel of(double[] y, SeasonalAdjustment adjustment) {
    double[] adjusted = adjustment.adjusted(y);
    EtsSmoothing simple = EtsFit.of(EtsModel.SIMPLE, adjusted, 1);
    if (simple == null) {
      return null;
    }
    int n = y.length;
    double alpha = simple.parameters().alpha();
    double drift = Line.through(adjusted).slope() / 2;
    double[] fitted = simple.fittedValues();
    for (int t = 0; t < n; t++) {
      fitted[t] += drift * weight(alpha, t);
    }
    return new FittedModel(
        ForecastMethod.THETA.label(),
        List.of(
            new ModelParameter("alpha", alpha),
            new ModelParameter("level", simple.parameters().level()),
            new ModelParameter("drift", drift),
            new ModelParameter("sigma", Math.sqrt(simple.variance()))),
        adjustment.restored(fitted),
        null,
        horizon -> adjustment.restored(ahead(simple, drift, n, horizon)));
  }

  /** Half widths z·σ·√(1 + (h − 1)·alpha²), those of simple exponential smoothing. */
  private static Bands ahead(EtsSmoothing simple, double drift, int n, int horizon) {
    double alpha = simple.parameters().alpha();
    double sigma = Math.sqrt(simple.variance());
    double[] flat = simple.means(horizon);
    return Bands.normal(
        Bands.each(horizon, h -> flat[(int) h - 1] + drift * (h - 1 + weight(alpha, n))),
        Bands.each(horizon, h -> sigma * Math.sqrt(1 + (h - 1) * alpha * alpha)));
  }

  /** How many periods of drift simple exponential smoothing lags behind after t values. */
  private static double weight(double alpha, int t) {
    return (1 - Math.pow(1 - alpha, t)) / alpha;
  }
}
