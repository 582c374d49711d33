package org.kexin.analysis.distribution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.HeatTable;
import org.kexin.analysis.chart.Words;

/** What distributions and cross-tabs look like. */
final class DistributionCharts {

  private DistributionCharts() {}

  static Chart of(DistributionView view) {
    DistributionView.Numbers numbers = view.numbers();
    if (numbers != null) {
      Quantity quantity = Quantity.valueOf(view.attribute());
      return new BarChart(
          new Words(quantity.english(), quantity.chinese() + "分布"),
          quantity.isOfOrders() ? new Words("Orders", "订单数") : new Words("Customers", "客户数"),
          numbers.bins().stream()
              .map(bin -> new BarChart.Bar(label(bin), value(bin.values())))
              .toList());
    }
    return new BarChart(
        title(view),
        new Words("Customers", "客户数"),
        view.groups().stream()
            .map(group -> new BarChart.Bar(group.group().value(), (double) group.customers()))
            .toList());
  }

  static Chart of(CrossTabView view) {
    Attribute rows = Attribute.valueOf(view.rowAttribute());
    Attribute columns = Attribute.valueOf(view.columnAttribute());
    return new HeatTable(
        new Words(
            rows.english() + " by " + columns.english().toLowerCase(Locale.ROOT),
            rows.chinese() + "与" + columns.chinese() + "的交叉分布"),
        new Words("Share of the row", "占行的比例"),
        view.columns().stream().map(column -> column.group().value()).toList(),
        view.rows().stream()
            .map(
                row ->
                    new HeatTable.Row(
                        row.group().value(),
                        row.cells().stream().map(CrossTabView.Cell::rowShare).toList()))
            .toList());
  }

  /** Without figures there is nothing to say whether it is an attribute or a quantity. */
  private static Words title(DistributionView view) {
    for (Quantity quantity : Quantity.values()) {
      if (quantity.name().equals(view.attribute())) {
        return new Words(quantity.english(), quantity.chinese() + "分布");
      }
    }
    Attribute attribute = Attribute.valueOf(view.attribute());
    return new Words(
        "Customers by " + attribute.english().toLowerCase(Locale.ROOT),
        "按" + attribute.chinese() + "的客户分布");
  }

  private static String label(DistributionView.NumberBin bin) {
    return bin.from() == null ? "<" + whole(bin.to()) : whole(bin.from());
  }

  private static String whole(@Nullable Double edge) {
    return edge == null ? "" : String.valueOf(edge.longValue());
  }

  private static @Nullable Double value(@Nullable Long count) {
    return count == null ? null : count.doubleValue();
  }
}
