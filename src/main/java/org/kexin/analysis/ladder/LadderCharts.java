package org.kexin.analysis.ladder;

import java.util.Locale;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;
import org.kexin.lifecycle.LifeCycleStage;

/** What the ladder looks like. */
final class LadderCharts {

  private LadderCharts() {}

  static Chart ladder(LadderView view, Locale language) {
    return new BarChart(
        new Words("Customers by stage of the life cycle", "各生命周期阶段的客户数"),
        new Words("Customers", "客户数"),
        view.stages().stream()
            .map(
                rung ->
                    new BarChart.Bar(
                        words(rung.stage()).in(language),
                        rung.customers() == null ? null : rung.customers().doubleValue()))
            .toList());
  }

  private static Words words(LifeCycleStage stage) {
    return switch (stage) {
      case PROSPECT -> new Words("Prospect", "潜在客户");
      case TARGET -> new Words("Target", "目标客户");
      case FIRST_PURCHASE -> new Words("First buy", "首次购买");
      case REPEAT -> new Words("Repeat", "重复购买");
      case CORE -> new Words("Core", "核心客户");
      case ADVOCATE -> new Words("Advocate", "拥护者");
      case LAPSING -> new Words("Lapsing", "流失预警");
      case LOST -> new Words("Lost", "已流失");
      case WON_BACK -> new Words("Won back", "赢回");
    };
  }
}
