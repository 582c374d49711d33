package org.kexin.analysis.algorithm.forecast;

import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How far forecasts were from what came (Hyndman and Koehler 2006, Another look at measures of
 * forecast accuracy).
 *
 * @param rmse root of the mean squared error, in the unit of the series
 * @param mae mean absolute error, in the unit of the series
 * @param mape mean of 100·|error|/|actual| in percent; not defined when an actual value is zero
 * @param smape mean of 200·|error|/(|forecast| + |actual|) in percent, 0 to 200; a forecast of zero
 *     for a zero counts 0
 * @param mase mae over the mean absolute change from season to season in the training part (from
 *     period to period without a season): below 1 is better than that; not defined when nothing
 *     changed
 */
public record Accuracy(
    double rmse, double mae, Measure<Double> mape, double smape, Measure<Double> mase) {

  /** A percentage of zero is not defined. */
  public static final Reason ACTUAL_IS_ZERO =
      new Reason(
          "ACTUAL_IS_ZERO", "An actual value is zero, and an error has no percentage of it.");

  /** Nothing to scale by. */
  public static final Reason TRAINING_NEVER_CHANGED =
      new Reason(
          "TRAINING_NEVER_CHANGED",
          "The training part repeats itself exactly, so errors cannot be scaled by its changes.");

  private static final double PERCENT = 100;

  /**
   * @param training values before the forecasts, more than lag
   * @param lag the season, or 1
   * @throws IllegalArgumentException if there is no forecast, or not one for each actual value
   */
  static Accuracy of(double[] forecasts, double[] actuals, double[] training, int lag) {
    int n = actuals.length;
    if (n == 0 || forecasts.length != n) {
      throw new IllegalArgumentException("one forecast for each actual value, and one at least");
    }
    double squares = 0;
    double absolute = 0;
    double relative = 0;
    double symmetric = 0;
    boolean zero = false;
    for (int t = 0; t < n; t++) {
      double error = Math.abs(actuals[t] - forecasts[t]);
      squares += error * error;
      absolute += error;
      zero |= actuals[t] == 0;
      relative += actuals[t] == 0 ? 0 : error / Math.abs(actuals[t]);
      symmetric += error == 0 ? 0 : 2 * error / (Math.abs(forecasts[t]) + Math.abs(actuals[t]));
    }
    double mae = absolute / n;
    return new Accuracy(
        Math.sqrt(squares / n),
        mae,
        zero ? Measure.missing(ACTUAL_IS_ZERO) : finite(PERCENT * relative / n, ACTUAL_IS_ZERO),
        PERCENT * symmetric / n,
        finite(mae / meanChange(training, lag), TRAINING_NEVER_CHANGED));
  }

  /** A quotient by something so small that it overflows is treated as one by zero. */
  private static Measure<Double> finite(double value, Reason otherwise) {
    return Double.isFinite(value) ? Measure.of(value) : Measure.missing(otherwise);
  }

  private static double meanChange(double[] training, int lag) {
    double sum = 0;
    for (int t = lag; t < training.length; t++) {
      sum += Math.abs(training[t] - training[t - lag]);
    }
    return sum / (training.length - lag);
  }
}
