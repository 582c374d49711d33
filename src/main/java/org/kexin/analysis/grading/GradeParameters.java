package org.kexin.analysis.grading;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of the spread of grades. */
public record GradeParameters(
    @Parameter(
            description =
                "Day of the judgement: the last that counts; the day of the facts when absent.")
        @RestQuery
        @Nullable LocalDate referenceDate,
    @Parameter(
            description =
                "Only what was known at this moment, such as the asOf of an earlier answer, by the"
                    + " policies of then; all when absent.")
        @RestQuery
        @Nullable Instant asOf) {

  static GradeParameters of(Asked asked) {
    return new GradeParameters(asked.day("referenceDate"), asked.moment("asOf"));
  }
}
