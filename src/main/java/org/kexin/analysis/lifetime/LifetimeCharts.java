package org.kexin.analysis.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.LineChart;
import org.kexin.analysis.chart.Words;

/** What the models look like: against what happened where there is a hold-out, else ahead. */
final class LifetimeCharts {

  private static final int LAST_CLASS = 7;
  private static final Map<String, String> NAMES =
      Map.of("BG_NBD", "BG/NBD", "MBG_NBD", "MBG/NBD", "PARETO_NBD", "Pareto/NBD");

  private LifetimeCharts() {}

  static Chart of(LifetimeView view) {
    LifetimeView.HoldOutView holdOut = view.holdOut();
    return holdOut == null ? ahead(view.expected()) : against(holdOut);
  }

  private static Chart ahead(LifetimeView.@Nullable LifetimeExpectation expected) {
    return new BarChart(
        new Words("Expected purchases by month ahead", "未来各月预期购买次数"),
        new Words("Purchases", "购买次数"),
        expected == null
            ? List.of()
            : expected.months().stream()
                .map(month -> new BarChart.Bar(String.valueOf(month.month()), month.purchases()))
                .toList());
  }

  private static Chart against(LifetimeView.HoldOutView holdOut) {
    List<LineChart.Line> lines = new ArrayList<>();
    lines.add(
        LineChart.Line.of(
            new Words("Actual", "实际"), column(holdOut, LifetimeView.HoldOutClass::actual)));
    for (int i = 0; i < holdOut.models().size(); i++) {
      int model = i;
      String code = holdOut.models().get(i).fit().model();
      String name = NAMES.getOrDefault(code, code);
      lines.add(
          new LineChart.Line(
              new Words(name, name),
              column(holdOut, it -> it.predicted().get(model).mean()),
              true,
              List.of()));
    }
    return new LineChart(
        new Words("Predicted and actual purchases by earlier repeats", "预测与实际购买次数（按此前复购次数）"),
        new Words("Purchases per customer", "人均购买次数"),
        holdOut.classes().stream().map(LifetimeCharts::label).toList(),
        lines,
        List.of());
  }

  private static String label(LifetimeView.HoldOutClass one) {
    return one.repeats() == LAST_CLASS ? one.repeats() + "+" : String.valueOf(one.repeats());
  }

  private static List<@Nullable Double> column(LifetimeView.HoldOutView holdOut, Figure figure) {
    List<@Nullable Double> column = new ArrayList<>();
    holdOut.classes().forEach(one -> column.add(figure.of(one)));
    return column;
  }

  private interface Figure {
    @Nullable Double of(LifetimeView.HoldOutClass one);
  }
}
