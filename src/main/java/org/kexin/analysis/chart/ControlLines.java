package org.kexin.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Points of a control chart over their limits, with those out of control marked. */
public final class ControlLines {

  private static final Words LIMITS = new Words("Limits of chance", "控制限");
  private static final Words CENTRE = new Words("Centre", "中心线");

  private ControlLines() {}

  /** One point; its value or limits may be missing. */
  public record Point(
      String label,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      boolean outOfControl) {}

  /**
   * The chart.
   *
   * @param unit of the values
   * @param centre null where there is none
   */
  public static Chart of(Words title, Words unit, List<Point> points, @Nullable Double centre) {
    List<Integer> marked =
        IntStream.range(0, points.size())
            .filter(i -> points.get(i).outOfControl())
            .boxed()
            .toList();
    return new LineChart(
        title,
        unit,
        points.stream().map(Point::label).toList(),
        List.of(
            new LineChart.Line(unit, values(points, Point::value), false, marked),
            new LineChart.Line(
                CENTRE,
                values(points, point -> point.value() == null ? null : centre),
                true,
                List.of())),
        List.of(
            new LineChart.Band(
                LIMITS, values(points, Point::lower), values(points, Point::upper))));
  }

  /** A list that may hold nulls, which {@code toList} of a stream may too, but not typed so. */
  private static List<@Nullable Double> values(
      List<Point> points, Function<Point, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    points.forEach(point -> values.add(value.apply(point)));
    return values;
  }
}
