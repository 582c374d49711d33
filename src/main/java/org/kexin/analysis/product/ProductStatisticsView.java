package org.kexin.analysis.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** What products bring in, and how unevenly (商品 ABC 分析). */
@Schema(description = "What products or categories bring in, and how unevenly (商品 ABC 分析).")
public record ProductStatisticsView(
    About about,
    @Schema(description = "PRODUCT or CATEGORY.", examples = "PRODUCT", maxLength = 20) String by,
    @Schema(description = "Absent where there are too few customers to show.")
        @Nullable ProductTotals totals,
    ProductConcentration concentration,
    @Schema(description = "The best first, as many as asked for.", maxItems = 500)
        List<ProductRow> rows,
    @Schema(description = "All that were bought by too few customers to show, summed up.")
        @Nullable OtherProducts others)
    implements Drawn {

  /** Copies the rows. */
  public ProductStatisticsView {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(Locale language) {
    return ProductCharts.pareto(this).svg(language);
  }

  /** Sums over all lines used. */
  @Schema(description = "Sums over all lines used.")
  public record ProductTotals(
      @Schema(description = "Products or categories sold.", examples = "3665") long rows,
      @Schema(description = "Orders with a line.", examples = "18532") long orders,
      @Schema(description = "Pieces.", examples = "5167812") long quantity,
      @Schema(
              description = "Decimal, in the currency of about.",
              examples = "8911407.904",
              maxLength = 40)
          String revenue,
      @Schema(description = "Known customers.", examples = "4338") long customers) {}

  /** How unevenly revenue is spread. */
  @Schema(
      description =
          "How unevenly revenue is spread over the products shown, those with a revenue below zero"
              + " left out.")
  public record ProductConcentration(
      @Schema(description = "Products compared.", examples = "3665") long rows,
      @Schema(description = "Revenue compared.", examples = "8911407.904", maxLength = 40)
          String revenue,
      @Schema(description = "0 all alike … 1 one brings all.", examples = "0.7427")
          @Nullable Double gini,
      @Schema(description = "Gini · n/(n−1).", examples = "0.7429") @Nullable Double correctedGini,
      @Schema(description = "HHI, the sum of squared shares.", examples = "0.0021")
          @Nullable Double herfindahlHirschman,
      @Schema(description = "ABC classes (ABC 分类).", maxItems = 3) List<ProductClass> abc,
      @Schema(description = "Revenue of the top percent of products.", maxItems = 20)
          List<ProductTopShare> topShares,
      @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason) {}

  /** One ABC class of products. */
  @Schema(description = "One ABC class of products.")
  public record ProductClass(
      @Schema(examples = "A", maxLength = 1) String name,
      @Schema(description = "Cumulative share of revenue, percent.", examples = "80")
          BigDecimal upToPercent,
      @Schema(examples = "771") long rows,
      @Schema(examples = "7127898.33", maxLength = 40) String revenue,
      @Schema(description = "Of all compared, 0 to 1.", examples = "0.2104") double rowShare,
      @Schema(examples = "0.79986") double revenueShare) {}

  /** What the best percent of products bring in. */
  @Schema(description = "What the best percent of products bring in.")
  public record ProductTopShare(
      @Schema(examples = "1") BigDecimal percent,
      @Schema(examples = "37") long rows,
      @Schema(examples = "0.1994") double share) {}

  /** One product or category. */
  @Schema(description = "One product or category.")
  public record ProductRow(
      @Schema(examples = "1") int rank,
      @Schema(
              description = "NONE: products without a category.",
              examples = "85123A",
              maxLength = 100)
          String code,
      @Schema(examples = "White hanging heart T-light holder", maxLength = 200)
          @Nullable String name,
      @Schema(description = "Of a product.", examples = "LIGHTS", maxLength = 100)
          @Nullable String category,
      @Schema(examples = "100603.5", maxLength = 40) String revenue,
      @Schema(
              description = "Of the revenue compared, 0 to 1; absent where it is below zero.",
              examples = "0.0113")
          @Nullable Double share,
      @Schema(description = "Of it and all before.", examples = "0.0544")
          @Nullable Double cumulativeShare,
      @Schema(description = "A, B or C.", examples = "A", maxLength = 1) @Nullable String abcClass,
      @Schema(examples = "36725") long quantity,
      @Schema(examples = "1978") long orders,
      @Schema(description = "Known customers.", examples = "856") long customers) {}

  /** Those held back. */
  @Schema(description = "Those bought by too few customers to show, and the next one with them.")
  public record OtherProducts(
      @Schema(examples = "412") long rows,
      @Schema(examples = "18239.11", maxLength = 40) String revenue,
      @Schema(examples = "9120") long quantity) {}
}
