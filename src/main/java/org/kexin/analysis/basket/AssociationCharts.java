package org.kexin.analysis.basket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.HeatTable;
import org.kexin.analysis.chart.Words;

/** What rules and the likeness of products look like. */
final class AssociationCharts {

  private static final int MOST = 20;
  private static final int MOST_COMPARED = 15;

  private AssociationCharts() {}

  /** The first rules by lift. */
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

  /** How like each other the first products are. */
  static Chart similarities(ProductSimilaritiesView view) {
    List<ProductSimilaritiesView.SimilarProducts> first =
        view.products().stream().limit(MOST_COMPARED).toList();
    return new HeatTable(
        new Words("Products that the same customers buy", "同客共购商品"),
        new Words("Similarity", "相似度"),
        first.stream().map(row -> row.product().code()).toList(),
        first.stream().map(row -> likeness(row, first)).toList());
  }

  private static HeatTable.Row likeness(
      ProductSimilaritiesView.SimilarProducts row,
      List<ProductSimilaritiesView.SimilarProducts> all) {
    Map<String, Double> byCode = new HashMap<>();
    row.similar().forEach(other -> byCode.put(other.product().code(), other.similarity()));
    List<@Nullable Double> cells = new ArrayList<>();
    all.forEach(other -> cells.add(byCode.get(other.product().code())));
    return new HeatTable.Row(OfferWords.said(row.product()), cells);
  }

  private static String names(List<AssociationsView.Thing> things) {
    return things.stream().map(AssociationsView.Thing::code).collect(Collectors.joining(" + "));
  }
}
