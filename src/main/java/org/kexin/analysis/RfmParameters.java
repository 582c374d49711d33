package org.kexin.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.shared.ProblemException;

/** Query parameters of every RFM operation, beside those of {@link SalesParameters}. */
public record RfmParameters(
    @Parameter(description = "Day that recency is counted to; that of asOf, or today, when absent.")
        @RestQuery
        @Nullable LocalDate referenceDate,
    @Parameter(
            description = "How scores are cut.",
            schema = @Schema(maxLength = 40, examples = "rfm-package"))
        @RestQuery
        @Nullable String method) {

  static RfmParameters of(Asked asked) {
    return new RfmParameters(asked.day("referenceDate"), asked.text("method"));
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
