package org.kexin.analysis.algorithm.forecast;

import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.ArrayList;
import java.util.List;

/**
 * One member of the exponential smoothing family of Hyndman, Koehler, Ord and Snyder (2008),
 * Forecasting with Exponential Smoothing, chapter 2.
 *
 * @param error additive or multiplicative
 * @param trend none, additive or multiplicative
 * @param damped whether the trend levels off
 * @param season none, additive or multiplicative
 */
public record EtsModel(Component error, Component trend, boolean damped, Component season) {

  /** Simple exponential smoothing. */
  public static final EtsModel SIMPLE = new EtsModel(ADDITIVE, NONE, false, NONE);

  /** Holt's linear trend. */
  public static final EtsModel HOLT = new EtsModel(ADDITIVE, ADDITIVE, false, NONE);

  /** Holt's linear trend, damped. */
  public static final EtsModel HOLT_DAMPED = new EtsModel(ADDITIVE, ADDITIVE, true, NONE);

  /** Holt's exponential trend. Its error is a factor like its trend, so forecasts stay positive. */
  public static final EtsModel HOLT_EXPONENTIAL =
      new EtsModel(MULTIPLICATIVE, MULTIPLICATIVE, false, NONE);

  /**
   * @throws IllegalArgumentException if there is no error, a trend that is not there is damped, an
   *     additive error meets a factor (the variance would be infinite near zero), or a
   *     multiplicative error and trend meet an additive season (numerically unstable)
   */
  public EtsModel {
    if (error == NONE) {
      throw new IllegalArgumentException("an ETS model has an error");
    }
    if (damped && trend == NONE) {
      throw new IllegalArgumentException("only a trend can be damped");
    }
    if (!isAdmissible(error, trend, season)) {
      throw new IllegalArgumentException("not an admissible combination of components");
    }
  }

  private static boolean isAdmissible(Component error, Component trend, Component season) {
    return error == ADDITIVE
        ? trend != MULTIPLICATIVE && season != MULTIPLICATIVE
        : trend != MULTIPLICATIVE || season != ADDITIVE;
  }

  /**
   * All admissible models, those with the fewest components first.
   *
   * @param seasonal whether models with a season are wanted
   * @param factors whether models with any multiplicative component are wanted; they need a series
   *     above zero
   * @param multiplicativeTrend whether a trend may be a factor
   */
  static List<EtsModel> family(boolean seasonal, boolean factors, boolean multiplicativeTrend) {
    List<EtsModel> models = new ArrayList<>();
    for (Component season : Component.values()) {
      for (Component trend : Component.values()) {
        for (Component error : List.of(ADDITIVE, MULTIPLICATIVE)) {
          boolean wanted =
              isAdmissible(error, trend, season)
                  && (seasonal || season == NONE)
                  && (factors || error == ADDITIVE)
                  && (multiplicativeTrend || trend != MULTIPLICATIVE);
          if (wanted) {
            models.add(new EtsModel(error, trend, false, season));
          }
          if (wanted && trend != NONE) {
            models.add(new EtsModel(error, trend, true, season));
          }
        }
      }
    }
    return models;
  }

  boolean hasTrend() {
    return trend != NONE;
  }

  boolean isSeasonal() {
    return season != NONE;
  }

  /** Whether every value must be above zero. */
  boolean needsPositive() {
    return error == MULTIPLICATIVE;
  }

  /** Smoothing parameters: alpha, and beta, gamma, phi where they exist. */
  int smoothingParameters() {
    return 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? 1 : 0) + (damped ? 1 : 0);
  }

  /**
   * Smoothing parameters and free initial states; the seasonal states are bound to their sum.
   *
   * @param seasonLength periods of a season
   */
  int freeParameters(int seasonLength) {
    return smoothingParameters() + 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? seasonLength - 1 : 0);
  }

  /** Such as {@code ETS(M,Ad,M)}. */
  public String label() {
    return "ETS("
        + error.letter()
        + ","
        + trend.letter()
        + (damped ? "d" : "")
        + ","
        + season.letter()
        + ")";
  }
}
