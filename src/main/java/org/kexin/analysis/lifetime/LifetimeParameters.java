package org.kexin.analysis.lifetime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of every operation on what customers will still buy. */
public record LifetimeParameters(
    @Parameter(
            description =
                "Last day observed; that of asOf, or today, when absent. There is no first day: what somebody will"
                    + " buy is judged by all purchases since the first one.")
        @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "excluded (the default) leaves returns out, deducted lowers values by them.",
            schema = @Schema(maxLength = 20, examples = "excluded"))
        @RestQuery
        @Nullable String returns,
    @Parameter(
            description =
                "ISO 4217 code; the currency of most sales when absent. leftOut counts the others.",
            schema = @Schema(maxLength = 3, examples = "GBP"))
        @RestQuery
        @Nullable String currency,
    @Parameter(
            description =
                "Only what was known at this moment, such as the asOf of an earlier answer, to get"
                    + " that answer again; all when absent.")
        @RestQuery
        @Nullable Instant asOf,
    @Parameter(
            description =
                "Only sales through these channels (渠道), separated by commas: shop, online, phone,"
                    + " partner, mail, other; all when absent. Refused to roles that may not see"
                    + " individuals.",
            schema = @Schema(maxLength = 60, examples = "online,shop"))
        @RestQuery
        @Nullable String channel,
    @Parameter(
            description =
                "Only sales to customers of this kind (客户类型): individual or enterprise; all when"
                    + " absent. Refused to roles that may not see individuals.",
            schema = @Schema(maxLength = 20, examples = "enterprise"))
        @RestQuery
        @Nullable String customerKind,
    @Parameter(
            description = "How people buy: mbg-nbd (the default), bg-nbd or pareto-nbd.",
            schema = @Schema(maxLength = 20, examples = "mbg-nbd"))
        @RestQuery
        @Nullable String model,
    @Parameter(
            description = "Months to look ahead, 1 to 120; 12 when absent.",
            schema = @Schema(minimum = "1", maximum = "120", examples = "12"))
        @RestQuery
        @Nullable Integer months,
    @Parameter(
            description =
                "Percent a month by which later purchases count for less (折现率), 0 to 100; 1 when"
                    + " absent.",
            schema = @Schema(minimum = "0", maximum = "100", examples = "1"))
        @RestQuery
        @Nullable BigDecimal discountPercent,
    @Parameter(
            description =
                "Percent of a purchase that is earned (毛利率), above 0 to 100; 100 when absent.",
            schema = @Schema(minimum = "0", maximum = "100", examples = "100"))
        @RestQuery
        @Nullable BigDecimal marginPercent) {

  static LifetimeParameters of(Asked asked) {
    return new LifetimeParameters(
        asked.day("to"),
        asked.text("returns"),
        asked.text("currency"),
        asked.moment("asOf"),
        asked.text("channel"),
        asked.text("customerKind"),
        asked.text("model"),
        asked.number("months"),
        asked.decimal("discountPercent"),
        asked.decimal("marginPercent"));
  }
}
