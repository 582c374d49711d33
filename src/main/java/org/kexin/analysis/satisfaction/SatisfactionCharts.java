package org.kexin.analysis.satisfaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.LineChart;
import org.kexin.analysis.chart.Words;
import org.kexin.analysis.satisfaction.SatisfactionView.Month;

/** What satisfaction looks like. */
final class SatisfactionCharts {

  private static final Words TITLE = new Words("Satisfaction by month", "每月满意度");
  private static final Words INTERVAL = new Words("95 % interval", "95% 置信区间");

  private SatisfactionCharts() {}

  static Chart trend(SatisfactionView view) {
    List<@Nullable Double> values = new ArrayList<>();
    List<@Nullable Double> low = new ArrayList<>();
    List<@Nullable Double> high = new ArrayList<>();
    for (Month month : view.months()) {
      values.add(month.score().value());
      low.add(month.score().lower());
      high.add(month.score().upper());
    }
    Words unit = unit(view.kind());
    return new LineChart(
        TITLE,
        unit,
        view.months().stream().map(Month::month).toList(),
        List.of(LineChart.Line.of(unit, values)),
        List.of(new LineChart.Band(INTERVAL, low, high)));
  }

  private static Words unit(SatisfactionView.Kind kind) {
    return switch (kind) {
      case NPS -> new Words("NPS", "净推荐值");
      case CSAT -> new Words("CSAT (share satisfied)", "满意度（满意者占比）");
      case CES -> new Words("CES (7 is easy)", "费力度（7 为轻松）");
    };
  }
}
