package org.kexin.analysis.product;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of product statistics, beside those of every analysis of sales. */
public record ProductParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "excluded (the default) or included: whether sales without a customer count.",
            schema = @Schema(maxLength = 20, examples = "excluded"))
        @RestQuery
        @Nullable String anonymous,
    @Parameter(
            description = "What is compared: product (the default) or category.",
            schema = @Schema(maxLength = 20, examples = "product"))
        @RestQuery
        @Nullable String by,
    @Parameter(
            description = "How many of the best are listed, 0 to 500; 50 when absent.",
            schema = @Schema(minimum = "0", maximum = "500", examples = "50"))
        @RestQuery
        @Nullable Integer top,
    @Parameter(
            description =
                "Only lines of products of this category (产品类别), written as in the catalogue; all"
                    + " when absent. Refused to roles that may not see individuals.",
            schema = @Schema(maxLength = 100, examples = "Lanterns"))
        @RestQuery
        @Nullable String category) {

  /** As they were written down. */
  public static ProductParameters of(Asked asked) {
    return new ProductParameters(
        asked.day("to"),
        asked.text("anonymous"),
        asked.text("by"),
        asked.number("top"),
        asked.text("category"));
  }
}
