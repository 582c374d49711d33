package org.kexin.analysis;

import java.time.Instant;
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
        @Nullable String customerKind) {

  /** As they were written down. */
  public static SalesParameters of(Asked asked) {
    return new SalesParameters(
        asked.day("from"),
        asked.text("returns"),
        asked.text("currency"),
        asked.moment("asOf"),
        asked.text("channel"),
        asked.text("customerKind"));
  }
}
