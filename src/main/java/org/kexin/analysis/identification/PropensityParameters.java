package org.kexin.analysis.identification;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of every operation on prospects. */
public record PropensityParameters(
    @Parameter(
            description =
                "Day of which it is told who is a prospect, and to which purchases count; that"
                    + " of asOf, or today, when absent.")
        @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "Days within which a first purchase counts, 7 to 730; 90 when absent. The model"
                    + " learns from who was a prospect so many days before.",
            schema = @Schema(minimum = "7", maximum = "730", examples = "90"))
        @RestQuery
        @Nullable Integer days,
    @Parameter(
            description =
                "Only what was known at this moment, such as the asOf of an earlier answer, to get"
                    + " that answer again; all when absent.")
        @RestQuery
        @Nullable Instant asOf) {

  static PropensityParameters of(Asked asked) {
    return new PropensityParameters(asked.day("to"), asked.number("days"), asked.moment("asOf"));
  }
}
