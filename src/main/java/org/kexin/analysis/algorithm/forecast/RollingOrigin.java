package org.kexin.analysis.algorithm.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Forecasts from several points of the past with every method, and compares with what came. */
final class RollingOrigin {

  /** Of the series, at most, for one test. */
  private static final int LARGEST_TEST_SHARE = 5;

  private final Fitting fitting;
  private final double[] y;
  private final int steps;
  private final List<Integer> origins;

  /**
   * @param horizon periods ahead that matter
   * @param most points of the past at most
   */
  RollingOrigin(Fitting fitting, double[] y, int horizon, int most) {
    this.fitting = fitting.forPointForecasts();
    this.y = y;
    this.steps = Math.max(1, Math.min(horizon, y.length / LARGEST_TEST_SHARE));
    this.origins = new ArrayList<>();
    int twoSeasons = fitting.hasSeasons(y) ? 2 * fitting.seasonLength() : 0;
    int least = Math.max(Notes.MINIMUM_VALUES, Math.max(twoSeasons, y.length / 2));
    // Half a test apart: more points of view than without overlap, and not the same one again.
    int apart = Math.max(1, steps / 2);
    for (int origin = y.length - steps; origin >= least && origins.size() < most; origin -= apart) {
      origins.add(origin);
    }
  }

  /**
   * The mean absolute error of each method, least first; empty when the series is too short. A
   * method that falls back to another one at any point is not listed: the other one is.
   */
  List<Forecast.Candidate> ranked(DoubleConsumer progress) {
    List<Forecast.Candidate> candidates = new ArrayList<>();
    if (origins.isEmpty()) {
      return candidates;
    }
    ForecastMethod[] methods = ForecastMethod.values();
    for (int tried = 0; tried < methods.length; tried++) {
      ForecastMethod method = methods[tried];
      double error = meanAbsoluteError(method);
      if (Double.isFinite(error)) {
        candidates.add(new Forecast.Candidate(method, method.label(), error));
      }
      progress.accept((tried + 1.0) / methods.length);
    }
    // Stable, so of equals the simpler method stays first.
    candidates.sort(Comparator.comparingDouble(Forecast.Candidate::score));
    return candidates;
  }

  /** NaN if the method is another one at any point. */
  private double meanAbsoluteError(ForecastMethod method) {
    double sum = 0;
    for (int origin : origins) {
      Fitting.Outcome outcome = fitting.fit(method, Arrays.copyOf(y, origin), steps);
      if (outcome.used() != method) {
        return Double.NaN;
      }
      for (int h = 0; h < steps; h++) {
        sum += Math.abs(y[origin + h] - outcome.ahead().mean(h));
      }
    }
    return sum / (origins.size() * (double) steps);
  }
}
