package org.kexin.analysis.algorithm.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * Forecasts a series with 80 and 95 % prediction intervals, by a given method or the best of all,
 * and compares the method with naive and seasonal naive on periods held out.
 *
 * <p>Intervals never narrow with the distance; where the season is a factor they follow its size,
 * and never narrow from one season to the same part of the next.
 */
public final class Forecasting {

  /** Name and version for the envelope of an answer. */
  public static final String METHOD =
      "forecast 1 (Hyndman, Koehler, Ord & Snyder 2008; Holt-Winters as R; theta as Hyndman &"
          + " Billah 2003)";

  private static final double SHARE_OF_CHOICE = .6;
  private static final int HOLD_OUT_SHARE = 5;

  private final TimeSeries series;
  private final Parameters parameters;
  private final Fitting fitting;

  private Forecasting(TimeSeries series, Parameters parameters) {
    this.series = series;
    this.parameters = parameters;
    Integer season = parameters.seasonLength();
    this.fitting =
        new Fitting(
            season == null ? series.unit().seasonLength() : season,
            parameters.multiplicativeTrend(),
            parameters.intervals(),
            parameters.seed());
  }

  /**
   * What to forecast and how.
   *
   * @param choice of the method
   * @param horizon periods ahead, 1 to 400
   * @param seasonLength periods of a season, 1 for none, to 400; null for the usual one of the unit
   * @param holdOut periods held out for the comparison, 1 to 400; null for the horizon, or a fifth
   *     of the series if that is less
   * @param includeIncomplete whether an incomplete first or last period is fitted to
   * @param multiplicativeTrend whether the ETS family may have a trend that is a factor; its
   *     forecasts soon explode
   * @param intervals what they take for known
   * @param seed of simulated and widened intervals
   */
  public record Parameters(
      Choice choice,
      int horizon,
      @Nullable Integer seasonLength,
      @Nullable Integer holdOut,
      boolean includeIncomplete,
      boolean multiplicativeTrend,
      Intervals intervals,
      long seed) {

    private static final int LARGEST = 400;

    /**
     * @throws IllegalArgumentException if horizon, seasonLength or holdOut is not 1 to 400
     */
    public Parameters {
      requireWithin("horizon", horizon);
      requireWithin("season length", seasonLength == null ? 1 : seasonLength);
      requireWithin("hold-out", holdOut == null ? 1 : holdOut);
    }

    private static void requireWithin(String name, int value) {
      if (value < 1 || value > LARGEST) {
        throw new IllegalArgumentException(name + " out of 1..400: " + value);
      }
    }

    /**
     * The usual season and hold-out, without incomplete periods. Intervals of a given method are
     * those of the text book, to be compared with other software; of a chosen one widened.
     */
    public static Parameters of(Choice choice, int horizon) {
      Intervals intervals = choice instanceof Choice.Given ? Intervals.TEXTBOOK : Intervals.WIDENED;
      return new Parameters(choice, horizon, null, null, false, false, intervals, 1);
    }
  }

  /** The method chosen, and among what. */
  private record Chosen(ForecastMethod method, List<Forecast.Candidate> candidates) {}

