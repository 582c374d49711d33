package org.kexin.analysis.product;

import java.util.ArrayList;
import java.util.List;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.ParetoChart;
import org.kexin.analysis.chart.Words;

/** What product statistics look like. */
final class ProductCharts {

  private ProductCharts() {}

  static Chart pareto(ProductStatisticsView view) {
    boolean products = view.by().equals(ProductQuestion.By.PRODUCT.name());
    List<ParetoChart.Bar> bars = new ArrayList<>();
    for (ProductStatisticsView.ProductRow row : view.rows()) {
      Double share = row.share();
      Double cumulative = row.cumulativeShare();
      if (share != null && cumulative != null) {
        bars.add(new ParetoChart.Bar(row.code(), share, cumulative));
      }
    }
    return new ParetoChart(
        products
            ? new Words("Revenue by product (Pareto)", "商品销售额帕累托图")
            : new Words("Revenue by category (Pareto)", "品类销售额帕累托图"),
        new Words("Share of revenue, %", "销售额占比（%）"),
        bars);
  }
}
