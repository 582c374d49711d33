package org.kexin.analysis.algorithm.forecast;

/** The methods offered, the simpler first: of equally good ones the earlier is chosen. */
public enum ForecastMethod {
  /** The mean of all values. */
  MEAN("Mean", false),
  /** The last value. */
  NAIVE("Naive", false),
  /** The value one season before. */
  SEASONAL_NAIVE("Seasonal naive", true),
  /** The last value and the mean change per period. */
  DRIFT("Drift", false),
  /** Simple exponential smoothing: ETS(A,N,N). */
  SES("Simple exponential smoothing", false),
  /** Linear trend: ETS(A,A,N). */
  HOLT("Holt, linear trend", false),
  /** Damped trend: ETS(A,Ad,N). */
  HOLT_DAMPED("Holt, damped trend", false),
  /** Exponential trend: ETS(M,M,N). */
  HOLT_EXPONENTIAL("Holt, exponential trend", false),
  /** Simple exponential smoothing with half the drift of a straight line. */
  THETA("Theta", true),
  /** Trend and added season; start values as in R. */
  HOLT_WINTERS_ADDITIVE("Holt-Winters, additive", true),
  /** Trend and season as a factor; start values as in R. */
  HOLT_WINTERS_MULTIPLICATIVE("Holt-Winters, multiplicative", true),
  /** The ETS model with the least AICc. */
  ETS("ETS by AICc", true);

  private final String label;
  private final boolean seasonal;

  ForecastMethod(String label, boolean seasonal) {
    this.label = label;
    this.seasonal = seasonal;
  }

  /** The English name. */
  public String label() {
    return label;
  }

  /** Whether the method can follow a season. */
  boolean isSeasonal() {
    return seasonal;
  }
}
