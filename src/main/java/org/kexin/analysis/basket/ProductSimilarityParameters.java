package org.kexin.analysis.basket;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of product similarities. */
public record ProductSimilarityParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "What belongs together: customer (the default), all that one customer bought, or"
                    + " basket, one order.",
            schema = @Schema(maxLength = 20, examples = "customer"))
        @RestQuery
        @Nullable String per,
    @Parameter(
            description = "How likeness is measured: cosine (the default) or jaccard.",
            schema = @Schema(maxLength = 20, examples = "cosine"))
        @RestQuery
        @Nullable String similarity,
    @Parameter(
            description =
                "Customers, or baskets, that two products must share, 1 to 1,000,000; 10 when"
                    + " absent.",
            schema = @Schema(minimum = "1", maximum = "1000000", examples = "10"))
        @RestQuery
        @Nullable Integer minimumCommon,
    @Parameter(
            description =
                "Products compared at most, those of most customers, 1 to 1,000; 1,000 when absent.",
            schema = @Schema(minimum = "1", maximum = "1000", examples = "100"))
        @RestQuery
        @Nullable Integer products,
    @Parameter(
            description = "Similar products of each at most, 1 to 20; 10 when absent.",
            schema = @Schema(minimum = "1", maximum = "20", examples = "10"))
        @RestQuery
        @Nullable Integer neighbours) {

  static ProductSimilarityParameters of(Asked asked) {
    return new ProductSimilarityParameters(
        asked.day("to"),
        asked.text("per"),
        asked.text("similarity"),
        asked.number("minimumCommon"),
        asked.number("products"),
        asked.number("neighbours"));
  }
}