  /**
   * Forecasts.
   *
   * @param progress told 0 to 1 now and then
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Forecast of(TimeSeries series, Parameters parameters, DoubleConsumer progress) {
    return new Forecasting(series, parameters).forecast(progress);
  }

  private Forecast forecast(DoubleConsumer progress) {
    Training training = Training.of(series, parameters.includeIncomplete());
    if (training.refusal != null) {
      return refused(training, training.refusal);
    }
    double[] y = training.y;
    Chosen chosen = choose(y, share -> progress.accept(share * SHARE_OF_CHOICE));
    Fitting.Outcome outcome = fitting.fit(chosen.method(), y, parameters.horizon());
    if (!outcome.ahead().isFinite()) {
      return refused(training, Notes.NOT_REPRESENTABLE);
    }
    HoldOut holdOut = holdOut(y);
    progress.accept(1);
    List<Reason> notes = new ArrayList<>(training.notes);
    if (parameters.choice() instanceof Choice.ByRollingOrigin && chosen.candidates().isEmpty()) {
      notes.add(Notes.TOO_SHORT_FOR_ROLLING_ORIGIN);
    }
    notes.addAll(outcome.notes());
    return new Forecast(
        outcome.used(),
        outcome.model().label(),
        fitting.seasonLength(),
        outcome.model().parameters(),
        outcome.model().likelihood(),
        outcome.model().likelihood() == null ? Intervals.TEXTBOOK : parameters.intervals(),
        past(training, outcome.model()),
        ahead(training, outcome.ahead()),
        chosen.candidates().isEmpty() && !(parameters.choice() instanceof Choice.Given)
            ? outcome.model().candidates()
            : chosen.candidates(),
        holdOut,
        notes,
        training.leftOut,
        null);
  }

  private Forecast refused(Training training, Reason reason) {
    return new Forecast(
        null,
        null,
        fitting.seasonLength(),
        List.of(),
        null,
        parameters.intervals(),
        List.of(),
        List.of(),
        List.of(),
        HoldOut.none(training.y.length),
        training.notes,
        training.leftOut,
        reason);
  }

  private Chosen choose(double[] y, DoubleConsumer progress) {
    return switch (parameters.choice()) {
      case Choice.Given given -> new Chosen(given.method(), List.of());
      case Choice.ByAicc _ -> new Chosen(ForecastMethod.ETS, List.of());
      case Choice.ByRollingOrigin rolling -> {
        List<Forecast.Candidate> ranked =
            new RollingOrigin(fitting, y, parameters.horizon(), rolling.origins()).ranked(progress);
        yield new Chosen(
            ranked.isEmpty() ? ForecastMethod.ETS : ranked.getFirst().method(), ranked);
      }
    };
  }

  private HoldOut holdOut(double[] y) {
    Integer asked = parameters.holdOut();
    int held =
        asked == null
            ? Math.max(1, Math.min(parameters.horizon(), y.length / HOLD_OUT_SHARE))
            : asked;
    int before = y.length - held;
    if (before < Notes.MINIMUM_VALUES) {
      return HoldOut.none(y.length);
    }
    double[] training = Arrays.copyOf(y, before);
    double[] actuals = Arrays.copyOfRange(y, before, y.length);
    List<HoldOut.Score> scores = new ArrayList<>();
    scores.add(score(choose(training, _ -> {}).method(), true, training, actuals));
    scores.add(score(ForecastMethod.NAIVE, false, training, actuals));
    if (fitting.hasSeasons(training)) {
      scores.add(score(ForecastMethod.SEASONAL_NAIVE, false, training, actuals));
    }
    return new HoldOut(before, held, scores, null);
  }

  private HoldOut.Score score(
      ForecastMethod method, boolean chosen, double[] training, double[] actuals) {
    Fitting.Outcome outcome = fitting.fit(method, training, actuals.length);
    Bands ahead = outcome.ahead();
    int within80 = 0;
    int within95 = 0;
    for (int h = 0; h < actuals.length; h++) {
      double actual = actuals[h];
      within80 += actual >= ahead.lower80(h) && actual <= ahead.upper80(h) ? 1 : 0;
      within95 += actual >= ahead.lower95(h) && actual <= ahead.upper95(h) ? 1 : 0;
    }
    int season = fitting.seasonLength();
    int lag = training.length > season ? season : 1;
    double[] means = Bands.each(actuals.length, h -> ahead.mean((int) h - 1));
    return new HoldOut.Score(
        chosen,
        outcome.used(),
        outcome.model().label(),
        Accuracy.of(means, actuals, training, lag),
        within80,
        within95);
  }

  private List<Forecast.Past> past(Training training, FittedModel model) {
    List<Forecast.Past> past = new ArrayList<>();
    for (int t = 0; t < training.y.length; t++) {
      int index = training.first + t;
      double fitted = model.fitted(t);
      past.add(
          new Forecast.Past(
              series.unit().label(series.firstDay(index)),
              series.firstDay(index),
              training.y[t],
              series.values().get(index).value() == null,
              Double.isFinite(fitted) ? fitted : null));
    }
    return past;
  }

  private List<Forecast.Ahead> ahead(Training training, Bands bands) {
    List<Forecast.Ahead> ahead = new ArrayList<>();
    int next = training.first + training.y.length;
    for (int h = 0; h < bands.horizon(); h++) {
      ahead.add(
          new Forecast.Ahead(
              series.unit().label(series.firstDay(next + h)),
              series.firstDay(next + h),
              series.firstDay(next + h + 1).minusDays(1),
              bands.mean(h),
              bands.lower80(h),
              bands.upper80(h),
              bands.lower95(h),
              bands.upper95(h)));
    }
    return ahead;
  }
}
