package org.kexin.analysis.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.control.MeanRangeChart;
import org.kexin.analysis.algorithm.control.RunRule;
import org.kexin.analysis.algorithm.control.Subgroup;
import org.kexin.shared.FieldProblem;

/** The points of a chart in the order of time, and how to draw it. */
@Schema(description = "The points of a control chart in the order of time, and how to draw it.")
public record GivenPoints(
    @NotNull ChartKind chart,
    @Schema(description = "In the order of time.") @NotNull @Size(min = 1, max = MOST_POINTS)
        List<@Valid Point> points,
    @Schema(description = "Patterns to look for; WESTERN_ELECTRIC when absent.")
        @Nullable Rules rules,
    @Schema(
            description =
                "Whether the limits are computed again and again without the points beyond them,"
                    + " until none is; false when absent. They stay in the chart.",
            examples = "true")
        @Nullable Boolean removeOutOfControl) {

  static final int MOST_POINTS = 5_000;
  private static final int LARGEST_SAMPLE = 25;
  private static final long LARGEST_COUNT = 1_000_000_000_000L;
  private static final double LARGEST = 1e100;

  /** Sets of patterns. */
  @Schema(name = "ControlChartRules", description = "Sets of patterns that chance seldom makes.")
  public enum Rules {
    WESTERN_ELECTRIC,
    NELSON,
    ONLY_LIMITS
  }

  /** One point: a count and what it is of, or a sample of values. */
  @Schema(
      name = "ControlChartPoint",
      description = "One point: a count and what it is of, or a sample of values.")
  public record Point(
      @Schema(examples = "2026-03") @NotNull @Size(min = 1, max = 40) String label,
      @Schema(description = "Defectives or defects.", examples = "12")
          @Nullable
          @Min(0)
          @Max(LARGEST_COUNT)
          Long count,
      @Schema(description = "Units that it is of; not for C, where all are alike.", examples = "50")
          @Nullable
          @PositiveOrZero
          @Max(LARGEST_COUNT)
          Double size,
      @Schema(description = "Measured together; only for MEAN_RANGE.", examples = "[74.03, 74.0]")
          @Nullable
          @Size(min = 2, max = LARGEST_SAMPLE)
          List<@NotNull Double> values) {

    /** Copies the values. */
    public Point {
      values = values == null ? null : List.copyOf(values);
    }
  }

  /** Copies the points. */
  public GivenPoints {
    points = points == null ? List.of() : List.copyOf(points);
  }

  /** What does not fit the chart, beside the bounds. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      FieldProblem problem = problem(points.get(i), "/points/" + i);
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private @Nullable FieldProblem problem(Point point, String pointer) {
    Long count = point.count();
    Double size = point.size();
    if (chart.isOfValues()) {
      return values(point, pointer);
    }
    if (point.values() != null) {
      return new FieldProblem(pointer + "/values", "not-allowed", "Only MEAN_RANGE has values.");
    }
    if (count == null) {
      return new FieldProblem(pointer + "/count", "required", "Each point of counts has a count.");
    }
    if (size == null) {
      return chart == ChartKind.C
          ? null
          : new FieldProblem(pointer + "/size", "required", "Say of how many units the count is.");
    }
    return chart == ChartKind.P && (size != Math.rint(size) || count > size)
        ? new FieldProblem(
            pointer + "/size", "out-of-range", "Defectives are some of a whole number of units.")
        : null;
  }

  private static @Nullable FieldProblem values(Point point, String pointer) {
    if (point.count() != null || point.size() != null) {
      return new FieldProblem(pointer, "not-allowed", "A sample has values, and nothing else.");
    }
    List<Double> values = point.values();
    if (values == null) {
      return new FieldProblem(pointer + "/values", "required", "Each sample has values.");
    }
    return values.stream().allMatch(value -> Math.abs(value) <= LARGEST)
        ? null
        : new FieldProblem(
            pointer + "/values", "out-of-range", "A value is at most 1e100 in magnitude.");
  }

  /** The points of a chart of counts, which were found to fit. */
  List<Subgroup> subgroups() {
    return points.stream()
        .map(
            point ->
                new Subgroup(
                    point.label(),
                    point.count() == null ? 0 : point.count(),
                    point.size() == null ? 1 : point.size()))
        .toList();
  }

  /** The points of a chart of values, which were found to fit. */
  List<MeanRangeChart.Sample> samples() {
    return points.stream()
        .map(
            point ->
                new MeanRangeChart.Sample(
                    point.label(), point.values() == null ? List.of() : point.values()))
        .toList();
  }

  /** The size of most samples, the larger one of two as frequent. */
  int sampleSize() {
    return samples().stream()
        .map(sample -> sample.values().size())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .orElseThrow()
        .getKey();
  }

  /** Patterns in force. */
  Rules rulesInForce() {
    return rules == null ? Rules.WESTERN_ELECTRIC : rules;
  }

  /** The same as the algorithm has them. */
  Set<RunRule> runRules() {
    return switch (rulesInForce()) {
      case WESTERN_ELECTRIC -> RunRule.westernElectric();
      case NELSON -> RunRule.nelson();
      case ONLY_LIMITS -> EnumSet.of(RunRule.WESTERN_ELECTRIC_1);
    };
  }

  /** Whether points beyond the limits are taken out of their computation. */
  boolean removes() {
    return Boolean.TRUE.equals(removeOutOfControl);
  }
}
