package org.kexin.analysis.distribution;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** Two attributes of customers counted against each other. */
@Schema(name = "CrossTab", description = "Two attributes counted against each other (交叉分析).")
record CrossTabView(
    About about,
    @Schema(examples = "GENDER", maxLength = 40) String rowAttribute,
    @Schema(examples = "AGE_BAND", maxLength = 40) String columnAttribute,
    @Schema(
            description = "Live customers; absent where they are too few to show.",
            examples = "4338",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long customers,
    @Schema(maxItems = 52) List<Total> columns,
    @Schema(maxItems = 52) List<Row> rows,
    @Schema(
            description =
                "Of customers with both values; absent where something is held back, since it could"
                    + " be computed from it.")
        @Nullable Association association,
    @Schema(
            description =
                "Why there is no table or no association: TOO_MANY_CATEGORIES, TOO_FEW_CUSTOMERS,"
                    + " ONE_CATEGORY, CELLS_HELD_BACK.",
            examples = "ONE_CATEGORY",
            maxLength = 60)
        @Nullable String reason)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return DistributionCharts.of(this).svg(language);
  }

  /** All customers of one value. */
  @Schema(name = "CrossTabTotal", description = "All customers of one value.")
  record Total(GroupLabel group, @Schema(examples = "885", minimum = "1") long customers) {}

  /** One value of the first attribute. */
  @Schema(name = "CrossTabRow", description = "One value of the attribute of the rows.")
  record Row(
      GroupLabel group,
      @Schema(examples = "885", minimum = "1") long customers,
      @Schema(description = "In the order of the columns.", maxItems = 52) List<Cell> cells) {}

  /** One pair of values. */
  @Schema(
      name = "CrossTabCell",
      description = "One pair of values; without figures where it is held back.")
  record Cell(
      @Schema(examples = "120", minimum = "0") @Nullable Long customers,
      @Schema(description = "Of the row.", examples = "0.1356") @Nullable Double rowShare,
      @Schema(description = "Of the column.", examples = "0.2") @Nullable Double columnShare) {}

  /** Whether the attributes have to do with each other. */
  @Schema(
      name = "CrossTabAssociation",
      description = "Whether the attributes have to do with each other.")
  record Association(
      @Schema(description = "Customers with both values.", examples = "4100") long n,
      @Schema(description = "Pearson's statistic.", examples = "12.4") double chiSquare,
      @Schema(examples = "6") long degreesOfFreedom,
      @Schema(description = "Small for any difference where n is large.", examples = "0.0537")
          double pValue,
      @Schema(description = "0 none … 1 one decides the other.", examples = "0.055")
          double cramersV,
      @Schema(description = "Cells with nobody in them.", examples = "0") long zeroCells,
      @Schema(description = "Cells with less than 5 expected.", examples = "0") long smallCells,
      @Schema(
              description = "What weakens the test: SMALL_EXPECTED, ZERO_CELLS.",
              examples = "[\"ZERO_CELLS\"]",
              maxItems = 5)
          List<@Size(max = 60) String> warnings) {}
}
