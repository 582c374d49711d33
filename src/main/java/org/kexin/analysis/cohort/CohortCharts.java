package org.kexin.analysis.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.HeatTable;
import org.kexin.analysis.chart.Words;

/** What cohorts look like: retention by cohort and months after. */
final class CohortCharts {

  private CohortCharts() {}

  static Chart retention(CohortsView view) {
    int columns =
        view.cohorts().stream().mapToInt(cohort -> cohort.months().size()).max().orElse(0);
    return new HeatTable(
        new Words("Retention by cohort", "各同期群留存率"),
        new Words("First order, months after", "首购月份与其后月数"),
        IntStream.range(0, columns).mapToObj(String::valueOf).toList(),
        view.cohorts().stream().map(CohortCharts::row).toList());
  }

  /** A cohort whose own month is not complete is marked. */
  private static HeatTable.Row row(CohortsView.Cohort cohort) {
    List<@Nullable Double> shares = new ArrayList<>();
    cohort.months().forEach(month -> shares.add(month.retention()));
    return new HeatTable.Row(cohort.month() + (cohort.complete() ? "" : " *"), shares);
  }
}
