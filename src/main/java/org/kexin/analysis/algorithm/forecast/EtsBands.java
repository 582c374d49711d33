package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.Arrays;
import java.util.Random;

/**
 * Prediction intervals of an ETS model, by Hyndman et al. (2008), chapter 6: exact variances for
 * additive errors (class 1) and for relative errors of an additive level (class 2), the
 * approximation of section 6.3 for a seasonal factor on an additive level (class 3), and simulation
 * with normal errors where the trend is a factor (classes 4 and 5).
 */
final class EtsBands {

  /** Enough for the outer bounds to be stable to about one part in fifty of their distance. */
  static final int PATHS = 5_000;

  /** A relative error of −1 would be a value of zero, from which a factor never recovers. */
  private static final double LEAST_RELATIVE_ERROR = -.99;

  private EtsBands() {}

  static Bands of(EtsSmoothing smoothing, int horizon, long seed) {
    EtsModel model = smoothing.model();
    double[] mean = smoothing.means(horizon);
    double[] size = Bands.filled(horizon, 1);
    if (model.season() == MULTIPLICATIVE) {
      size = smoothing.seasonsAhead(horizon);
    }
    if (Arrays.stream(size).anyMatch(s -> s <= 0)) {
      size = Bands.filled(horizon, 1);
    }
    Bands bands =
        model.trend() == MULTIPLICATIVE
            ? Bands.simulated(mean, paths(smoothing, horizon, seed))
            : Bands.normal(mean, deviations(smoothing, mean, size));
    return bands.neverNarrowing(
        model.season() == MULTIPLICATIVE ? smoothing.parameters().seasons().size() : 1);
  }

  private static double[] deviations(EtsSmoothing smoothing, double[] mean, double[] size) {
    EtsModel model = smoothing.model();
    double variance = smoothing.variance();
    double[] weights = weights(smoothing, mean.length);
    double[] deviations = new double[mean.length];
    if (model.error() == ADDITIVE) {
      double sum = 1;
      for (int h = 0; h < mean.length; h++) {
        deviations[h] = Math.sqrt(variance * sum);
        sum += weights[h] * weights[h];
      }
      return deviations;
    }
    boolean factor = model.season() == MULTIPLICATIVE;
    double gamma = smoothing.parameters().gamma();
    double[] theta = new double[mean.length];
    for (int h = 0; h < mean.length; h++) {
      double unseasoned = mean[h] / size[h];
      theta[h] = unseasoned * unseasoned;
      for (int j = 1; j <= h; j++) {
        theta[h] += variance * weights[j - 1] * weights[j - 1] * theta[h - j];
      }
      int seasons = factor ? h / smoothing.parameters().seasons().size() : 0;
      double spread =
          theta[h] * (1 + variance) * Math.pow(1 + gamma * gamma * variance, seasons)
              - unseasoned * unseasoned;
      deviations[h] = size[h] * Math.sqrt(Math.max(0, spread));
    }
    return deviations;
  }

  /**
   * How much of an error j = 1, 2, … periods ago is in the value now; a seasonal factor apart, it
   * stands in the formula by itself.
   */
  private static double[] weights(EtsSmoothing smoothing, int horizon) {
    EtsParameters parameters = smoothing.parameters();
    boolean additiveSeason = smoothing.model().season() == ADDITIVE;
    double[] weights = new double[horizon];
    double damping = 0;
    double power = 1;
    for (int j = 1; j <= horizon; j++) {
      power *= parameters.phi();
      damping += power;
      double weight = parameters.alpha() + parameters.beta() * damping;
      boolean sameSeason = additiveSeason && j % parameters.seasons().size() == 0;
      weights[j - 1] = weight + (sameSeason ? parameters.gamma() : 0);
    }
    return weights;
  }

  private static double[][] paths(EtsSmoothing smoothing, int horizon, long seed) {
    EtsParameters parameters = smoothing.parameters();
    double deviation = Math.sqrt(smoothing.variance());
    double[] errors = new double[horizon];
    EtsRecursion path =
        EtsRecursion.simulating(
            smoothing.model(), errors, Math.max(1, parameters.seasons().size()));
    Random random = new Random(seed);
    double[][] values = new double[horizon][PATHS];
    for (int p = 0; p < PATHS; p++) {
      for (int h = 0; h < horizon; h++) {
        errors[h] = Math.max(LEAST_RELATIVE_ERROR, deviation * random.nextGaussian());
      }
      smoothing.continueIn(path);
      boolean defined =
          path.run(parameters.alpha(), parameters.beta(), parameters.gamma(), parameters.phi());
      for (int h = 0; h < horizon; h++) {
        values[h][p] = defined ? path.fitted[h] * (1 + errors[h]) : 0;
      }
      Stopping.ifInterrupted();
    }
    return values;
  }
}
