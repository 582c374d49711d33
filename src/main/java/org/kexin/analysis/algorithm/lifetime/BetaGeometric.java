package org.kexin.analysis.algorithm.lifetime;

import java.util.List;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * BG/NBD and MBG/NBD. Purchases are Poisson with a rate from Gamma(r, alpha); after a purchase the
 * customer leaves with a probability from Beta(a, b). The two models differ in one point only: with
 * MBG/NBD the first purchase counts as an occasion to leave. With y for the occasions (x under
 * BG/NBD, x + 1 under MBG/NBD) both have
 *
 * <pre>
 * L = (r)_x alpha^r (b)_y / (a+b)_y · ((alpha+T)^−(r+x) + [y>0] a/(b+y−1) · (alpha+t_x)^−(r+x))
 * </pre>
 *
 * where (c)_n is the rising factorial. Sources: {@link ModelKind}.
 *
 * @param kind {@link ModelKind#BG_NBD} or {@link ModelKind#MBG_NBD}
 * @param r shape of the purchase rates
 * @param alpha their scale, a time
 * @param a shape of the probabilities to leave
 * @param b their other shape
 */
public record BetaGeometric(ModelKind kind, double r, double alpha, double a, double b)
    implements PurchaseModel {

  /**
   * @throws IllegalArgumentException if the kind is Pareto/NBD a parameter is not within {@link
   *     #MIN_PARAMETER} to {@link #MAX_PARAMETER}, or a shape above {@link #MAX_SHAPE}
   */
  public BetaGeometric {
    if (kind == ModelKind.PARETO_NBD) {
      throw new IllegalArgumentException("not a beta-geometric model: " + kind);
    }
    named(r, alpha, a, b);
  }

  @Override
  public List<Parameter> parameters() {
    return named(r, alpha, a, b);
  }

  private static List<Parameter> named(double r, double alpha, double a, double b) {
    return List.of(
        Parameter.shape("r", r),
        new Parameter("alpha", alpha),
        Parameter.shape("a", a),
        Parameter.shape("b", b));
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    int x = history.repeats();
    int y = occasions(x);
    double stillAlive =
        Gamma.logGamma(r + x)
            - Gamma.logGamma(r)
            - r * Math.log1p(history.observed() / alpha)
            - x * Math.log(alpha + history.observed())
            + Beta.logBeta(a, b + y)
            - Beta.logBeta(a, b);
    // Both ways to the same data: still here, or left after the last purchase.
    double odds = logOddsOfHavingLeft(history);
    return stillAlive
        + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return 1 / (1 + Math.exp(logOddsOfHavingLeft(history)));
  }

  private double logOddsOfHavingLeft(PurchaseHistory history) {
    int y = occasions(history.repeats());
    return y == 0
        ? Double.NEGATIVE_INFINITY
        : Math.log(a / (b + y - 1))
            + (r + history.repeats())
                * Math.log1p(history.sinceLastPurchase() / (alpha + history.lastPurchase()));
  }

  @Override
  public double expectedPurchases(double time) {
    PurchaseHistory.requireTime(time);
    double survivesFirst = kind == ModelKind.MBG_NBD ? b / (a + b) : 1;
    return survivesFirst * new PurchasesBeforeLeaving(r, a, b + occasions(0)).within(time / alpha);
  }

  @Override
  public double expectedPurchasesIfAlive(PurchaseHistory history, double time) {
    PurchaseHistory.requireTime(time);
    int x = history.repeats();
    return new PurchasesBeforeLeaving(r + x, a, b + occasions(x))
        .within(time / (alpha + history.observed()));
  }

  /**
   * P(X(t) = x): the probability that a new customer makes x repeat purchases within a time after
   * the first purchase (BG/NBD, Fader, Hardie and Lee 2005, equation 8; under MBG/NBD the same with
   * one occasion more).
   *
   * @param repeats x, zero or more
   * @param time 0 to {@link PurchaseHistory#MAX_TIME}
   * @throws IllegalArgumentException if repeats is negative or time is out of range
   */
  public double probabilityOf(int repeats, double time) {
    PurchaseHistory.requireTime(time);
    if (repeats < 0) {
      throw new IllegalArgumentException("negative number of repeats: " + repeats);
    }
    int y = occasions(repeats);
    double share = time / (alpha + time);
    double logAlive = Beta.logBeta(a, b + y) - Beta.logBeta(a, b);
    double stillHere =
        time == 0
            ? (repeats == 0 ? Math.exp(logAlive) : 0)
            : Math.exp(logAlive + logNegativeBinomial(repeats, time));
    if (y == 0) {
      return stillHere;
    }
    double logLeft = Beta.logBeta(a + 1, b + y - 1) - Beta.logBeta(a, b);
    double atLeast = repeats == 0 ? 1 : Beta.regularizedBeta(share, repeats, r);
    return Math.min(1, stillHere + Math.exp(logLeft) * atLeast);
  }

  private double logNegativeBinomial(int n, double time) {
    double logChoices = n == 0 ? 0 : -Math.log(n) - Beta.logBeta(r, n);
    return logChoices - r * Math.log1p(time / alpha) - n * Math.log1p(alpha / time);
  }

  private int occasions(int x) {
    return kind == ModelKind.MBG_NBD ? x + 1 : x;
  }
}
