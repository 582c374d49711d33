package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * A model of repeat buying fitted by maximum likelihood.
 *
 * @param kind which model was asked for
 * @param model the model; missing when the data cannot tell anything about its parameters
 * @param logLikelihood over all customers, at the maximum
 * @param convergence null without a model
 * @param standardErrors of the parameters' logs, that is relative errors, in the order of {@link
 *     PurchaseModel#parameters()}; empty when the data do not determine them
 * @param customers n
 * @param groups different histories among them
 * @param evaluations of the likelihood, over all starts
 */
public record PurchaseModelFit(
    ModelKind kind,
    Measure<PurchaseModel> model,
    Measure<Double> logLikelihood,
    @Nullable Convergence convergence,
    List<Double> standardErrors,
    long customers,
    int groups,
    int evaluations) {

  /** There is no customer with a purchase in the calibration period. */
  public static final Reason NO_CUSTOMERS =
      new Reason("NO_CUSTOMERS", "There is no customer with a purchase in the period.");

  /** Nobody bought twice: any rate of leaving explains that. */
  public static final Reason NO_REPEAT_PURCHASES =
      new Reason(
          "NO_REPEAT_PURCHASES", "No customer bought on a second day, so there is nothing to fit.");

  /**
   * Searches start here: logs of (r, alpha / mean T, a, b) or (r, alpha / mean T, s, beta / mean
   * T). Ordinary, few and loyal, many and fickle.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {-1, -1, 0, 1}, new double[] {0, 0, -2, 1}, new double[] {1, 1, 0, 0});

  public PurchaseModelFit {
    standardErrors = List.copyOf(standardErrors);
  }

  /**
   * Fits one model.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static PurchaseModelFit of(GroupedHistories data, ModelKind kind) {
    return of(data, kind, _ -> {});
  }

  /**
   * Fits one model.
   *
   * @param progress told the part done, 0 to 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static PurchaseModelFit of(
      GroupedHistories data, ModelKind kind, DoubleConsumer progress) {
    if (data.customers() == 0 || data.totalRepeats() == 0) {
      Reason reason = data.customers() == 0 ? NO_CUSTOMERS : NO_REPEAT_PURCHASES;
      return new PurchaseModelFit(
          kind,
          Measure.missing(reason),
          Measure.missing(reason),
          null,
          List.of(),
          data.customers(),
          data.groups(),
          0);
    }
    boolean pareto = kind == ModelKind.PARETO_NBD;
    QuasiNewton.Objective likelihood =
        pareto ? new ParetoNbdLikelihood(data) : new BetaGeometricLikelihood(data, kind);
    double scale = Math.log(data.meanObserved());
    double[] centre = {0, scale, 0, pareto ? scale : 0};
    MaximumLikelihood.Fit fit =
        MaximumLikelihood.fit(likelihood, data.customers(), centre, STARTS, progress);
    return new PurchaseModelFit(
        kind,
        Measure.of(PurchaseModel.of(kind, Arrays.stream(fit.logs()).map(Math::exp).toArray())),
        Measure.of(fit.meanLogLikelihood() * data.customers()),
        fit.convergence(),
        fit.standardErrors(),
        data.customers(),
        data.groups(),
        fit.evaluations());
  }
}
