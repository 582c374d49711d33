package org.kexin.analysis.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;
import org.kexin.customer.Kind;

/** What the spread of grades looks like. */
final class GradeCharts {

  private GradeCharts() {}

  static Chart of(GradesView view) {
    return new BarChart(
        new Words("Customers by grade", "各等级的客户数"),
        new Words("Customers", "客户数"),
        view.kinds().stream().flatMap(kind -> bars(kind).stream()).toList());
  }

  private static List<BarChart.Bar> bars(GradesView.OfKind kind) {
    String of = kind.kind() == Kind.INDIVIDUAL ? "个人" : "企业";
    return kind.grades().stream()
        .map(it -> new BarChart.Bar(of + it.grade().chinese(), value(it.customers())))
        .toList();
  }

  private static @Nullable Double value(@Nullable Long count) {
    return count == null ? null : count.doubleValue();
  }
}
