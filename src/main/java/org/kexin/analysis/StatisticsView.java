package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.Drawn;

/** Sales statistics (统计分析): totals, shares, concentration, revenue by month. */
@Schema(description = "Sales statistics (统计分析).")
public record StatisticsView(
    About about,
    @Schema(description = "Absent where there are too few customers to show.")
        @Nullable Totals totals,
    Concentration concentration,
    @Schema(
            description = "The best customers; absent for roles that may not see individuals.",
            maxItems = 100)
        @Nullable List<TopCustomer> topCustomers,
    @Schema(description = "Every month of the period, also those without sales.", maxItems = 1200)
        List<Month> months,
    @Schema(
            description =
                "The groups asked for with groupBy; absent otherwise. Channels and kinds of"
                    + " customers as the contract names them, UNKNOWN last; periods by time, from the"
                    + " first to the last with a sale.",
            maxItems = 60)
        @Nullable List<SalesGroup> groups)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return SalesCharts.statistics(this).svg(language);
  }

  /** Sums over the sales used. */
  @Schema(description = "Sums over the sales used.")
  public record Totals(
      @Schema(description = "Orders.", examples = "18532") long orders,
      @Schema(description = "Returns that were deducted.", examples = "0") long returns,
      @Schema(description = "Order lines.", examples = "397884") long lines,
      @Schema(description = "Pieces.", examples = "5167812") long quantity,
      @Schema(
              description = "Decimal, in the currency of about.",
              examples = "8911407.904",
              maxLength = 40)
          String revenue,
      @Schema(description = "Known customers.", examples = "4338") long customers,
      @Schema(
              description = "Decimal; absent without orders.",
              examples = "480.8659",
              maxLength = 40)
          @Nullable String averageOrderValue,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {}

  /** How unevenly revenue is spread over customers. */
  @Schema(description = "How unevenly revenue is spread over customers.")
  public record Concentration(
      @Schema(
              description = "Customers compared; absent where they are too few to show.",
              examples = "4338")
          @Nullable Long customers,
      @Schema(description = "0 all alike … 1 one buys all.", examples = "0.71513962")
          @Nullable Double gini,
      @Schema(description = "Gini · n/(n−1).", examples = "0.7153045")
          @Nullable Double correctedGini,
      @Schema(description = "HHI, the sum of squared shares.", examples = "0.0042")
          @Nullable Double herfindahlHirschman,
      @Schema(description = "ABC classes (ABC 分类).", maxItems = 3) List<AbcClass> abc,
      @Schema(description = "Revenue of the top percent of customers.", maxItems = 20)
          List<TopShare> topShares,
      @Schema(description = "Points of the Lorenz curve, for a chart.", maxItems = 101)
          List<LorenzPoint> lorenz,
      @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason) {}

  /** One ABC class; figures are absent where the group is too small to show. */
  @Schema(description = "One ABC class; figures are absent where the group is too small to show.")
  public record AbcClass(
      @Schema(examples = "A", maxLength = 1) String name,
      @Schema(description = "Cumulative share of revenue, percent.", examples = "80")
          BigDecimal upToPercent,
      @Schema(examples = "1132") @Nullable Long customers,
      @Schema(examples = "7127898.33", maxLength = 40) @Nullable String revenue,
      @Schema(examples = "0.26095") @Nullable Double customerShare,
      @Schema(examples = "0.79986") @Nullable Double revenueShare) {}

  /** What the best percent of customers bring in. */
  @Schema(description = "What the best percent of customers bring in.")
  public record TopShare(
      @Schema(examples = "1") BigDecimal percent,
      @Schema(examples = "44") @Nullable Long customers,
      @Schema(examples = "0.3194") @Nullable Double share) {}

  /** A point of the Lorenz curve. */
  @Schema(description = "A point of the Lorenz curve.")
  public record LorenzPoint(
      @Schema(description = "Share of customers, poorest first.", examples = "0.5")
          double customers,
      @Schema(description = "Their share of revenue.", examples = "0.0874") double revenue) {}

  /** One of the best customers. */
  @Schema(description = "One of the best customers.")
  public record TopCustomer(
      @Schema(examples = "1") int rank,
      UUID customerId,
      @Schema(examples = "73") long orders,
      @Schema(examples = "280206.02", maxLength = 40) String revenue,
      @Schema(examples = "0.031443") double share,
      @Schema(examples = "0.031443") double cumulativeShare) {}

  /** Statistics of one group; figures are absent where they are held back. */
  @Schema(description = "Statistics of one group; figures are absent where they are held back.")
  public record SalesGroup(
      @Schema(
              description =
                  "A channel, a kind of customer, UNKNOWN where no customer is known, or a period.",
              examples = "ONLINE",
              maxLength = 20)
          String group,
      @Schema(description = "Of periods only: false when it is not wholly in the period.")
          @Nullable Boolean complete,
      @Schema(description = "Orders.", examples = "18532", minimum = "0") @Nullable Long orders,
      @Schema(description = "Returns that were deducted.", examples = "0", minimum = "0")
          @Nullable Long returns,
      @Schema(description = "Pieces.", examples = "5167812") @Nullable Long quantity,
      @Schema(
              description = "Decimal, in the currency of about.",
              examples = "8911407.904",
              maxLength = 40)
          @Nullable String revenue,
      @Schema(
              description = "Known customers; who is in several groups counts in each.",
              examples = "4338",
              minimum = "0")
          @Nullable Long customers,
      @Schema(
              description = "Decimal; absent without orders.",
              examples = "480.8659",
              maxLength = 40)
          @Nullable String averageOrderValue,
      @Schema(description = "0 all alike … 1 one buys all.", examples = "0.71513962")
          @Nullable Double gini,
      @Schema(description = "HHI, the sum of squared shares.", examples = "0.0042")
          @Nullable Double herfindahlHirschman,
      @Schema(description = "ABC classes (ABC 分类) within the group.", maxItems = 3)
          List<AbcClass> abc,
      @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason) {}

  /** One calendar month; figures are absent where the group is too small to show. */
  @Schema(description = "One month; figures are absent where the group is too small to show.")
  public record Month(
      @Schema(examples = "2010-12", maxLength = 7) String month,
      @Schema(examples = "572713.89", maxLength = 40) @Nullable String revenue,
      @Schema(examples = "1400") @Nullable Long orders,
      @Schema(examples = "885") @Nullable Long customers,
      @Schema(description = "False when the month is not wholly in the period.")
          boolean complete) {}
}
