package org.kexin.analysis.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/** Sums by product or category as an answer, computed from the rows that are shown. */
final class ProductFindings {

  private static final Reason NEGATIVE_TOTAL =
      new Reason(
          "NEGATIVE_TOTAL",
          "Products with more returned than sold; a negative share means nothing.");

  private final List<ProductTally.Row> shown;
  private final List<ProductTally.Row> held;
  private final long rows;
  private final ProductTally.Row all;
  private final SmallGroups groups;
  private final Concentration concentration;

  /**
   * @param rows the best first
   * @param hidden those that may not be shown
   * @param all the sum of all
   */
  ProductFindings(
      List<ProductTally.Row> rows,
      Set<ProductTally.Row> hidden,
      ProductTally.Row all,
      SmallGroups groups) {
    this.shown = rows.stream().filter(row -> !hidden.contains(row)).toList();
    this.held = rows.stream().filter(hidden::contains).toList();
    this.rows = rows.size();
    this.all = all;
    this.groups = groups;
    this.concentration =
        Concentration.of(
            shown.stream()
                .map(ProductTally.Row::revenue)
                .filter(revenue -> revenue.signum() >= 0)
                .toList(),
            Concentration.Parameters.defaults());
  }

  ProductStatisticsView view(About about, ProductQuestion question) {
    long negative = shown.size() - concentration.customers();
    return new ProductStatisticsView(
        negative == 0 ? about : about.plus(List.of(new LeftOut(NEGATIVE_TOTAL, negative)), groups),
        question.by().name(),
        groups.show(
            all.customers(),
            new ProductStatisticsView.ProductTotals(
                rows, all.orders(), all.quantity(), money(all.revenue()), all.customers())),
        concentration(),
        rows(question.top()),
        others());
  }

  private ProductStatisticsView.ProductConcentration concentration() {
    return new ProductStatisticsView.ProductConcentration(
        concentration.customers(),
        money(concentration.revenue()),
        concentration.gini().value(),
        concentration.correctedGini().value(),
        concentration.herfindahlHirschman().value(),
        concentration.abc().stream()
            .map(
                abc ->
                    new ProductStatisticsView.ProductClass(
                        abc.name(),
                        abc.upToPercent(),
                        abc.customers(),
                        money(abc.revenue()),
                        abc.customerShare(),
                        abc.revenueShare()))
            .toList(),
        concentration.topShares().stream()
            .map(
                top ->
                    new ProductStatisticsView.ProductTopShare(
                        top.percent(), top.customers(), top.share()))
            .toList(),
        concentration.reason() == null ? null : reason());
  }

  private String reason() {
    return !held.isEmpty() && shown.isEmpty()
        ? groups.reason()
        : "No product with a revenue above zero is shown.";
  }

  private List<ProductStatisticsView.ProductRow> rows(int top) {
    List<ProductStatisticsView.ProductRow> listed = new ArrayList<>();
    BigDecimal together = BigDecimal.ZERO;
    for (int i = 0; i < Math.min(top, shown.size()); i++) {
      ProductTally.Row row = shown.get(i);
      together = together.add(row.revenue());
      listed.add(row(i, row, together));
    }
    return listed;
  }

  private ProductStatisticsView.ProductRow row(
      int index, ProductTally.Row row, BigDecimal together) {
    boolean compared = index < concentration.customers() && concentration.reason() == null;
    return new ProductStatisticsView.ProductRow(
        index + 1,
        row.code(),
        row.name(),
        row.category() == null ? null : row.category().code(),
        money(row.revenue()),
        compared ? share(row.revenue()) : null,
        compared ? share(together) : null,
        compared ? abcClass(index) : null,
        row.quantity(),
        row.orders(),
        row.customers());
  }

  /** Without the zeros that lines of four decimals bring, but for two. */
  private static String money(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
  }

  private double share(BigDecimal revenue) {
    return revenue.doubleValue() / concentration.revenue().doubleValue();
  }

  private @Nullable String abcClass(int index) {
    long behind = 0;
    for (Concentration.AbcClass abc : concentration.abc()) {
      behind += abc.customers();
      if (index < behind) {
        return abc.name();
      }
    }
    return null;
  }

  /** Of k customers or more unless all together are of fewer. */
  private ProductStatisticsView.@Nullable OtherProducts others() {
    if (held.isEmpty() || !groups.shows(all.customers())) {
      return null;
    }
    return new ProductStatisticsView.OtherProducts(
        held.size(),
        money(
            held.stream().map(ProductTally.Row::revenue).reduce(BigDecimal.ZERO, BigDecimal::add)),
        held.stream().mapToLong(ProductTally.Row::quantity).sum());
  }
}
