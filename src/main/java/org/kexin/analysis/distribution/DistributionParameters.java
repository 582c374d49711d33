package org.kexin.analysis.distribution;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of a distribution, beside those of sales. */
public record DistributionParameters(
    @Parameter(
            description =
                "What to tell customers or orders apart by: kind, source, gender, age-band,"
                    + " income-band, marital-status, occupation, enterprise-size, industry;"
                    + " order-amount, order-quantity, orders-per-customer, revenue-per-customer.",
            required = true,
            schema = @Schema(maxLength = 40, examples = "age-band"))
        @RestQuery
        @Nullable String attribute,
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to) {

  static DistributionParameters of(Asked asked) {
    return new DistributionParameters(asked.text("attribute"), asked.day("to"));
  }
}
