package org.kexin.analysis.cohort;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Query parameters of the economics of retention. */
public record RetentionEconomicsParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description = "What is left of revenue after the costs of what was sold, 0 to 100.",
            required = true,
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "100",
                    examples = "40"))
        @RestQuery
        @Nullable BigDecimal marginPercent,
    @Parameter(
            description =
                "Points that are added to the retention rate, above 0 to 100; 5 if absent.",
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "100",
                    examples = "5"))
        @RestQuery
        @Nullable BigDecimal risePoints,
    @Parameter(
            description = "Of one period, as a share, 0 to 10; 0.01 when absent.",
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "10",
                    examples = "0.01"))
        @RestQuery
        @Nullable BigDecimal discountRate,
    @Parameter(
            description = "Periods to look ahead, 1 to 1200; 12 when absent.",
            schema = @Schema(minimum = "1", maximum = "1200", examples = "12"))
        @RestQuery
        @Nullable Integer horizon,
    @Parameter(
            description =
                "Months of a period: 1 (the default), 2, 3, 4, 6 or 12; 1 for roles that may not see"
                    + " individuals.",
            schema = @Schema(minimum = "1", maximum = "12", examples = "1"))
        @RestQuery
        @Nullable Integer months,
    @Parameter(
            description =
                "What was spent each month to win customers, in the currency of the sales; not"
                    + " known when absent.",
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "1000000000000",
                    examples = "2500"))
        @RestQuery
        @Nullable BigDecimal acquisitionCost) {}
