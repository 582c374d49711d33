package org.kexin.analysis.control;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.algorithm.control.ControlChart;
import org.kexin.analysis.algorithm.control.MeanRangeChart;
import org.kexin.shared.http.Drawn;

/** A control chart of figures that were sent. */
@Schema(description = "A control chart of figures that were sent (控制图).")
public record ControlChartView(
    About about,
    @Schema(description = "The chart; of MEAN_RANGE that of the means.") Lines chart,
    @Schema(description = "The chart of the ranges; only for MEAN_RANGE.") @Nullable Lines ranges,
    @Schema(
            description = "Of the process, by the mean range; only for MEAN_RANGE.",
            examples = "0.0099")
        @Nullable Double standardDeviation)
    implements Drawn {

  /** Points against what chance alone would make. */
  @Schema(name = "ControlChartLines", description = "Points against what chance alone would make.")
  public record Lines(
      @Schema(description = "The middle.", examples = "0.2313") @Nullable Double centre,
      @Schema(description = "Why there is none.", maxLength = 500) @Nullable String reason,
      @Schema(description = "All, in the order given.", maxItems = GivenPoints.MOST_POINTS)
          List<Point> points,
      @Schema(
              description = "How the middle was found; more than one where points were removed.",
              maxItems = GivenPoints.MOST_POINTS)
          List<Round> rounds,
      @Schema(description = "Patterns that chance alone seldom makes.", maxItems = 50_000)
          List<Signal> signals) {

    /** Copies the lists. */
    public Lines {
      points = List.copyOf(points);
      rounds = List.copyOf(rounds);
      signals = List.copyOf(signals);
    }

    static Lines of(ControlChart chart) {
      List<String> labels = chart.points().stream().map(ControlChart.Point::label).toList();
      return new Lines(
          chart.centre().value(),
          chart.centre().reason() == null ? null : chart.centre().reason().detail(),
          chart.points().stream().map(Point::of).toList(),
          chart.rounds().stream().map(round -> Round.of(round, labels)).toList(),
          chart.signals().stream()
              .map(it -> new Signal(it.rule().name(), labels.get(it.from()), labels.get(it.to())))
              .toList());
    }
  }

  /** One point. */
  @Schema(name = "ControlChartLimits", description = "One point with the limits of its own size.")
  public record Point(
      @Schema(examples = "15", maxLength = 40) String label,
      @Schema(description = "In the unit of the chart.", examples = "0.44") @Nullable Double value,
      @Schema(examples = "0.0524") @Nullable Double lower,
      @Schema(examples = "0.4102") @Nullable Double upper,
      boolean outOfControl,
      @Schema(description = "Whether the limits were computed without it.") boolean removed,
      @Schema(description = "Why it has no value.", maxLength = 500) @Nullable String reason) {

    private static Point of(ControlChart.Point point) {
      return new Point(
          point.label(),
          point.value().value(),
          point.lower().value(),
          point.upper().value(),
          point.outOfControl(),
          point.removed(),
          point.value().reason() == null ? null : point.value().reason().detail());
    }
  }

  /** One computation of the limits. */
  @Schema(name = "ControlChartRound", description = "One computation of the limits.")
  public record Round(
      @Schema(examples = "0.2313") double centre,
      @Schema(
              description = "Labels of the points beyond them.",
              maxItems = GivenPoints.MOST_POINTS,
              examples = "[\"15\", \"23\"]")
          List<@Size(max = 40) String> outOfControl) {

    /** Copies the labels. */
    public Round {
      outOfControl = List.copyOf(outOfControl);
    }

    private static Round of(ControlChart.Round round, List<String> labels) {
      return new Round(round.centre(), round.outOfControl().stream().map(labels::get).toList());
    }
  }

  /** A pattern among the points. */
  @Schema(name = "ControlChartSignal", description = "A pattern among the points.")
  public record Signal(
      @Schema(examples = "WESTERN_ELECTRIC_4", maxLength = 60) String rule,
      @Schema(description = "Label of its first point.", examples = "4", maxLength = 40)
          String from,
      @Schema(
              description = "Label of the point that completes it.",
              examples = "11",
              maxLength = 40)
          String to) {}

  static ControlChartView of(About about, ControlChart chart) {
    return new ControlChartView(about, Lines.of(chart), null, null);
  }

  static ControlChartView of(About about, MeanRangeChart charts) {
    return new ControlChartView(
        about,
        Lines.of(charts.means()),
        Lines.of(charts.ranges()),
        charts.standardDeviation().value());
  }

  @Override
  public String svg(Locale language) {
    return ControlCharts.of(this).svg(language);
  }
}
