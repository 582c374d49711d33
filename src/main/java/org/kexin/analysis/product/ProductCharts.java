package org.kexin.analysis.product;

import java.util.List;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.ParetoChart;
import org.kexin.analysis.chart.Words;

/** What product statistics look like. */
final class ProductCharts {

  private ProductCharts() {}

  static Chart pareto(ProductStatisticsView view) {
    boolean products = view.by().equals(ProductQuestion.By.PRODUCT.name());
    List<ParetoChart.Bar> bars =
        view.rows().stream()
            .filter(row -> row.share() != null && row.cumulativeShare() != null)
            .map(row -> new ParetoChart.Bar(row.code(), row.share(), row.cumulativeShare()))
            .toList();
    return new ParetoChart(
        products
            ? new Words("Revenue by product (Pareto)", "商品销售额帕累托图")
            : new Words("Revenue by category (Pareto)", "品类销售额帕累托图"),
        new Words("Share of revenue, %", "销售额占比（%）"),
        bars);
  }
}
