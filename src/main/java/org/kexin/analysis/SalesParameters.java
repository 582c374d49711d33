package org.kexin.analysis;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Query parameters of every analysis of sales. */
public record SalesParameters(
    @Parameter(description = "First day of the period; absent for all from the start.") @RestQuery
        @Nullable LocalDate from,
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
        @Nullable String currency) {}
