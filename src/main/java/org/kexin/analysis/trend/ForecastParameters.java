package org.kexin.analysis.trend;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of forecasts, beside those of every analysis of sales. */
public record ForecastParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "excluded (the default) or included: whether sales without a customer count.",
            schema = @Schema(maxLength = 20, examples = "excluded"))
        @RestQuery
        @Nullable String anonymous,
    @Parameter(
            description = "revenue (the default), orders, customers, quantity or new-customers.",
            schema = @Schema(maxLength = 20, examples = "revenue"))
        @RestQuery
        @Nullable String measure,
    @Parameter(
            description = "day, week (from Monday), month (the default) or quarter.",
            schema = @Schema(maxLength = 20, examples = "month"))
        @RestQuery
        @Nullable String period,
    @Parameter(
            description =
                "auto (the default), mean, naive, seasonal-naive, drift, ses, holt, holt-damped,"
                    + " holt-exponential, theta, holt-winters-additive,"
                    + " holt-winters-multiplicative or ets.",
            schema = @Schema(maxLength = 40, examples = "auto"))
        @RestQuery
        @Nullable String method,
    @Parameter(
            description =
                "How method auto chooses: aicc (the default; among the ETS family) or"
                    + " rolling-origin (among all, by the error of forecasts from the past).",
            schema = @Schema(maxLength = 20, examples = "aicc"))
        @RestQuery
        @Nullable String chooseBy,
    @Parameter(
            description = "Periods ahead; when absent 4 quarters, 12 months, 52 weeks or 91 days.",
            schema = @Schema(minimum = "1", maximum = "400", examples = "12"))
        @RestQuery
        @Nullable Integer horizon,
    @Parameter(
            description =
                "Periods of a season, 1 for none; when absent 4 quarters, 12 months, 52 weeks or 7"
                    + " days.",
            schema = @Schema(minimum = "1", maximum = "400", examples = "12"))
        @RestQuery
        @Nullable Integer season) {

  /** As they were written down. */
  public static ForecastParameters of(Asked asked) {
    return new ForecastParameters(
        asked.day("to"),
        asked.text("anonymous"),
        asked.text("measure"),
        asked.text("period"),
        asked.text("method"),
        asked.text("chooseBy"),
        asked.number("horizon"),
        asked.number("season"));
  }
}
