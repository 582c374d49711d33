package org.kexin.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.shared.ProblemException;

/** Query parameters of every RFM operation. */
public record RfmParameters(
    @Parameter(description = "First day of the period; absent for all from the start.") @RestQuery
        @Nullable LocalDate from,
    @Parameter(description = "Day that recency is counted to; today when absent.") @RestQuery
        @Nullable LocalDate referenceDate,
    @Parameter(
            description = "How scores are cut.",
            schema = @Schema(maxLength = 40, examples = "rfm-package"))
        @RestQuery
        @Nullable String method,
    @Parameter(
            description =
                "excluded (the default) leaves returns out, deducted takes them off the figures.",
            schema = @Schema(maxLength = 20, examples = "excluded"))
        @RestQuery
        @Nullable String returns,
    @Parameter(
            description =
                "ISO 4217 code; the currency of most sales when absent. leftOut counts the others.",
            schema = @Schema(maxLength = 3, examples = "GBP"))
        @RestQuery
        @Nullable String currency) {

  /**
   * The sales to look at.
   *
   * @throws ProblemException as {@link SalesQuery#of} does
   */
  SalesQuery query() {
    return SalesQuery.of(from, referenceDate, returns, null, currency);
  }

  /**
   * How scores are cut; as the rfm package does by default.
   *
   * @throws ProblemException {@code parameter-invalid} if there is no such method
   */
  Rfm.Method scoring() {
    return SalesQuery.word(Rfm.Method.class, "method", method, Rfm.Method.RFM_PACKAGE);
  }
}
