package org.kexin.analysis.distribution;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** How customers spread over an attribute, or over a quantity. */
@Schema(name = "Distribution", description = "How customers spread over an attribute (分布分析).")
record DistributionView(
    About about,
    @Schema(description = "What was asked for.", examples = "AGE_BAND", maxLength = 40)
        String attribute,
    @Schema(
            description =
                "Of an attribute all live customers, of a quantity those behind its values; absent"
                    + " where they are too few to show.",
            examples = "4338",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long customers,
    @Schema(
            description =
                "Of an attribute: its groups, the largest first or in its own order; the others at"
                    + " the end.",
            maxItems = 1002)
        List<Group> groups,
    @Schema(description = "Of a quantity.") @Nullable Numbers numbers,
    @Schema(
            description = "Why there are no groups: TOO_MANY_CATEGORIES, TOO_FEW_CUSTOMERS.",
            examples = "TOO_FEW_CUSTOMERS",
            maxLength = 60)
        @Nullable String reason)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return DistributionCharts.of(this).svg(language);
  }

  /** One group, and what it buys; a figure of too few customers is absent. */
  @Schema(
      name = "DistributionGroup",
      description = "One group, and what it buys; a figure of too few customers is absent.")
  record Group(
      GroupLabel group,
      @Schema(description = "Live customers.", examples = "885", minimum = "1") long customers,
      @Schema(description = "Of all of them, 0 to 1.", examples = "0.204") double share,
      @Schema(description = "Customers with an order.", examples = "610", minimum = "0")
          @Nullable Long buyers,
      @Schema(description = "Orders.", examples = "1400", minimum = "0") @Nullable Long orders,
      @Schema(
              description = "Decimal, in the currency of about.",
              examples = "572713.89",
              maxLength = 40)
          @Nullable String revenue,
      @Schema(description = "Decimal; absent without orders.", examples = "409.08", maxLength = 40)
          @Nullable String averageOrderValue) {}

  /** A quantity in a few figures. */
  @Schema(name = "DistributionNumbers", description = "A quantity in a few figures.")
  record Numbers(
      @Schema(description = "Values.", examples = "18532", minimum = "0") @Nullable Long n,
      @Schema(examples = "480.87") @Nullable Double mean,
      @Schema(description = "With n − 1.", examples = "1321.4") @Nullable Double standardDeviation,
      @Schema(description = "Absent for roles that may not see individuals.", examples = "0.38")
          @Nullable Double min,
      @Schema(examples = "157.9") @Nullable Double lowerQuartile,
      @Schema(examples = "303") @Nullable Double median,
      @Schema(examples = "469.2") @Nullable Double upperQuartile,
      @Schema(description = "Absent for roles that may not see individuals.", examples = "168469.6")
          @Nullable Double max,
      @Schema(
              description = "Largest relative error of the quartiles; 0 where they are exact.",
              examples = "0")
          double quartileError,
      @Schema(description = "From the first with a value to the last.", maxItems = 40)
          List<NumberBin> bins) {}

  /** Values between two edges. */
  @Schema(
      name = "DistributionBin",
      description = "Values from the lower edge, which belongs to it, to the upper one.")
  record NumberBin(
      @Schema(description = "Absent below the first edge.", examples = "100") @Nullable Double from,
      @Schema(description = "Absent above the last edge.", examples = "200") @Nullable Double to,
      @Schema(description = "Absent where of too few customers.", examples = "412")
          @Nullable Long values,
      @Schema(description = "Customers behind them; absent where too few.", examples = "301")
          @Nullable Long customers) {}
}
