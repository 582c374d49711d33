package org.kexin.analysis.algorithm.forecast;

import org.kexin.analysis.algorithm.Reason;

/** What a forecast says about itself: fallbacks taken, oddities of the series, refusals. */
public final class Notes {

  /** Fewer values than this are not fitted by any method. */
  public static final int MINIMUM_VALUES = 5;

  /** Mean number of periods per period with a value other than zero, from which on it is noted. */
  static final double INTERMITTENT = 1.32;

  public static final Reason NOT_ENOUGH_DATA =
      new Reason(
          "NOT_ENOUGH_DATA",
          "A forecast needs at least " + MINIMUM_VALUES + " complete periods with a value.");

  public static final Reason TOO_MANY_MISSING =
      new Reason("TOO_MANY_MISSING", "More than a third of the periods have no value to fit to.");

  public static final Reason NOT_REPRESENTABLE =
      new Reason("NOT_REPRESENTABLE", "The figures of the forecast are too large to be given.");

  public static final Reason NEEDS_POSITIVE_VALUES =
      new Reason(
          "NEEDS_POSITIVE_VALUES",
          "The series has zeros or negative values, so additive components were used"
              + " in place of multiplicative ones.");

  public static final Reason LESS_THAN_TWO_SEASONS =
      new Reason(
          "LESS_THAN_TWO_SEASONS",
          "The series is shorter than two seasons, so the season was not modelled.");

  public static final Reason NO_SEASON =
      new Reason("NO_SEASON", "The season length is 1, so there is no season to model.");

  public static final Reason SEASON_TAKEN_OUT =
      new Reason(
          "SEASON_TAKEN_OUT",
          "The season is too long for the ETS family and was taken out by a classical"
              + " decomposition before, and put back after; its uncertainty is not in the"
              + " intervals.");

  public static final Reason NO_SIGNIFICANT_SEASON =
      new Reason(
          "NO_SIGNIFICANT_SEASON",
          "No significant season was found, or the series is shorter than the three seasons needed"
              + " to tell, so the season was not modelled.");

  public static final Reason TOO_SHORT_FOR_METHOD =
      new Reason(
          "TOO_SHORT_FOR_METHOD",
          "The series is too short for the parameters of the method, so a simpler one was used.");

  public static final Reason NOT_STABLE =
      new Reason(
          "NOT_STABLE",
          "The method gave no finite forecast for this series, so the naive one was used.");

  public static final Reason CONSTANT_SERIES =
      new Reason(
          "CONSTANT_SERIES",
          "All values are equal: the forecast repeats them, and the past shows no variation to"
              + " make an interval of.");

  public static final Reason ALL_ZERO =
      new Reason(
          "ALL_ZERO",
          "All values are zero: the forecast is zero, and the past shows no variation to make an"
              + " interval of.");

  public static final Reason TOO_SHORT_FOR_ROLLING_ORIGIN =
      new Reason(
          "TOO_SHORT_FOR_ROLLING_ORIGIN",
          "The series is too short to forecast from points of the past, so the choice was by AICc.");

  /** Syntetos and Boylan (2005), On the categorisation of demand patterns. */
  public static final Reason INTERMITTENT_SERIES =
      new Reason(
          "INTERMITTENT_SERIES",
          "Many periods are zero (on average "
              + INTERMITTENT
              + " periods or more per period that"
              + " is not): read the forecast as a mean rate per period, and its lower bounds with"
              + " care.");

  public static final Reason MISSING_INTERPOLATED =
      new Reason(
          "MISSING_INTERPOLATED",
          "Periods without a value between others were filled on a straight line for fitting.");

  /** Counts periods left out of fitting. */
  public static final Reason INCOMPLETE_FIRST_PERIOD =
      new Reason("INCOMPLETE_FIRST_PERIOD", "The first period was not observed as a whole.");

  /** Counts periods left out of fitting. */
  public static final Reason INCOMPLETE_LAST_PERIOD =
      new Reason("INCOMPLETE_LAST_PERIOD", "The last period was not observed as a whole.");

  /** Counts periods left out of fitting. */
  public static final Reason PERIODS_WITHOUT_VALUE_AT_THE_ENDS =
      new Reason(
          "PERIODS_WITHOUT_VALUE_AT_THE_ENDS",
          "Periods without a value before the first or after the last known one.");

  private Notes() {}
}
