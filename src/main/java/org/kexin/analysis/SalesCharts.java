package org.kexin.analysis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;

/** What sales statistics and RFM look like. */
final class SalesCharts {

  private SalesCharts() {}

  static Chart statistics(StatisticsView view) {
    String currency = view.about().currency() == null ? "" : " (" + view.about().currency() + ")";
    return new BarChart(
        new Words("Revenue by month", "每月销售额"),
        new Words("Revenue" + currency, "销售额" + currency),
        view.months().stream()
            .map(month -> new BarChart.Bar(month.month(), number(month.revenue())))
            .toList());
  }

  static Chart rfm(RfmView view) {
    return new BarChart(
        new Words("Customers by RFM segment", "各 RFM 客群的客户数"),
        new Words("Customers", "客户数"),
        view.segments().stream()
            .map(
                segment ->
                    new BarChart.Bar(
                        segment.name(),
                        segment.customers() == null ? null : segment.customers().doubleValue()))
            .toList());
  }

  private static @Nullable Double number(@Nullable String decimal) {
    return decimal == null ? null : new BigDecimal(decimal).doubleValue();
  }
}
