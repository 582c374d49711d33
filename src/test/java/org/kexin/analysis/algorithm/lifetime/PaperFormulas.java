package org.kexin.analysis.algorithm.lifetime;

import org.hipparchus.special.Gamma;

/**
 * The formulas as the papers print them, with Gauss' hypergeometric function summed term by term:
 * right for moderate parameters, and written independently of the code they check.
 */
final class PaperFormulas {

  private PaperFormulas() {}

  static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < 1_000_000 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }

  static double bgNbdLogLikelihood(BetaGeometric m, PurchaseHistory h) {
    int x = h.repeats();
    double a1 = Gamma.logGamma(m.r() + x) - Gamma.logGamma(m.r()) + m.r() * Math.log(m.alpha());
    double a2 =
        Gamma.logGamma(m.a() + m.b())
            + Gamma.logGamma(m.b() + x)
            - Gamma.logGamma(m.b())
            - Gamma.logGamma(m.a() + m.b() + x);
    double a3 = -(m.r() + x) * Math.log(m.alpha() + h.observed());
    double a4 =
        Math.log(m.a())
            - Math.log(m.b() + x - 1)
            - (m.r() + x) * Math.log(m.alpha() + h.lastPurchase());
    return a1 + a2 + Math.log(Math.exp(a3) + (x > 0 ? Math.exp(a4) : 0));
  }

  static double mbgNbdLogLikelihood(BetaGeometric m, PurchaseHistory h) {
    int x = h.repeats();
    double a1 = Gamma.logGamma(m.r() + x) - Gamma.logGamma(m.r()) + m.r() * Math.log(m.alpha());
    double a2 =
        Gamma.logGamma(m.a() + m.b())
            + Gamma.logGamma(m.b() + x + 1)
            - Gamma.logGamma(m.b())
            - Gamma.logGamma(m.a() + m.b() + x + 1);
    double a3 = -(m.r() + x) * Math.log(m.alpha() + h.observed());
    double a4 =
        Math.log(m.a())
            - Math.log(m.b() + x)
            - (m.r() + x) * Math.log(m.alpha() + h.lastPurchase());
    return a1 + a2 + Math.log(Math.exp(a3) + Math.exp(a4));
  }

  static double bgNbdAlive(BetaGeometric m, PurchaseHistory h) {
    int x = h.repeats();
    double odds =
        m.a()
            / (m.b() + x - 1)
            * Math.pow((m.alpha() + h.observed()) / (m.alpha() + h.lastPurchase()), m.r() + x);
    return x == 0 ? 1 : 1 / (1 + odds);
  }

  static double mbgNbdAlive(BetaGeometric m, PurchaseHistory h) {
    int x = h.repeats();
    return 1
        / (1
            + m.a()
                / (m.b() + x)
                * Math.pow((m.alpha() + h.observed()) / (m.alpha() + h.lastPurchase()), m.r() + x));
  }

  static double bgNbdNew(BetaGeometric m, double t) {
    double f = hypergeometric(m.r(), m.b(), m.a() + m.b() - 1, t / (m.alpha() + t));
    return (m.a() + m.b() - 1)
        / (m.a() - 1)
        * (1 - Math.pow(m.alpha() / (m.alpha() + t), m.r()) * f);
  }

  static double mbgNbdNew(BetaGeometric m, double t) {
    double f = hypergeometric(m.r(), m.b() + 1, m.a() + m.b(), t / (m.alpha() + t));
    return m.b() / (m.a() - 1) * (1 - Math.pow(m.alpha() / (m.alpha() + t), m.r()) * f);
  }

  static double bgNbdExpected(BetaGeometric m, PurchaseHistory h, double t) {
    int x = h.repeats();
    double c = m.a() + m.b() + x - 1;
    double until = m.alpha() + h.observed();
    double f = hypergeometric(m.r() + x, m.b() + x, c, t / (until + t));
    return c / (m.a() - 1) * (1 - Math.pow(until / (until + t), m.r() + x) * f) * bgNbdAlive(m, h);
  }

  static double mbgNbdExpected(BetaGeometric m, PurchaseHistory h, double t) {
    int x = h.repeats();
    double c = m.a() + m.b() + x;
    double until = m.alpha() + h.observed();
    double f = hypergeometric(m.r() + x, m.b() + x + 1, c, t / (until + t));
    return c / (m.a() - 1) * (1 - Math.pow(until / (until + t), m.r() + x) * f) * mbgNbdAlive(m, h);
  }

  static double bgNbdProbability(BetaGeometric m, int x, double t) {
    double share = t / (m.alpha() + t);
    double stay = Math.pow(1 - share, m.r());
    double pmf = stay;
    double below = 0;
    for (int j = 0; j < x; j++) {
      below += pmf;
      pmf *= (m.r() + j) / (j + 1) * share;
    }
    double first = beta(m.a(), m.b() + x) / beta(m.a(), m.b()) * pmf;
    return x == 0
        ? first
        : first + beta(m.a() + 1, m.b() + x - 1) / beta(m.a(), m.b()) * (1 - below);
  }

  private static double beta(double a, double b) {
    return Math.exp(Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b));
  }

  private static double paretoA0(ParetoNbd m, PurchaseHistory h) {
    return paretoG(m, h.repeats(), h.lastPurchase()) - paretoG(m, h.repeats(), h.observed());
  }

  private static double paretoG(ParetoNbd m, int x, double t) {
    double k = m.r() + m.s() + x;
    return m.alpha() >= m.beta()
        ? hypergeometric(k, m.s() + 1, k + 1, (m.alpha() - m.beta()) / (m.alpha() + t))
            / Math.pow(m.alpha() + t, k)
        : hypergeometric(k, m.r() + x, k + 1, (m.beta() - m.alpha()) / (m.beta() + t))
            / Math.pow(m.beta() + t, k);
  }

  static double paretoLogLikelihood(ParetoNbd m, PurchaseHistory h) {
    double k = m.r() + m.s() + h.repeats();
    double stayed =
        Math.pow(m.alpha() + h.observed(), -m.r() - h.repeats())
            * Math.pow(m.beta() + h.observed(), -m.s());
    return Gamma.logGamma(m.r() + h.repeats())
        - Gamma.logGamma(m.r())
        + m.r() * Math.log(m.alpha())
        + m.s() * Math.log(m.beta())
        + Math.log(stayed + m.s() / k * paretoA0(m, h));
  }

  static double paretoAlive(ParetoNbd m, PurchaseHistory h) {
    double k = m.r() + m.s() + h.repeats();
    return 1
        / (1
            + m.s()
                / k
                * Math.pow(m.alpha() + h.observed(), m.r() + h.repeats())
                * Math.pow(m.beta() + h.observed(), m.s())
                * paretoA0(m, h));
  }

  static double paretoNew(ParetoNbd m, double t) {
    return m.r()
        * m.beta()
        / (m.alpha() * (m.s() - 1))
        * (1 - Math.pow(m.beta() / (m.beta() + t), m.s() - 1));
  }

  static double paretoExpected(ParetoNbd m, PurchaseHistory h, double t) {
    double until = m.beta() + h.observed();
    return (m.r() + h.repeats())
        * until
        / ((m.alpha() + h.observed()) * (m.s() - 1))
        * (1 - Math.pow(until / (until + t), m.s() - 1))
        * paretoAlive(m, h);
  }
}
