package org.kexin.analysis.algorithm.lifetime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * The Gamma-Gamma model fitted by maximum likelihood to the customers with repeats and a mean value
 * above zero.
 *
 * @param model missing when fewer than two different mean values are known
 * @param logLikelihood over these customers, at the maximum
 * @param convergence null without a model
 * @param standardErrors of the parameters' logs, that is relative errors, for p, q and v; empty
 *     when the data do not determine them
 * @param correlation Pearson's, of x and z over these customers, −1 to 1. The model assumes 0:
 *     where frequent buyers spend more or less at a time, the values it gives them are biased
 * @param customers how many they are
 * @param leftOut customers not used
 */
public record GammaGammaFit(
    Measure<GammaGamma> model,
    Measure<Double> logLikelihood,
    @Nullable Convergence convergence,
    List<Double> standardErrors,
    Measure<Double> correlation,
    long customers,
    List<LeftOut> leftOut) {

  /** Counts customers without a repeat purchase: their one value is left out by the model. */
  public static final Reason CUSTOMERS_WITHOUT_REPEATS =
      new Reason(
          "CUSTOMERS_WITHOUT_REPEATS", "Customers without a repeat purchase are not in the fit.");

  /** Counts customers whose mean value is zero or negative. */
  public static final Reason CUSTOMERS_WITHOUT_POSITIVE_VALUE =
      new Reason(
          "CUSTOMERS_WITHOUT_POSITIVE_VALUE",
          "Customers whose mean repeat value is zero or negative are not in the fit.");

  /** One value has no spread to fit. */
  public static final Reason TOO_FEW_VALUES =
      new Reason("TOO_FEW_VALUES", "Fewer than two different mean repeat values are known.");

  /** All customers have the same number of repeats or the same mean value. */
  public static final Reason NO_VARIATION =
      new Reason("NO_VARIATION", "A correlation needs repeats and mean values that differ.");

  /** Logs of (p, q, v / geometric mean of z): ordinary, heavy tails, narrow values. */
  private static final List<double[]> STARTS =
      List.of(new double[] {1, 1, 0}, new double[] {0, 0.5, 0}, new double[] {3, 2, -1});

  public GammaGammaFit {
    standardErrors = List.copyOf(standardErrors);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Fits the model. The order of the customers changes the result by rounding only.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static GammaGammaFit of(RepeatValues values) {
    List<LeftOut> leftOut =
        new LeftOut.Entries()
            .add(CUSTOMERS_WITHOUT_REPEATS, values.withoutRepeats())
            .add(CUSTOMERS_WITHOUT_POSITIVE_VALUE, values.notPositive())
            .toList();
    if (!variesInValue(values)) {
      return new GammaGammaFit(
          Measure.missing(TOO_FEW_VALUES),
          Measure.missing(TOO_FEW_VALUES),
          null,
          List.of(),
          Measure.missing(NO_VARIATION),
          values.size(),
          leftOut);
    }
    GammaGammaLikelihood likelihood = new GammaGammaLikelihood(values);
    MaximumLikelihood.Fit fit =
        MaximumLikelihood.fit(
            likelihood,
            values.size(),
            new double[] {0, 0, likelihood.meanLogValue()},
            STARTS,
            _ -> {});
    double[] logs = fit.logs();
    return new GammaGammaFit(
        Measure.of(new GammaGamma(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]))),
        Measure.of(fit.meanLogLikelihood() * values.size()),
        fit.convergence(),
        fit.standardErrors(),
        correlation(values),
        values.size(),
        leftOut);
  }

  private static boolean variesInValue(RepeatValues values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.mean(i) != values.mean(0)) {
        return true;
      }
    }
    return false;
  }

  private static Measure<Double> correlation(RepeatValues values) {
    int n = values.size();
    double meanX = 0;
    double meanZ = 0;
    for (int i = 0; i < n; i++) {
      meanX += values.repeats(i) / (double) n;
      meanZ += values.mean(i) / n;
    }
    double xx = 0;
    double zz = 0;
    double xz = 0;
    for (int i = 0; i < n; i++) {
      double x = values.repeats(i) - meanX;
      double z = values.mean(i) - meanZ;
      xx += x * x;
      zz += z * z;
      xz += x * z;
    }
    double scale = Math.sqrt(xx) * Math.sqrt(zz);
    return scale > 0
        ? Measure.of(Math.clamp(xz / scale, -1.0, 1.0))
        : Measure.missing(NO_VARIATION);
  }
}
