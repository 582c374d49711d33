package org.kexin.analysis.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.forecast.Decomposition;
import org.kexin.analysis.algorithm.forecast.Forecast;
import org.kexin.analysis.algorithm.forecast.HoldOut;
import org.kexin.analysis.algorithm.forecast.Likelihood;
import org.kexin.analysis.algorithm.forecast.Notes;
import org.kexin.analysis.algorithm.forecast.TimeSeries;

/** Forecasts as answers. */
final class ForecastViews {

  private ForecastViews() {}

  /**
   * @param result null where there is no series at all
   */
  static ForecastView view(
      About about,
      String measure,
      ForecastPlan plan,
      @Nullable SeriesResult result,
      SmallGroups groups) {
    return result == null
        ? nothing(about, measure)
        : view(about.plus(result.forecast().leftOut(), groups), measure, plan, result);
  }

  private static ForecastView nothing(About about, String measure) {
    String reason = Notes.NOT_ENOUGH_DATA.detail();
    return new ForecastView(
        about,
        measure,
        List.of(),
        null,
        List.of(),
        List.of(),
        new ForecastView.ForecastComparison(0, 0, false, List.of(), reason),
        new ForecastView.SeasonalParts("NONE", List.of(), List.of(), reason),
        List.of(),
        reason);
  }

  private static ForecastView view(
      About about, String measure, ForecastPlan plan, SeriesResult result) {
    Forecast forecast = result.forecast();
    Set<Reason> notes = new LinkedHashSet<>(forecast.notes());
    if (plan.season() > 1 && result.decomposition() != null) {
      notes.addAll(result.decomposition().notes());
    }
    return new ForecastView(
        about,
        measure,
        points(result.series(), forecast),
        model(forecast),
        forecast.ahead().stream().map(ForecastViews::ahead).toList(),
        forecast.candidates().stream()
            .map(
                it ->
                    new ForecastView.ForecastCandidate(it.method().name(), it.model(), it.score()))
            .toList(),
        comparison(forecast.holdOut()),
        seasons(result.decomposition()),
        notes.stream()
            .map(note -> new ForecastView.ForecastNote(note.code(), note.detail()))
            .toList(),
        detail(forecast.reason()));
  }

  private static List<ForecastView.TrendPoint> points(TimeSeries series, Forecast forecast) {
    Map<String, Forecast.Past> fitted = new HashMap<>();
    forecast.past().forEach(past -> fitted.put(past.label(), past));
    List<ForecastView.TrendPoint> points = new ArrayList<>();
    for (TimeSeries.Period period : series.periods()) {
      Forecast.Past past = fitted.get(period.label());
      points.add(
          new ForecastView.TrendPoint(
              period.label(),
              period.firstDay(),
              period.lastDay(),
              period.value().value(),
              period.complete(),
              TrendSeries.isHeldBack(period),
              past == null ? null : past.fitted()));
    }
    return points;
  }

  private static ForecastView.@Nullable ForecastModel model(Forecast forecast) {
    if (forecast.method() == null) {
      return null;
    }
    Likelihood likelihood = forecast.likelihood();
    return new ForecastView.ForecastModel(
        forecast.method().name(),
        Objects.requireNonNullElse(forecast.model(), forecast.method().label()),
        forecast.seasonLength(),
        forecast.intervals().name(),
        forecast.parameters().stream()
            .map(number -> new ForecastView.ForecastModelNumber(number.name(), number.value()))
            .toList(),
        likelihood == null ? null : likelihood.logLikelihood(),
        likelihood == null ? null : likelihood.aicc());
  }

  private static ForecastView.ForecastAhead ahead(Forecast.Ahead ahead) {
    return new ForecastView.ForecastAhead(
        ahead.label(),
        ahead.firstDay(),
        ahead.lastDay(),
        ahead.mean(),
        ahead.lower80(),
        ahead.upper80(),
        ahead.lower95(),
        ahead.upper95());
  }

  private static ForecastView.ForecastComparison comparison(HoldOut holdOut) {
    return new ForecastView.ForecastComparison(
        holdOut.training(),
        holdOut.held(),
        !holdOut.scores().isEmpty() && holdOut.isBeaten(),
        holdOut.scores().stream().map(ForecastViews::score).toList(),
        detail(holdOut.reason()));
  }

  private static ForecastView.ForecastScore score(HoldOut.Score score) {
    return new ForecastView.ForecastScore(
        score.method().name(),
        score.model(),
        score.accuracy().rmse(),
        score.accuracy().mae(),
        value(score.accuracy().mape()),
        score.accuracy().smape(),
        value(score.accuracy().mase()),
        score.within80(),
        score.within95());
  }

  private static ForecastView.SeasonalParts seasons(@Nullable Decomposition decomposition) {
    if (decomposition == null) {
      return new ForecastView.SeasonalParts("NONE", List.of(), List.of(), Notes.NO_SEASON.detail());
    }
    return new ForecastView.SeasonalParts(
        decomposition.season().name(),
        decomposition.figure(),
        decomposition.parts().stream()
            .map(
                part ->
                    new ForecastView.SeasonalPart(
                        part.label(), part.trend(), part.season(), part.remainder()))
            .toList(),
        detail(decomposition.reason()));
  }

  private static @Nullable Double value(Measure<Double> measure) {
    return measure.value();
  }

  private static @Nullable String detail(@Nullable Reason reason) {
    return reason == null ? null : reason.detail();
  }
}
