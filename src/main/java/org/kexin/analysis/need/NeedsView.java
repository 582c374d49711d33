package org.kexin.analysis.need;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** How many customers are due for what. */
@Schema(description = "How many customers are due for what (需求预测).")
public record NeedsView(
    About about,
    @Schema(
            description =
                "Customers who bought something on so many days that an interval can be told;"
                    + " absent where they are too few to show.",
            examples = "2845",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long regulars,
    @Schema(
            description = "Products or categories with such customers, listed or not.",
            examples = "31",
            minimum = "0",
            maximum = "9007199254740991")
        long found,
    @Schema(
            description = "Left out for being of too few customers.",
            examples = "0",
            minimum = "0",
            maximum = "9007199254740991")
        long heldBack,
    @Schema(
            description =
                "Those that most customers are past due or coming due for first; for roles that may"
                    + " not see individuals those that most buy regularly.",
            maxItems = 500)
        List<DueRow> rows,
    @Schema(
            description = "Why figures are absent; absent where none are.",
            examples = "Fewer than 10 customers are not shown to this role.",
            maxLength = 200)
        @Nullable String reason)
    implements Drawn {

  /** Copies the rows. */
  public NeedsView {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(Locale language) {
    return NeedCharts.due(this).svg(language);
  }

  /** Where the customers stand who buy something regularly; each is counted once. */
  @Schema(description = "Where the customers stand who buy something regularly.")
  public record DueRow(
      @Schema(
              description = "Code of the product, or the category.",
              examples = "tea",
              maxLength = 200)
          String code,
      @Schema(
              description = "Absent for a category, or where it is not known.",
              examples = "Green tea",
              maxLength = 500)
          @Nullable String name,
      @Schema(
              description = "All who buy it regularly.",
              examples = "812",
              minimum = "0",
              maximum = "9007199254740991")
          long customers,
      @Schema(
              description =
                  "Whose usual interval ended before the reference date; absent where too few, as the others.",
              examples = "95",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long pastDue,
      @Schema(
              description = "Whose usual interval ends on it or within the days ahead.",
              examples = "120",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long coming,
      @Schema(
              description = "Whose usual interval ends later.",
              examples = "387",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long later,
      @Schema(
              description = "Who stayed away for more than three upper quartiles.",
              examples = "210",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long lapsed) {}
}
