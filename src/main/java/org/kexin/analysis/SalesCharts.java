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
    Words revenue = new Words("Revenue" + currency, "销售额" + currency);
    String groupBy = view.about().parameters().get("groupBy");
    if (view.groups() != null && groupBy != null) {
      return new BarChart(
          title(Grouping.valueOf(groupBy)),
          revenue,
          view.groups().stream()
              .map(group -> new BarChart.Bar(group.group(), number(group.revenue())))
              .toList());
    }
    return new BarChart(
        title(Grouping.MONTH),
        revenue,
        view.months().stream()
            .map(month -> new BarChart.Bar(month.month(), number(month.revenue())))
            .toList());
  }

  private static Words title(Grouping grouping) {
    return switch (grouping) {
      case CHANNEL -> new Words("Revenue by channel", "各渠道销售额");
      case CUSTOMER_KIND -> new Words("Revenue by kind of customer", "各类客户销售额");
      case MONTH -> new Words("Revenue by month", "每月销售额");
      case QUARTER -> new Words("Revenue by quarter", "每季销售额");
      case YEAR -> new Words("Revenue by year", "每年销售额");
    };
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
