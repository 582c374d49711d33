package org.kexin.analysis.need;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.need.NeedState;

/** What a customer needs again, and when. */
@Schema(description = "What a customer needs again, and when (客户需求).")
public record CustomerNeedsView(
    UUID customerId,
    @Schema(
            description =
                "The most pressing first, then by the day they are due; absent where they are"
                    + " withheld or hidden.",
            maxItems = 50)
        @Nullable List<NeedRow> needs,
    @Schema(
            description = "Needs there are, given or not; absent as they are.",
            examples = "3",
            minimum = "0")
        @Nullable Integer found,
    @Schema(
            description =
                "Products, or categories, bought on too few days to tell an interval; absent as"
                    + " needs are.",
            examples = "12",
            minimum = "0")
        @Nullable Integer tooFewDays,
    @Schema(
            description = "Why there is no need: NO_PURCHASE or NOT_ENOUGH_DAYS.",
            examples = "NOT_ENOUGH_DAYS",
            maxLength = 40)
        @Nullable String reason,
    @Schema(
            description =
                "Why nothing is derived: NO_PROFILING where the customer objects to profiling, or"
                    + " does not agree to it and the purpose asks for that.",
            examples = "NO_PROFILING",
            maxLength = 40)
        @Nullable String withheld,
    @Schema(
            description = "The method, with its source.",
            examples = "Empirical replenishment interval, quantiles of type 7 (Hyndman & Fan 1996)",
            maxLength = 500)
        String method,
    @Schema(description = "Version of the method here.", examples = "1", maxLength = 20)
        String version,
    @Schema(
            description = "What the method was given.",
            examples = "{\"referenceDate\":\"2026-03-01\"}")
        SortedMap<String, @Size(max = 200) String> parameters,
    @Schema(description = "Attributes that were left out.", maxItems = 10)
        List<@Size(max = 100) String> masked) {

  /** Copies the attributes; the needs come immutable. */
  public CustomerNeedsView {
    masked = List.copyOf(masked);
  }

  /** How often the customer buys something, and when next. */
  @Schema(
      name = "CustomerNeed",
      description = "How often the customer buys something, and when next.")
  public record NeedRow(
      @Schema(
              description = "Code of the product, or the category.",
              examples = "TEA-100",
              maxLength = 200)
          String code,
      @Schema(
              description = "Absent for a category, or where it is not known.",
              examples = "Green tea",
              maxLength = 500)
          @Nullable String name,
      @Schema(description = "Absent for a category.") @Nullable UUID productId,
      NeedState state,
      @Schema(
              description = "Different days it was bought on, the latest 101 at most.",
              examples = "5")
          int days,
      @Schema(description = "Median of the intervals, in days (常用间隔).", examples = "13")
          double usualInterval,
      @Schema(description = "Lower quartile of the intervals, in days.", examples = "11.5")
          double lowerQuartile,
      @Schema(description = "Upper quartile of the intervals, in days.", examples = "15.5")
          double upperQuartile,
      @Schema(description = "Day of the business.", examples = "2026-02-26") LocalDate lastBought,
      @Schema(description = "The last day and the usual interval.", examples = "2026-03-11")
          LocalDate due,
      @Schema(
              description = "From the last day to the reference date.",
              examples = "4",
              minimum = "0")
          long daysSince) {}
}
