package org.kexin.analysis.cohort;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of the cohorts. */
public record CohortParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description = "How many of the latest cohorts are given, 1 to 240; 36 when absent.",
            schema = @Schema(minimum = "1", maximum = "240", examples = "36"))
        @RestQuery
        @Nullable Integer cohorts) {

  static CohortParameters of(Asked asked) {
    return new CohortParameters(asked.day("to"), asked.number("cohorts"));
  }
}
