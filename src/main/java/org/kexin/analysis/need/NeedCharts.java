package org.kexin.analysis.need;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;

/** What needs look like: customers who are due or overdue, by item. */
final class NeedCharts {

  private static final int MOST = 20;

  private NeedCharts() {}

  static Chart due(NeedsView view) {
    List<NeedsView.DueRow> first = view.rows().stream().limit(MOST).toList();
    return new BarChart(
        new Words("Customers who need it by then", "届时有需求的客户"),
        new Words("Customers", "客户数"),
        first.stream().map(row -> new BarChart.Bar(row.code(), sum(row))).toList());
  }

  private static @Nullable Double sum(NeedsView.DueRow row) {
    Long pastDue = row.pastDue();
    Long coming = row.coming();
    return pastDue == null || coming == null ? null : (double) (pastDue + coming);
  }
}
