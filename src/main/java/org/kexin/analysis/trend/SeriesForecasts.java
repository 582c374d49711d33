package org.kexin.analysis.trend;

import jakarta.enterprise.context.ApplicationScoped;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Effort;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.forecast.TimeSeries;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Forecasts of series that callers bring; nothing of them is kept. */
@ApplicationScoped
class SeriesForecasts {

  private static final String MEASURE = "GIVEN";

  private final Answering answering;
  private final Violations violations;

  SeriesForecasts(Answering answering, Violations violations) {
    this.answering = answering;
    this.violations = violations;
  }

  /**
   * Forecasts what was sent.
   *
   * @throws ProblemException {@code validation-failed} if it is no series that can be forecast
   */
  ForecastView of(GivenSeries given) {
    ProblemException.demandNone(violations.of(given));
    ForecastPlan plan = given.plan();
    TimeSeries series = given.series();
    Effort effort = answering.effort();
    SeriesResult result =
        answering.compute(effort, () -> SeriesResult.of(series, plan, effort.progress()));
    // The figures are the caller's own: no group of them is too small.
    SmallGroups everything = answering.groups(true);
    About about =
        answering.about(
            ForecastAnalysis.METHOD,
            new About.Window(series.from(), series.to()),
            plan.stated(),
            null,
            (long) given.values().size(),
            everything);
    return ForecastViews.view(about, MEASURE, plan, result, everything);
  }
}
