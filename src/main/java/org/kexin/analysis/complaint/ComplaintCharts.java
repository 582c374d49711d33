package org.kexin.analysis.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.LineChart;
import org.kexin.analysis.chart.Words;

/** What the analysis of complaints looks like: its control chart. */
final class ComplaintCharts {

  private static final Words TITLE = new Words("Complaints over time", "投诉趋势");
  private static final Words PER_ORDERS = new Words("Complaints per 1,000 orders", "每千笔订单的投诉数");
  private static final Words NUMBER = new Words("Complaints", "投诉数");
  private static final Words LIMITS = new Words("Limits of chance", "控制限");
  private static final Words CENTRE = new Words("Centre", "中心线");

  private ComplaintCharts() {}

  static Chart trend(ComplaintAnalysisView view) {
    List<ComplaintAnalysisView.Point> points = view.trend().points();
    Words unit = view.trend().chart().equals("u") ? PER_ORDERS : NUMBER;
    List<Integer> marked =
        IntStream.range(0, points.size())
            .filter(i -> points.get(i).outOfControl())
            .boxed()
            .toList();
    return new LineChart(
        TITLE,
        unit,
        points.stream().map(ComplaintAnalysisView.Point::period).toList(),
        List.of(
            new LineChart.Line(
                unit, values(points, ComplaintAnalysisView.Point::value), false, marked),
            new LineChart.Line(
                CENTRE,
                values(points, point -> point.value() == null ? null : view.trend().centre()),
                true,
                List.of())),
        List.of(
            new LineChart.Band(
                LIMITS,
                values(points, ComplaintAnalysisView.Point::lower),
                values(points, ComplaintAnalysisView.Point::upper))));
  }

  /** A list that may hold nulls, which {@code toList} of a stream may too, but not typed so. */
  private static List<@Nullable Double> values(
      List<ComplaintAnalysisView.Point> points,
      Function<ComplaintAnalysisView.Point, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    points.forEach(point -> values.add(value.apply(point)));
    return values;
  }
}
