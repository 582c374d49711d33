package org.kexin.analysis.trend;

import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.forecast.ForecastMethod;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.shared.ProblemException;

/** What of which sales is forecast, and how. */
record ForecastQuestion(SalesQuery sales, TrendMeasure measure, ForecastPlan plan) {

  /**
   * Reads query parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static ForecastQuestion of(SalesParameters sales, ForecastParameters asked) {
    demandWithin("horizon", asked.horizon());
    demandWithin("season", asked.season());
    ForecastMethod method = method(asked.method());
    if (method != null && asked.chooseBy() != null) {
      throw ProblemException.parameter("chooseBy", "chooseBy is for method auto.");
    }
    return new ForecastQuestion(
        SalesQuery.of(sales, asked.to(), asked.anonymous()),
        SalesQuery.word(TrendMeasure.class, "measure", asked.measure(), TrendMeasure.REVENUE),
        ForecastPlan.of(
            SalesQuery.word(PeriodUnit.class, "period", asked.period(), PeriodUnit.MONTH),
            method,
            SalesQuery.word(ChoiceRule.class, "chooseBy", asked.chooseBy(), ChoiceRule.AICC),
            asked.horizon(),
            asked.season()));
  }

  private static @Nullable ForecastMethod method(@Nullable String word) {
    return word == null || word.equalsIgnoreCase("auto")
        ? null
        : SalesQuery.word(ForecastMethod.class, "method", word, ForecastMethod.ETS);
  }

  private static void demandWithin(String name, @Nullable Integer periods) {
    if (!ForecastPlan.isWithin(periods)) {
      throw ProblemException.parameter(name, name + " is 1 to " + ForecastPlan.MOST_PERIODS + ".");
    }
  }
}
