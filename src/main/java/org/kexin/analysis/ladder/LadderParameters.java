package org.kexin.analysis.ladder;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Query parameters of the ladder. */
public record LadderParameters(
    @Parameter(
            description =
                "First day on which moves count; 90 days before the last one when absent. For roles"
                    + " that may not see individuals the first day of a month that is over; the"
                    + " last such month when absent.")
        @RestQuery
        @Nullable LocalDate from,
    @Parameter(
            description =
                "Last day on which moves count; today when absent. For roles that may not see"
                    + " individuals the last day of the same month.")
        @RestQuery
        @Nullable LocalDate to) {}
