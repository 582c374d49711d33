package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * Trend, season and remainder of a series by classical decomposition.
 *
 * @param season how the season enters; {@link Component#NONE} when a reason is given
 * @param seasonLength periods of a season
 * @param figure the seasonal figure, that of the first part first: mean 0, or 1 when a factor
 * @param parts one for each period decomposed
 * @param notes fallbacks taken and oddities of the series
 * @param leftOut events and periods not used
 * @param reason why there is none; null when there is one
 */
public record Decomposition(
    Component season,
    int seasonLength,
    List<Double> figure,
    List<Part> parts,
    List<Reason> notes,
    List<LeftOut> leftOut,
    @Nullable Reason reason) {

  /** Name and version for the envelope of an answer. */
  public static final String METHOD =
      "classical decomposition 1 (moving averages, as decompose of R)";

  public Decomposition {
    figure = List.copyOf(figure);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One period.
   *
   * @param trend null within half a season of both ends, where there is no moving average
   * @param season its part of the figure
   * @param remainder what is left, to add or to multiply; null where the trend is, or where a
   *     factor would be divided by zero
   */
  public record Part(
      String label,
      LocalDate firstDay,
      double value,
      @Nullable Double trend,
      double season,
      @Nullable Double remainder) {}

  /**
   * Decomposes a series without its incomplete ends.
   *
   * @param season additive or multiplicative; a series with zeros or negative values gets an
   *     additive season, and a note
   * @param seasonLength periods of a season; null for the usual one of the unit
   * @throws IllegalArgumentException if season is {@link Component#NONE} or seasonLength below 2
   */
  public static Decomposition of(
      TimeSeries series, Component season, @Nullable Integer seasonLength) {
    int length = seasonLength == null ? series.unit().seasonLength() : seasonLength;
    if (season == NONE || length < 2) {
      throw new IllegalArgumentException("a decomposition needs a season of two periods or more");
    }
    Training training = Training.of(series, false);
    Reason reason =
        training.refusal == null && training.y.length < 2L * length
            ? Notes.LESS_THAN_TWO_SEASONS
            : training.refusal;
    if (reason != null) {
      return new Decomposition(
          NONE, length, List.of(), List.of(), training.notes, training.leftOut, reason);
    }
    List<Reason> notes = new ArrayList<>(training.notes);
    Component used = season;
    if (season == MULTIPLICATIVE && !EtsSelection.allPositive(training.y)) {
      used = ADDITIVE;
      notes.add(Notes.NEEDS_POSITIVE_VALUES);
    }
    double[] figure = ClassicalDecomposition.figure(training.y, length, used);
    return new Decomposition(
        used,
        length,
        Arrays.stream(figure).boxed().toList(),
        parts(series, training, used, figure),
        notes,
        training.leftOut,
        null);
  }

  private static List<Part> parts(
      TimeSeries series, Training training, Component season, double[] figure) {
    double[] trend = ClassicalDecomposition.trend(training.y, figure.length);
    List<Part> parts = new ArrayList<>();
    for (int t = 0; t < trend.length; t++) {
      double value = training.y[t];
      double state = figure[t % figure.length];
      double remainder =
          season == MULTIPLICATIVE ? value / (trend[t] * state) : value - trend[t] - state;
      LocalDate first = series.firstDay(training.first + t);
      parts.add(
          new Part(
              series.unit().label(first),
              first,
              value,
              finiteOrNull(trend[t]),
              state,
              finiteOrNull(remainder)));
    }
    return parts;
  }

  private static @Nullable Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
