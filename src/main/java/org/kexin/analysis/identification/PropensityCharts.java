package org.kexin.analysis.identification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.LineChart;
import org.kexin.analysis.chart.Words;

/** What a model of propensity looks like. */
final class PropensityCharts {

  private static final double TENTHS = 10;

  private PropensityCharts() {}

  /** The share of all buyers who are among the first tenths. */
  static Chart lift(PropensityView view) {
    PropensityView.PropensityCheck check = view.validation();
    List<PropensityView.PropensityTenth> tenths = check == null ? List.of() : check.tenths();
    List<@Nullable Double> reached = new ArrayList<>();
    List<@Nullable Double> chance = new ArrayList<>();
    for (PropensityView.PropensityTenth tenth : tenths) {
      reached.add(tenth.reached());
      chance.add(tenth.number() / TENTHS);
    }
    return new LineChart(
        new Words("Buyers reached by tenths of prospects", "按潜在客户十分位触达的购买者"),
        new Words("Share of buyers", "购买者占比"),
        tenths.stream().map(tenth -> String.valueOf(tenth.number())).toList(),
        List.of(
            LineChart.Line.of(new Words("Model", "模型"), reached),
            new LineChart.Line(new Words("By chance", "随机"), chance, true, List.of())),
        List.of());
  }
}
