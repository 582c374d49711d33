package org.kexin.analysis.complaint;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Query parameters of the analysis of complaints. */
public record ComplaintParameters(
    @Parameter(
            description =
                "First day on which complaints were received; absent for all from the start.")
        @RestQuery
        @Nullable LocalDate from,
    @Parameter(description = "Last day; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description = "What is counted: category (the default), cause or product.",
            schema = @Schema(maxLength = 20, examples = "cause"))
        @RestQuery
        @Nullable String by,
    @Parameter(
            description =
                "What the trend is cut into: month (the default) or week; month only for roles that"
                    + " may not see individuals.",
            schema = @Schema(maxLength = 20, examples = "month"))
        @RestQuery
        @Nullable String period) {}
