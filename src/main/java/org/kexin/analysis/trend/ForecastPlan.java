package org.kexin.analysis.trend;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.forecast.Choice;
import org.kexin.analysis.algorithm.forecast.ForecastMethod;
import org.kexin.analysis.algorithm.forecast.Forecasting;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;

/**
 * How a series is forecast.
 *
 * @param method null to have it chosen
 * @param rule how it is chosen then
 * @param horizon periods ahead
 * @param season periods of a season, 1 for none
 */
record ForecastPlan(
    PeriodUnit unit, @Nullable ForecastMethod method, ChoiceRule rule, int horizon, int season) {

  static final int MOST_PERIODS = 400;

  private static final int QUARTERS_A_YEAR = 4;
  private static final int MONTHS_A_YEAR = 12;
  private static final int WEEKS_A_YEAR = 52;

  /** A year of days from a season of seven would be wishful. */
  private static final int DAYS_A_QUARTER = 91;

  /** With what is usual for the unit where nothing is given. */
  static ForecastPlan of(
      PeriodUnit unit,
      @Nullable ForecastMethod method,
      @Nullable ChoiceRule rule,
      @Nullable Integer horizon,
      @Nullable Integer season) {
    return new ForecastPlan(
        unit,
        method,
        Objects.requireNonNullElse(rule, ChoiceRule.AICC),
        horizon == null ? usualHorizon(unit) : horizon,
        season == null ? unit.seasonLength() : season);
  }

  static boolean isWithin(@Nullable Integer periods) {
    return periods == null || (periods >= 1 && periods <= MOST_PERIODS);
  }

  private static int usualHorizon(PeriodUnit unit) {
    return switch (unit) {
      case QUARTER -> QUARTERS_A_YEAR;
      case MONTH -> MONTHS_A_YEAR;
      case WEEK -> WEEKS_A_YEAR;
      case DAY -> DAYS_A_QUARTER;
    };
  }

  Forecasting.Parameters parameters() {
    Choice choice = method == null ? rule.choice() : new Choice.Given(method);
    Forecasting.Parameters usual = Forecasting.Parameters.of(choice, horizon);
    return new Forecasting.Parameters(
        usual.choice(),
        usual.horizon(),
        season,
        usual.holdOut(),
        usual.includeIncomplete(),
        usual.multiplicativeTrend(),
        usual.intervals(),
        usual.seed());
  }

  /** What of it an answer says among its parameters. */
  SortedMap<String, String> stated() {
    SortedMap<String, String> stated = new TreeMap<>();
    stated.put("period", unit.name());
    stated.put("method", method == null ? "AUTO" : method.name());
    if (method == null) {
      stated.put("chooseBy", rule.name());
    }
    stated.put("horizon", String.valueOf(horizon));
    stated.put("season", String.valueOf(season));
    stated.put("intervals", parameters().intervals().name());
    stated.put("seed", String.valueOf(parameters().seed()));
    return stated;
  }
}
