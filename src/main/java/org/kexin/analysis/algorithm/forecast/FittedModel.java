package org.kexin.analysis.algorithm.forecast;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a method made of a series: its one-step forecasts of the past, and the way ahead. */
final class FittedModel {

  private final String label;
  private final List<ModelParameter> parameters;
  private final double[] fitted;
  private final @Nullable Likelihood likelihood;
  private final IntFunction<Bands> projection;
  private final List<Forecast.Candidate> candidates;

  /**
   * @param fitted one-step forecasts; NaN where there is none
   * @param projection from a horizon to the forecasts up to it
   */
  FittedModel(
      String label,
      List<ModelParameter> parameters,
      double[] fitted,
      @Nullable Likelihood likelihood,
      IntFunction<Bands> projection) {
    this(label, parameters, fitted, likelihood, projection, List.of());
  }

  private FittedModel(
      String label,
      List<ModelParameter> parameters,
      double[] fitted,
      @Nullable Likelihood likelihood,
      IntFunction<Bands> projection,
      List<Forecast.Candidate> candidates) {
    this.label = label;
    this.parameters = List.copyOf(parameters);
    this.fitted = fitted;
    this.likelihood = likelihood;
    this.projection = projection;
    this.candidates = List.copyOf(candidates);
  }

  /** The same as the best of some, itself included. */
  FittedModel chosenAmong(List<Forecast.Candidate> others) {
    return new FittedModel(label, parameters, fitted, likelihood, projection, others);
  }

  /** What it was chosen among, best first; empty when there was no choice. */
  List<Forecast.Candidate> candidates() {
    return candidates;
  }

  String label() {
    return label;
  }

  List<ModelParameter> parameters() {
    return parameters;
  }

  /** NaN where there is none. */
  double fitted(int t) {
    return fitted[t];
  }

  @Nullable Likelihood likelihood() {
    return likelihood;
  }

  Bands ahead(int horizon) {
    return projection.apply(horizon);
  }
}
