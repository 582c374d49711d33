package org.kexin.analysis.trend;

import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.forecast.Component;
import org.kexin.analysis.algorithm.forecast.Decomposition;
import org.kexin.analysis.algorithm.forecast.Forecast;
import org.kexin.analysis.algorithm.forecast.Forecasting;
import org.kexin.analysis.algorithm.forecast.TimeSeries;

/**
 * What became of a series.
 *
 * @param decomposition null without a season
 */
record SeriesResult(TimeSeries series, Forecast forecast, @Nullable Decomposition decomposition) {

  static SeriesResult of(TimeSeries series, ForecastPlan plan, DoubleConsumer progress) {
    Forecast forecast = Forecasting.of(series, plan.parameters(), progress);
    // Sales grow by shares rather than by amounts; a series that cannot gets an added season.
    Decomposition decomposition =
        plan.season() < 2
            ? null
            : Decomposition.of(series, Component.MULTIPLICATIVE, plan.season());
    return new SeriesResult(series, forecast, decomposition);
  }
}
