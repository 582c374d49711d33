package org.kexin.analysis.algorithm.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * A forecast, how it was made, and how far it can be trusted.
 *
 * @param method the method in the end, which may be a simpler one than asked for (see notes); null
 *     when a reason is given
 * @param model the model in it, such as ETS(M,A,M); null when a reason is given
 * @param seasonLength periods of a season; 1 for none
 * @param parameters of the model
 * @param likelihood null for methods without one
 * @param intervals what the prediction intervals take for known
 * @param past the values fitted to
 * @param ahead the forecasts, from the period after the last value fitted to
 * @param candidates what the choice was among, best first; empty when the method was given
 * @param holdOut the comparison with naive and seasonal naive
 * @param notes fallbacks taken and oddities of the series
 * @param leftOut events and periods not used
 * @param reason why there is no forecast; null when there is one
 */
public record Forecast(
    @Nullable ForecastMethod method,
    @Nullable String model,
    int seasonLength,
    List<ModelParameter> parameters,
    @Nullable Likelihood likelihood,
    Intervals intervals,
    List<Past> past,
    List<Ahead> ahead,
    List<Candidate> candidates,
    HoldOut holdOut,
    List<Reason> notes,
    List<LeftOut> leftOut,
    @Nullable Reason reason) {

  public Forecast {
    parameters = List.copyOf(parameters);
    past = List.copyOf(past);
    ahead = List.copyOf(ahead);
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A value fitted to.
   *
   * @param value as observed, or interpolated where there was none
   * @param interpolated whether there was none
   * @param fitted the forecast of one period before; null where the method has none yet
   */
  public record Past(
      String label,
      LocalDate firstDay,
      double value,
      boolean interpolated,
      @Nullable Double fitted) {}

  /**
   * A forecast of one period, in the unit of the series.
   *
   * @param mean the point forecast
   * @param lower80 lower bound of the 80 % prediction interval
   */
  public record Ahead(
      String label,
      LocalDate firstDay,
      LocalDate lastDay,
      double mean,
      double lower80,
      double upper80,
      double lower95,
      double upper95) {}

  /**
   * Something the choice was among.
   *
   * @param method of it
   * @param model such as ETS(M,A,M), or the name of the method
   * @param score AICc, or mean absolute error in the unit of the series; less is better
   */
  public record Candidate(ForecastMethod method, String model, double score) {}
}
