package org.kexin.analysis.cohort;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;

/** What customers cost to win, and what it would earn to keep more of them. */
@Schema(
    description =
        "What customers cost to win, and what it would earn to keep more of them (留存经济学).")
public record RetentionEconomicsView(
    About about,
    @Schema(description = "The retention observed.") @Nullable Outlook now,
    @Schema(description = "With the rise added, 1 at most.") @Nullable Outlook raised,
    @Schema(
            description = "Customers of the last complete period, whom a rise would concern.",
            examples = "1664",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long customers,
    @Schema(
            description = "Of a period, in the currency of about.",
            examples = "241.5200",
            maxLength = 40)
        @Nullable String marginPerRetainedCustomer,
    @Schema(
            description = "What the rise is worth for one customer over the horizon.",
            examples = "26.0433",
            maxLength = 40)
        @Nullable String gainPerCustomer,
    @Schema(description = "The same for all customers.", examples = "43336.05", maxLength = 40)
        @Nullable String gain,
    @Schema(
            description = "Costs known, divided by new customers.",
            examples = "10.2500",
            maxLength = 40)
        @Nullable String costPerNewCustomer,
    @Schema(description = "New customers of each month.", maxItems = 1200)
        List<Acquisition> acquisitions,
    @Schema(description = "The steps of the sum in words.", maxItems = 10) List<Step> steps,
    @Schema(description = "Why figures are absent.", maxItems = 5) List<Missing> missing) {

  /** Copies the lists. */
  public RetentionEconomicsView {
    acquisitions = List.copyOf(acquisitions);
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  /** What a customer is worth at one rate of retention. */
  @Schema(description = "What a customer is worth at one rate of retention.")
  public record Outlook(
      @Schema(description = "Of a period, 0 to 1.", examples = "0.3661") double retentionRate,
      @Schema(description = "Discounted periods that are expected.", examples = "0.5772")
          double periods,
      @Schema(
              description = "The margin of these periods; that of the present one is not in it.",
              examples = "139.4012",
              maxLength = 40)
          @Nullable String value,
      @Schema(description = "The same without a horizon.", examples = "139.4100", maxLength = 40)
          @Nullable String lifetimeValue) {}

  /** New customers of one month. */
  @Schema(description = "New customers of one month.")
  public record Acquisition(
      @Schema(examples = "2010-12", maxLength = 7) String month,
      @Schema(
              description = "Absent where they are held back.",
              examples = "885",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long newCustomers,
      @Schema(description = "Absent without a cost.", examples = "2.8249", maxLength = 40)
          @Nullable String costPerNewCustomer) {}

  /** One step of the sum. */
  @Schema(description = "One step of the sum.")
  public record Step(
      @Schema(description = "Stable code.", examples = "MARGIN", maxLength = 100) String code,
      @Schema(
              description = "The step with its figures.",
              examples = "A retained customer brings a margin of 241.5200 a period.",
              maxLength = 500)
          String sentence) {}

  /** Why a figure is absent. */
  @Schema(description = "Why a figure is absent.")
  public record Missing(
      @Schema(description = "Stable code.", examples = "NO_KNOWN_COST", maxLength = 100)
          String code,
      @Schema(
              description = "The reason in words.",
              examples = "What was spent to win these customers is not known.",
              maxLength = 500)
          String detail) {}
}
