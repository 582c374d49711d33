package org.kexin.analysis.distribution;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of a cross-tab. */
public record CrossTabParameters(
    @Parameter(
            description =
                "Attribute of the rows: kind, source, gender, age-band, income-band,"
                    + " marital-status, occupation, enterprise-size or industry.",
            required = true,
            schema = @Schema(maxLength = 40, examples = "gender"))
        @RestQuery
        @Nullable String rows,
    @Parameter(
            description = "Attribute of the columns, another one.",
            required = true,
            schema = @Schema(maxLength = 40, examples = "age-band"))
        @RestQuery
        @Nullable String columns,
    @Parameter(
            description =
                "Only customers made until this moment, such as the asOf of an earlier answer; all"
                    + " when absent.")
        @RestQuery
        @Nullable Instant asOf) {

  static CrossTabParameters of(Asked asked) {
    return new CrossTabParameters(asked.text("rows"), asked.text("columns"), asked.moment("asOf"));
  }
}
