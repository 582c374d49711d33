package org.kexin.analysis.algorithm.lifetime;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * Pareto/NBD. Purchases are Poisson with a rate from Gamma(r, alpha); the customer leaves after an
 * exponential time with a rate from Gamma(s, beta). Sources: {@link ModelKind}; the likelihood in
 * the form of Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model.
 *
 * @param r shape of the purchase rates
 * @param alpha their scale, a time
 * @param s shape of the rates of leaving
 * @param beta their scale, a time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

  /**
   * @throws IllegalArgumentException if a parameter is not within {@link #MIN_PARAMETER} to {@link
   *     #MAX_PARAMETER}, or a shape above {@link #MAX_SHAPE}
   */
  public ParetoNbd {
    named(r, alpha, s, beta);
  }

  @Override
  public ModelKind kind() {
    return ModelKind.PARETO_NBD;
  }

  @Override
  public List<Parameter> parameters() {
    return named(r, alpha, s, beta);
  }

  private static List<Parameter> named(double r, double alpha, double s, double beta) {
    return List.of(
        Parameter.shape("r", r),
        new Parameter("alpha", alpha),
        Parameter.shape("s", s),
        new Parameter("beta", beta));
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    int x = history.repeats();
    double odds = logOddsOfHavingLeft(history);
    return Gamma.logGamma(r + x)
        - Gamma.logGamma(r)
        - r * Math.log1p(history.observed() / alpha)
        - x * Math.log(alpha + history.observed())
        - s * Math.log1p(history.observed() / beta)
        + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return 1 / (1 + Math.exp(logOddsOfHavingLeft(history)));
  }

  private double logOddsOfHavingLeft(PurchaseHistory history) {
    LeavingIntegral left = new LeavingIntegral();
    left.compute(r + history.repeats(), s, alpha, beta, history.lastPurchase(), history.observed());
    return left.logOdds();
  }

  @Override
  public double expectedPurchases(double time) {
    PurchaseHistory.requireTime(time);
    return r * (beta / alpha) * activeTime(time / beta);
  }

  @Override
  public double expectedPurchasesIfAlive(PurchaseHistory history, double time) {
    PurchaseHistory.requireTime(time);
    double rate = (r + history.repeats()) / (alpha + history.observed());
    double scale = beta + history.observed();
    return rate * scale * activeTime(time / scale);
  }

  /**
   * (1 − (1 + ratio)^(1−s)) / (s − 1): the expected active part of a time, both in units of the
   * scale of leaving. At s = 1 it is the limit, log(1 + ratio).
   */
  private double activeTime(double ratio) {
    double log = Math.log1p(ratio);
    double exponent = (1 - s) * log;
    return Math.abs(exponent) < Double.MIN_NORMAL ? log : log * (Math.expm1(exponent) / exponent);
  }
}
