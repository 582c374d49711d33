package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Prediction intervals of an ETS model, by Hyndman et al. (2008), chapter 6: exact variances for
 * additive errors (class 1) and for relative errors of an additive level (class 2), and simulation
 * with normal errors where the trend is a factor (classes 4 and 5). For a seasonal factor on an
 * additive level (class 3) the recursion of class 2, with what an error does to the season added to
 * what it does to the level: right to the first order of the variance. (The approximation of
 * section 6.3 takes the two for independent, and is too narrow where gamma is large.)
 */
final class EtsBands {

  /** Enough for the outer bounds to be stable to about one part in fifty of their distance. */
  static final int PATHS = 5_000;

  /** A relative error of −1 would be a value of zero, from which a factor never recovers. */
  private static final double LEAST_RELATIVE_ERROR = -.99;

  /** A candidate with less of the Akaike weight of the best would not be seen in the widths. */
  private static final double LEAST_WEIGHT = .05;

  private final EtsSmoothing fit;
  private final double[] mean;

  private EtsBands(EtsSmoothing fit, int horizon) {
    this.fit = fit;
    this.mean = fit.means(horizon);
  }

  /** Of the text book: the estimates taken for the truth. */
  static Bands of(EtsSmoothing fit, int horizon, long seed) {
    EtsBands bands = new EtsBands(fit, horizon);
    return bands.finished(
        fit.model().trend() == MULTIPLICATIVE
            ? Bands.simulated(bands.mean, bands.paths(new Random(seed)))
            : Bands.normal(bands.mean, bands.deviations(fit.variance())));
  }

  /**
   * Wide enough for not knowing the parameters nor the model: the mean squared distance of the
   * future from the forecast, over parameters drawn for each candidate and over the candidates by
   * their Akaike weights (Burnham and Anderson 2002, section 4.3.2). The text book's intervals are
   * too narrow on unseen series, with a trend above all (Hyndman et al. 2008, section 6.1).
   *
   * @param ranked least AICc first; of that one the forecast is
   * @param y that they were fitted to
   */
  static Bands widened(List<EtsSmoothing> ranked, double[] y, int horizon, long seed) {
    EtsSmoothing best = ranked.getFirst();
    if (best.model().trend() == MULTIPLICATIVE) {
      return of(best, horizon, seed);
    }
    EtsBands bands = new EtsBands(best, horizon);
    Random random = new Random(seed);
    double[] squares = new double[horizon];
    double weights = 0;
    for (EtsSmoothing candidate : ranked) {
      double weight = Math.exp((best.likelihood().aicc() - candidate.likelihood().aicc()) / 2);
      if (weight >= LEAST_WEIGHT && candidate.model().trend() != MULTIPLICATIVE) {
        weights += weight;
        bands.addSquares(candidate, EtsUncertainty.draws(candidate, y, random), weight, squares);
      }
    }
    double sum = weights;
    double[] textbook = bands.deviations(best.variance());
    return bands.finished(
        Bands.normal(
            bands.mean,
            Bands.each(
                horizon,
                h -> Math.max(textbook[(int) h - 1], Math.sqrt(squares[(int) h - 1] / sum)))));
  }

  /** Adds the mean over the draws of the squared distance and the variance of each period. */
  private void addSquares(
      EtsSmoothing candidate, List<EtsSmoothing> draws, double weight, double[] squares) {
    for (EtsSmoothing draw : draws) {
      EtsBands other = new EtsBands(draw, mean.length);
      // An error is as large as it was estimated; the draws are about the way it goes on.
      double[] deviations = other.deviations(candidate.variance());
      for (int h = 0; h < mean.length; h++) {
        double distance = other.mean[h] - mean[h];
        squares[h] += weight * (distance * distance + deviations[h] * deviations[h]) / draws.size();
      }
    }
  }

  private Bands finished(Bands bands) {
    return bands.neverNarrowing(isFactor() ? fit.parameters().seasons().size() : 1);
  }

  private boolean isFactor() {
    return fit.model().season() == MULTIPLICATIVE;
  }

  private double[] deviations(double variance) {
    double[] weights = weights();
    if (fit.model().error() == ADDITIVE) {
      double[] deviations = new double[mean.length];
      double sum = 1;
      for (int h = 0; h < mean.length; h++) {
        deviations[h] = Math.sqrt(variance * sum);
        sum += weights[h] * weights[h];
      }
      return deviations;
    }
    return deviationsOfRelativeErrors(variance, weights);
  }

  private double[] deviationsOfRelativeErrors(double variance, double[] weights) {
    double[] size = size();
    double gamma = fit.parameters().gamma();
    int season = isFactor() ? fit.parameters().seasons().size() : mean.length + 1;
    double[] level = Bands.each(mean.length, h -> mean[(int) h - 1] / size[(int) h - 1]);
    double[] theta = new double[mean.length];
    double[] deviations = new double[mean.length];
    for (int h = 0; h < mean.length; h++) {
      theta[h] = level[h] * level[h];
      for (int j = 1; j <= h; j++) {
        double inSeason = j % season == 0 ? gamma * level[h] / level[h - j] : 0;
        double weight = weights[j - 1] + inSeason;
        theta[h] += variance * weight * weight * theta[h - j];
      }
      double spread = theta[h] * (1 + variance) - level[h] * level[h];
      deviations[h] = size[h] * Math.sqrt(Math.max(0, spread));
    }
    return deviations;
  }

  /** The seasonal factor of each period; ones where it is none, or has lost its meaning. */
  private double[] size() {
    double[] ones = Bands.filled(mean.length, 1);
    double[] size = isFactor() ? fit.seasonsAhead(mean.length) : ones;
    return Arrays.stream(size).anyMatch(s -> s <= 0) ? ones : size;
  }

  /** How much of an error j = 1, 2, … periods ago is in the level now, and in an added season. */
  private double[] weights() {
    EtsParameters parameters = fit.parameters();
    boolean additiveSeason = fit.model().season() == ADDITIVE;
    double[] weights = new double[mean.length];
    double damping = 0;
    double power = 1;
    for (int j = 1; j <= mean.length; j++) {
      power *= parameters.phi();
      damping += power;
      double weight = parameters.alpha() + parameters.beta() * damping;
      boolean sameSeason = additiveSeason && j % parameters.seasons().size() == 0;
      weights[j - 1] = weight + (sameSeason ? parameters.gamma() : 0);
    }
    return weights;
  }

  private double[][] paths(Random random) {
    EtsParameters parameters = fit.parameters();
    double deviation = Math.sqrt(fit.variance());
    double[] errors = new double[mean.length];
    EtsRecursion path =
        EtsRecursion.simulating(fit.model(), errors, Math.max(1, parameters.seasons().size()));
    double[][] values = new double[mean.length][PATHS];
    for (int p = 0; p < PATHS; p++) {
      for (int h = 0; h < errors.length; h++) {
        errors[h] = Math.max(LEAST_RELATIVE_ERROR, deviation * random.nextGaussian());
      }
      fit.continueIn(path);
      boolean defined =
          path.run(parameters.alpha(), parameters.beta(), parameters.gamma(), parameters.phi());
      for (int h = 0; h < errors.length; h++) {
        values[h][p] = defined ? path.fitted[h] * (1 + errors[h]) : 0;
      }
      Stopping.ifInterrupted();
    }
    return values;
  }
}
