package org.kexin.analysis.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.forecast.Forecasting;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.analysis.algorithm.forecast.TimeSeries;
import org.kexin.shared.ProblemException;

/** Trend and forecast of a measure of the sales. */
@ApplicationScoped
class ForecastAnalysis implements LongAnalysis<ForecastQuestion> {

  static final Answering.Method METHOD = new Answering.Method(Forecasting.METHOD, "1");

  private final SalesPass sales;
  private final Answering answering;

  ForecastAnalysis(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "forecasts";
  }

  @Override
  public ForecastQuestion question(Asked asked) {
    return ForecastQuestion.of(SalesParameters.of(asked), ForecastParameters.of(asked));
  }

  /** For the present caller. */
  ForecastView answer(ForecastQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public ForecastView answer(ForecastQuestion question, SmallGroups groups, Effort effort) {
    boolean ofNew = question.measure() == TrendMeasure.NEW_CUSTOMERS;
    if (ofNew && !groups.individualsAllowed() && question.plan().unit() != PeriodUnit.MONTH) {
      throw ProblemException.parameter(
          "period", "For this role new customers are counted by month.");
    }
    // Who is new is known only to who looks at all that was before.
    SalesQuery asked = question.sales();
    Answering.Fitted fitted = answering.fitted(ofNew ? within(asked, null) : asked, groups);
    SalesQuery window = ofNew ? within(fitted.query(), asked) : fitted.query();
    SalesPass.Outcome<Found> outcome =
        answering.compute(
            effort,
            () -> {
              var tally = new TrendTally(question.plan().unit(), window);
              SalesPass.Tally passed = sales.read(fitted.query(), tally::add);
              return new SalesPass.Outcome<>(
                  find(question, fitted, tally, groups, effort), of(passed, tally.sales()));
            });
    Found found = outcome.result();
    SortedMap<String, String> stated = question.plan().stated();
    stated.put("measure", question.measure().name());
    About about =
        answering.about(METHOD, window, stated, outcome.tally(), found.customers(), groups);
    return ForecastViews.view(
        about, question.measure().name(), question.plan(), found.result(), groups);
  }

  private record Found(@Nullable SeriesResult result, long customers) {}

  private static Found find(
      ForecastQuestion question,
      Answering.Fitted fitted,
      TrendTally tally,
      SmallGroups groups,
      Effort effort) {
    ShownPeriods shown = new ShownPeriods(question.measure(), tally, fitted.blocks(), groups);
    TimeSeries series = TrendSeries.of(question.plan().unit(), question.measure(), tally, shown);
    return new Found(
        series == null ? null : SeriesResult.of(series, question.plan(), effort.progress()),
        tally.customers());
  }

  /** The query over the days of another, or over all. */
  private static SalesQuery within(SalesQuery query, @Nullable SalesQuery days) {
    return query.during(days == null ? null : days.from(), days == null ? null : days.to());
  }

  private static SalesPass.Tally of(SalesPass.Tally passed, long used) {
    return new SalesPass.Tally(passed.currency(), used, passed.knownAt(), passed.omitted());
  }
}
