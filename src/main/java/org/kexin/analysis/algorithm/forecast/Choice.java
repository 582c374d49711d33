package org.kexin.analysis.algorithm.forecast;

/** How the method is chosen. */
public sealed interface Choice {

  /** The caller's method. */
  record Given(ForecastMethod method) implements Choice {}

  /** The ETS model with the least AICc. */
  record ByAicc() implements Choice {}

  /**
   * Of all methods the one whose forecasts from several points of the past had the least mean
   * absolute error (Tashman 2000, Out-of-sample tests of forecasting accuracy).
   *
   * @param origins points of the past, 1 to 24; fewer where the series is too short
   */
  record ByRollingOrigin(int origins) implements Choice {

    private static final int MOST_ORIGINS = 24;

    /**
     * @throws IllegalArgumentException if origins is out of range
     */
    public ByRollingOrigin {
      if (origins < 1 || origins > MOST_ORIGINS) {
        throw new IllegalArgumentException("origins out of 1..24: " + origins);
      }
    }
  }
}
