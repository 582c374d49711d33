package org.kexin.analysis.basket;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;

/** What rules look like: the first of them by lift. */
final class AssociationCharts {

  private static final int MOST = 20;

  private AssociationCharts() {}

  static Chart rules(AssociationsView view) {
    return new BarChart(
        new Words("What is bought together", "关联商品"),
        new Words("Lift", "提升度"),
        view.rules().stream()
            .sorted(Comparator.comparingDouble(AssociationsView.RuleRow::lift).reversed())
            .limit(MOST)
            .map(
                rule ->
                    new BarChart.Bar(
                        names(rule.antecedent()) + " → " + names(rule.consequent()), rule.lift()))
            .toList());
  }

  private static String names(List<AssociationsView.Thing> things) {
    return things.stream().map(AssociationsView.Thing::code).collect(Collectors.joining(" + "));
  }
}
