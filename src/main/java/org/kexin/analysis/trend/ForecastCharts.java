package org.kexin.analysis.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.LineChart;
import org.kexin.analysis.chart.Words;

/** What a forecast looks like: what was, and with its interval what may come. */
final class ForecastCharts {

  /** Of the past; more would be a blot. */
  private static final int MOST_POINTS = 200;

  private static final Words PAST = new Words("So far", "历史");
  private static final Words AHEAD = new Words("Forecast", "预测");
  private static final Words INTERVAL = new Words("95 % interval", "95% 预测区间");

  private ForecastCharts() {}

  static Chart forecast(ForecastView view) {
    List<ForecastView.TrendPoint> points =
        view.series()
            .subList(Math.max(0, view.series().size() - MOST_POINTS), view.series().size());
    // An incomplete last period is looked at and forecast.
    List<ForecastView.ForecastAhead> ahead = view.forecasts();
    String begin = ahead.isEmpty() ? null : ahead.getFirst().period();
    List<ForecastView.TrendPoint> past =
        points.stream().takeWhile(point -> !point.period().equals(begin)).toList();
    int before = past.size();
    List<String> places =
        Stream.concat(
                past.stream().map(ForecastView.TrendPoint::period),
                ahead.stream().map(ForecastView.ForecastAhead::period))
            .toList();
    Words unit = unit(view);
    return new LineChart(
        new Words(unit.english() + ": trend and forecast", unit.chinese() + "：趋势与预测"),
        unit,
        places,
        List.of(
            LineChart.Line.of(PAST, past(past, ahead.size())),
            new LineChart.Line(
                AHEAD, ahead(before, ahead, ForecastView.ForecastAhead::value), true, List.of())),
        List.of(
            new LineChart.Band(
                INTERVAL,
                ahead(before, ahead, ForecastView.ForecastAhead::lower95),
                ahead(before, ahead, ForecastView.ForecastAhead::upper95))));
  }

  private static Words unit(ForecastView view) {
    for (TrendMeasure measure : TrendMeasure.values()) {
      if (measure.name().equals(view.measure())) {
        return measure.words();
      }
    }
    return new Words("Value", "数值");
  }

  private static List<@Nullable Double> ahead(
      int before,
      List<ForecastView.ForecastAhead> ahead,
      Function<ForecastView.ForecastAhead, Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      values.add(null);
    }
    ahead.forEach(period -> values.add(value.apply(period)));
    return values;
  }

  private static List<@Nullable Double> past(List<ForecastView.TrendPoint> past, int after) {
    List<@Nullable Double> values = new ArrayList<>();
    past.forEach(point -> values.add(point.value()));
    for (int i = 0; i < after; i++) {
      values.add(null);
    }
    return values;
  }
}
