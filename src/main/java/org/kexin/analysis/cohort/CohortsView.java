package org.kexin.analysis.cohort;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** Customers by the month of their first order, and how many came back. */
@Schema(
    description = "Customers by the month of their first order, and how many came back (同期群与留存).")
public record CohortsView(
    About about,
    @Schema(
            description = "One for each calendar month, from the earliest to the latest.",
            maxItems = 240)
        List<Cohort> cohorts,
    @Schema(
            description = "Months before the first cohort that is given; ask for more of them.",
            examples = "0")
        int earlierCohorts,
    @Schema(description = "Why figures are absent; absent where none are.", maxLength = 500)
        @Nullable String reason)
    implements Drawn {

  /** Copies the cohorts. */
  public CohortsView {
    cohorts = List.copyOf(cohorts);
  }

  @Override
  public String svg(Locale language) {
    return CohortCharts.retention(this).svg(language);
  }

  /** The customers whose first order was in one month. */
  @Schema(description = "The customers whose first order was in one month.")
  public record Cohort(
      @Schema(examples = "2010-12", maxLength = 7) String month,
      @Schema(
              description = "Customers; absent where they are held back.",
              examples = "885",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long size,
      @Schema(
              description =
                  "Of all its months, in the currency of about; absent where one is held back.",
              examples = "4409854.80",
              maxLength = 40)
          @Nullable String revenue,
      @Schema(description = "False when the month is not wholly in the period.") boolean complete,
      @Schema(description = "From the month itself to the last one.", maxItems = 1200)
          List<Activity> months) {

    /** Copies the months. */
    public Cohort {
      months = List.copyOf(months);
    }
  }

  /** A cohort in one month; figures are absent where they are held back. */
  @Schema(description = "A cohort in one month; figures are absent where they are held back.")
  public record Activity(
      @Schema(examples = "1", minimum = "0", maximum = "1200") int monthsAfter,
      @Schema(examples = "2011-01", maxLength = 7) String month,
      @Schema(
              description = "Customers of the cohort with an order in this month.",
              examples = "324",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long customers,
      @Schema(
              description = "Customers divided by the size; absent for an empty cohort too.",
              examples = "0.3661")
          @Nullable Double retention,
      @Schema(examples = "275734.47", maxLength = 40) @Nullable String revenue,
      @Schema(
              description =
                  "False when the month is not wholly in the period; do not compare it with others.")
          boolean complete) {}
}
