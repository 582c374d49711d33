package org.kexin.analysis.algorithm.forecast;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.kexin.analysis.algorithm.Quantiles;

/**
 * Point forecasts with their 80 and 95 % prediction intervals, one of each for every period ahead.
 */
final class Bands {

  static final double Z80 = 1.2815515655446004;
  static final double Z95 = 1.959963984540054;

  private static final double[] PROBABILITIES = {.1, .9, .025, .975};
  private static final int LOWER_80 = 0;
  private static final int UPPER_80 = 1;
  private static final int LOWER_95 = 2;
  private static final int UPPER_95 = 3;

  private final double[] mean;

  /** By bound as in the constants, then by period: the distance from the mean, 0 or more. */
  private final double[][] distances;

  private Bands(double[] mean, double[][] distances) {
    this.mean = mean;
    this.distances = distances;
  }

  /** Symmetric about the mean. */
  static Bands symmetric(double[] mean, double[] deviation, double times80, double times95) {
    double[] inner = Arrays.stream(deviation).map(d -> d * times80).toArray();
    double[] outer = Arrays.stream(deviation).map(d -> d * times95).toArray();
    return new Bands(mean, new double[][] {inner, inner, outer, outer});
  }

  /** Of a normal distribution. */
  static Bands normal(double[] mean, double[] deviation) {
    return symmetric(mean, deviation, Z80, Z95);
  }

  /**
   * The quantiles of simulated paths. A bound on the wrong side of the point forecast, possible
   * when the distribution is very skewed, is moved to it.
   *
   * @param values by period, then by path; sorted here
   */
  static Bands simulated(double[] mean, double[][] values) {
    double[][] distances = new double[PROBABILITIES.length][mean.length];
    for (int h = 0; h < mean.length; h++) {
      Arrays.sort(values[h]);
      for (int b = 0; b < PROBABILITIES.length; b++) {
        double distance = Quantiles.type7(values[h], PROBABILITIES[b]) - mean[h];
        distances[b][h] = Math.max(0, PROBABILITIES[b] < .5 ? -distance : distance);
      }
    }
    return new Bands(mean, distances);
  }

  /**
   * Keeps intervals from narrowing with the distance: what lies further ahead is not known better.
   * Formulas for factors would let them shrink with a falling level, and simulation by chance.
   *
   * @param apart which periods are compared: 1 for each with the one before; the season where it is
   *     a factor, since a quiet month is surer than the busy one before it
   */
  Bands neverNarrowing(int apart) {
    double[][] widened = new double[distances.length][];
    for (int b = 0; b < distances.length; b++) {
      widened[b] = distances[b].clone();
      for (int h = apart; h < mean.length; h++) {
        widened[b][h] = Math.max(widened[b][h], widened[b][h - apart]);
      }
    }
    return new Bands(mean, widened);
  }

  /** Moves and stretches every period, such as to put a season back. */
  Bands mapped(double[] shift, double[] size) {
    double[] moved = new double[mean.length];
    double[][] stretched = new double[distances.length][mean.length];
    for (int h = 0; h < mean.length; h++) {
      moved[h] = mean[h] * size[h] + shift[h];
      for (int b = 0; b < distances.length; b++) {
        stretched[b][h] = distances[b][h] * size[h];
      }
    }
    return new Bands(moved, stretched);
  }

  int horizon() {
    return mean.length;
  }

  double mean(int h) {
    return mean[h];
  }

  double lower80(int h) {
    return mean[h] - distances[LOWER_80][h];
  }

  double upper80(int h) {
    return mean[h] + distances[UPPER_80][h];
  }

  double lower95(int h) {
    return mean[h] - distances[LOWER_95][h];
  }

  double upper95(int h) {
    return mean[h] + distances[UPPER_95][h];
  }

  boolean isFinite() {
    for (int h = 0; h < mean.length; h++) {
      if (!Double.isFinite(lower95(h) - upper95(h)) || !Double.isFinite(lower80(h) - upper80(h))) {
        return false;
      }
    }
    return true;
  }

  /** One number for each period ahead. */
  static double[] each(int horizon, DoubleUnaryOperator ofPeriodFromOne) {
    double[] values = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      values[h] = ofPeriodFromOne.applyAsDouble(h + 1.0);
    }
    return values;
  }

  static double[] filled(int horizon, double value) {
    double[] values = new double[horizon];
    Arrays.fill(values, value);
    return values;
  }
}
