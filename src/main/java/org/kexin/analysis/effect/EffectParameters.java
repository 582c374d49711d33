package org.kexin.analysis.effect;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of the effect of a promotion. */
public record EffectParameters(
    @Parameter(
            description =
                "Days from the start of the promotion on whose orders count, 1 to 3650; its own"
                    + " period when absent. Not for roles that may not see individuals.",
            schema = @Schema(minimum = "1", maximum = "3650", examples = "28"))
        @RestQuery
        @Nullable Integer windowDays,
    @Parameter(
            description =
                "excluded (the default) leaves returns out, deducted takes them off the figures."
                    + " Only excluded for roles that may not see individuals.",
            schema = @Schema(maxLength = 20, examples = "excluded"))
        @RestQuery
        @Nullable String returns,
    @Parameter(
            description = "Share of revenue that is earned (毛利率), 0 to 100; 100 when absent.",
            schema = @Schema(minimum = "0", maximum = "100", examples = "30"))
        @RestQuery
        @Nullable BigDecimal marginPercent,
    @Parameter(
            description =
                "Only what was known at this moment, such as the asOf of an earlier answer, to get"
                    + " that answer again; all when absent.")
        @RestQuery
        @Nullable Instant asOf) {

  /** As they were written down. */
  static EffectParameters of(Asked asked) {
    return new EffectParameters(
        asked.number("windowDays"),
        asked.text("returns"),
        asked.decimal("marginPercent"),
        asked.moment("asOf"));
  }
}
