package org.kexin.analysis.algorithm.lifetime;

import org.hipparchus.special.Beta;

/**
 * The expected purchases of an active customer whose rate is Gamma(R, A) and whose probability p to
 * leave after each purchase is Beta(a, b).
 *
 * <p>The papers write it with Gauss' hypergeometric function as C/(a−1) · (1 − (1−z)^R · F(R, b; C;
 * z)), C = a+b−1, z = t/(A+t). That form is 0/0 at a = 1 and at a+b = 1, and F overflows for a
 * customer with hundreds of purchases. Here F's series is kept, but summed in another order: with
 * w_n = P(n purchases if nobody ever left), which is negative binomial, and D_n = E[(1 − (1−p)^n) /
 * p], the purchases out of n that come before leaving, it is Σ w_n D_n. No term is negative (with
 * a+b ≥ 1), nothing cancels, and a = 1 is an ordinary point. D_0 = 0, D_1 = 1, D_{n+1} = (D_n (b+n)
 * + C) / (C+n).
 *
 * <p>The series converges as z^n. For a time that is long beside A the same expectation is
 * integrated over p instead: E[(1 − (1+pt/A)^−R) / p].
 */
final class PurchasesBeforeLeaving {

  private static final double MAX_TERMS = 20_000;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double RESCALE = 0x1p+500;

  private final double shape;
  private final double a;
  private final double b;

  PurchasesBeforeLeaving(double shape, double a, double b) {
    this.shape = shape;
    this.a = a;
    this.b = b;
  }

  /**
   * @param ratio time / A, zero or more
   */
  double within(double ratio) {
    if (ratio == 0) {
      return 0;
    }
    // The mean of the negative binomial plus forty times the decay length of its tail.
    double terms = (shape + 40) * ratio + 40;
    return terms > MAX_TERMS ? integral(ratio) : series(ratio);
  }

  double series(double ratio) {
    double z = ratio / (1 + ratio);
    double c = a + b - 1;
    double logScale = -shape * Math.log1p(ratio);
    double weight = shape * z;
    double before = 1;
    double sum = 0;
    for (int n = 1; ; n++) {
      double term = weight * before;
      sum += term;
      double growth = (shape + n) / (n + 1) * z;
      double limit = Math.max(growth, z) * (1 + 1.0 / n);
      if (limit < 1 && term <= NEGLIGIBLE * sum * (1 - limit)) {
        break;
      }
      weight *= growth;
      before = (before * (b + n) + c) / (c + n);
      if (sum > RESCALE) {
        sum /= RESCALE;
        weight /= RESCALE;
        logScale += Math.log(RESCALE);
      }
    }
    return Math.exp(Math.log(sum) + logScale);
  }

  /** Over u = logit(p), in panels from the mode outwards; see {@link Legendre}. */
  double integral(double ratio) {
    double logBeta = Beta.logBeta(a, b);
    // Below this p the integrand is a pure power of p, above that 1−p one of 1−p.
    double lowest = -40 - Math.log(Math.max(Math.max(shape, 1) * ratio, b));
    double highest = 40 + Math.log(Math.max(1, a));
    double mode = Math.clamp(Math.log(a / b), lowest, highest);
    double sum = outwards(mode, lowest, ratio, logBeta) + outwards(mode, highest, ratio, logBeta);
    sum += Math.exp(logIntegrand(lowest, ratio) - logBeta) / a;
    sum += Math.exp(logIntegrand(highest, ratio) - logBeta) / b;
    return sum;
  }

  private double outwards(double from, double to, double ratio, double logBeta) {
    double sign = Math.signum(to - from);
    double sum = 0;
    double u = from;
    while (u != to) {
      double width = Math.min(Math.abs(to - u), Legendre.WIDEST_PANEL);
      while (slope(u + sign * width) * width > Legendre.STEEPEST_PANEL) {
        width /= 2;
      }
      double end = Math.abs(to - u) <= width ? to : u + sign * width;
      double panel = 0;
      for (int i = 0; i < Legendre.NODES; i++) {
        double at = u + (end - u) * Legendre.node(i);
        panel += Legendre.weight(i) * Math.exp(logIntegrand(at, ratio) - logBeta);
      }
      panel *= Math.abs(end - u);
      sum += panel;
      if (panel < NEGLIGIBLE * sum) {
        return sum;
      }
      u = end;
    }
    return sum;
  }

  /** A bound of the absolute slope of the logarithm of the integrand between the mode and here. */
  private double slope(double u) {
    double p = 1 / (1 + Math.exp(-u));
    double q = 1 / (1 + Math.exp(u));
    return Math.abs(a * q - b * p) + 1;
  }

  private double logIntegrand(double u, double ratio) {
    // log p and log(1−p) without cancellation on either side.
    double logP = -Math.log1p(Math.exp(-Math.abs(u))) + Math.min(u, 0);
    double logQ = logP - u;
    double gain = -Math.expm1(-shape * Math.log1p(Math.exp(logP) * ratio));
    return (a - 1) * logP + b * logQ + Math.log(gain);
  }
}
