package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * Fits a method to a series, or the nearest simpler one where the method cannot be, and says which
 * and why.
 *
 * @param seasonLength periods of a season; 1 for none
 * @param multiplicativeTrend whether the ETS family may have a trend that is a factor
 * @param intervals of models of the ETS family
 * @param seed of simulated intervals
 */
record Fitting(int seasonLength, boolean multiplicativeTrend, Intervals intervals, long seed) {

  /**
   * @param used the method that was fitted in the end
   * @param notes why it is another than the one asked for, or modelled less
   */
  record Outcome(ForecastMethod used, FittedModel model, Bands ahead, List<Reason> notes) {

    Outcome {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param y at least {@link Notes#MINIMUM_VALUES} values
   * @param horizon periods ahead, 1 or more
   */
  Outcome fit(ForecastMethod method, double[] y, int horizon) {
    Stopping.ifInterrupted();
    if (isConstant(y)) {
      FittedModel naive = SimpleMethods.naive(y);
      Reason why = y[0] == 0 ? Notes.ALL_ZERO : Notes.CONSTANT_SERIES;
      return new Outcome(ForecastMethod.NAIVE, naive, naive.ahead(horizon), List.of(why));
    }
    List<Reason> notes = new ArrayList<>();
    ForecastMethod used = method;
    FittedModel model = null;
    while (model == null) {
      ForecastMethod possible = possible(used, y, notes);
      model = model(possible, y, notes);
      used = possible;
      if (model == null) {
        add(notes, Notes.TOO_SHORT_FOR_METHOD);
        used = simpler(possible);
      }
    }
    Bands ahead = model.ahead(horizon);
    if (!ahead.isFinite()) {
      notes.add(Notes.NOT_STABLE);
      used = ForecastMethod.NAIVE;
      model = SimpleMethods.naive(y);
      ahead = model.ahead(horizon);
    }
    return new Outcome(used, model, ahead, notes);
  }

  /** The same with the intervals that are quickest to compute. */
  Fitting forPointForecasts() {
    return new Fitting(seasonLength, multiplicativeTrend, Intervals.TEXTBOOK, seed);
  }

  /** Whether the series is long enough for its season. */
  boolean hasSeasons(double[] y) {
    return seasonLength > 1 && y.length >= 2 * seasonLength;
  }

  private ForecastMethod possible(ForecastMethod method, double[] y, List<Reason> notes) {
    ForecastMethod possible = method;
    boolean positive = EtsSelection.allPositive(y);
    if (possible == ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE && !positive) {
      add(notes, Notes.NEEDS_POSITIVE_VALUES);
      possible = ForecastMethod.HOLT_WINTERS_ADDITIVE;
    }
    if (possible == ForecastMethod.HOLT_EXPONENTIAL && !positive) {
      add(notes, Notes.NEEDS_POSITIVE_VALUES);
      possible = ForecastMethod.HOLT;
    }
    if (possible == ForecastMethod.ETS && !positive) {
      add(notes, Notes.NEEDS_POSITIVE_VALUES);
    }
    if (!possible.isSeasonal() || hasSeasons(y)) {
      return possible;
    }
    ForecastMethod seasonless =
        switch (possible) {
          case SEASONAL_NAIVE -> ForecastMethod.NAIVE;
          case HOLT_WINTERS_ADDITIVE, HOLT_WINTERS_MULTIPLICATIVE -> ForecastMethod.HOLT;
          default -> possible;
        };
    if (seasonLength > 1) {
      add(notes, Notes.LESS_THAN_TWO_SEASONS);
    } else if (seasonless != possible) {
      add(notes, Notes.NO_SEASON);
    }
    return seasonless;
  }

  private static void add(List<Reason> notes, Reason note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private static ForecastMethod simpler(ForecastMethod method) {
    return switch (method) {
      case HOLT_DAMPED, HOLT_EXPONENTIAL -> ForecastMethod.HOLT;
      case HOLT -> ForecastMethod.SES;
      default -> ForecastMethod.NAIVE;
    };
  }

  /** Null where the series has too few values for the parameters. */
  private @Nullable FittedModel model(ForecastMethod method, double[] y, List<Reason> notes) {
    return switch (method) {
      case MEAN -> SimpleMethods.mean(y);
      case NAIVE -> SimpleMethods.naive(y);
      case SEASONAL_NAIVE -> SimpleMethods.seasonalNaive(y, seasonLength);
      case DRIFT -> SimpleMethods.drift(y);
      case SES -> ets(EtsModel.SIMPLE, y);
      case HOLT -> ets(EtsModel.HOLT, y);
      case HOLT_DAMPED -> ets(EtsModel.HOLT_DAMPED, y);
      case HOLT_EXPONENTIAL -> ets(EtsModel.HOLT_EXPONENTIAL, y);
      case THETA -> Theta.of(y, adjustment(y, notes));
      case HOLT_WINTERS_ADDITIVE -> holtWinters(y, ADDITIVE);
      case HOLT_WINTERS_MULTIPLICATIVE -> holtWinters(y, MULTIPLICATIVE);
      case ETS -> chosenEts(y, notes);
    };
  }

  private @Nullable FittedModel ets(EtsModel model, double[] y) {
    EtsSmoothing smoothing = EtsFit.of(model, y, 1);
    return smoothing == null ? null : described(List.of(smoothing), y, SeasonalAdjustment.NOTHING);
  }

  private @Nullable FittedModel chosenEts(double[] y, List<Reason> notes) {
    SeasonalAdjustment adjustment = SeasonalAdjustment.NOTHING;
    if (seasonLength > EtsSelection.LONGEST_SEASON) {
      adjustment = adjustment(y, notes);
    }
    if (adjustment.season() != NONE) {
      add(notes, Notes.SEASON_TAKEN_OUT);
    }
    double[] adjusted = adjustment.adjusted(y);
    List<EtsSmoothing> ranked = EtsSelection.ranked(adjusted, seasonLength, multiplicativeTrend);
    return ranked.isEmpty()
        ? null
        : described(ranked, adjusted, adjustment)
            .chosenAmong(ranked.stream().map(Fitting::candidate).toList());
  }

  private SeasonalAdjustment adjustment(double[] y, List<Reason> notes) {
    SeasonalAdjustment adjustment = SeasonalAdjustment.of(y, seasonLength);
    if (adjustment.season() == NONE && hasSeasons(y)) {
      add(notes, Notes.NO_SIGNIFICANT_SEASON);
    }
    return adjustment;
  }

  private static Forecast.Candidate candidate(EtsSmoothing fit) {
    return new Forecast.Candidate(ForecastMethod.ETS, fit.model().label(), fit.likelihood().aicc());
  }

  /**
   * @param ranked the fit to describe, then others that had been possible
   * @param y that they were fitted to
   */
  private FittedModel described(
      List<EtsSmoothing> ranked, double[] y, SeasonalAdjustment adjustment) {
    EtsSmoothing smoothing = ranked.getFirst();
    EtsModel model = smoothing.model();
    EtsParameters estimated = smoothing.parameters();
    List<ModelParameter> parameters = new ArrayList<>();
    parameters.add(new ModelParameter("alpha", estimated.alpha()));
    if (model.hasTrend()) {
      parameters.add(new ModelParameter("beta", estimated.beta()));
    }
    if (model.isSeasonal()) {
      parameters.add(new ModelParameter("gamma", estimated.gamma()));
    }
    if (model.damped()) {
      parameters.add(new ModelParameter("phi", estimated.phi()));
    }
    parameters.add(new ModelParameter("level", estimated.level()));
    if (model.hasTrend()) {
      parameters.add(new ModelParameter("slope", estimated.slope()));
    }
    parameters.add(new ModelParameter("sigma", Math.sqrt(smoothing.variance())));
    return new FittedModel(
        model.label(),
        parameters,
        adjustment.restored(smoothing.fittedValues()),
        smoothing.likelihood(),
        horizon ->
            adjustment.restored(
                intervals == Intervals.WIDENED
                    ? EtsBands.widened(ranked, y, horizon, seed)
                    : EtsBands.of(smoothing, horizon, seed)));
  }

  private FittedModel holtWinters(double[] y, Component season) {
    HoltWinters fit = HoltWinters.of(y, seasonLength, season);
    ForecastMethod method =
        season == MULTIPLICATIVE
            ? ForecastMethod.HOLT_WINTERS_MULTIPLICATIVE
            : ForecastMethod.HOLT_WINTERS_ADDITIVE;
    return new FittedModel(
        method.label(),
        List.of(
            new ModelParameter("alpha", fit.alpha),
            new ModelParameter("beta", fit.beta),
            new ModelParameter("gamma", fit.gamma),
            new ModelParameter("level", fit.level),
            new ModelParameter("slope", fit.slope)),
        fit.fitted,
        null,
        fit::ahead);
  }

  private static boolean isConstant(double[] y) {
    return Arrays.stream(y).allMatch(value -> value == y[0]);
  }
}
