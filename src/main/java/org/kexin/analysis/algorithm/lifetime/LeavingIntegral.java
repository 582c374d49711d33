package org.kexin.analysis.algorithm.lifetime;

/**
 * The part of the Pareto/NBD likelihood of those who left between the last purchase and the end of
 * the observation: I = ∫ (alpha+y)^−(r+x) · (beta+y)^−(s+1) dy, y from t_x to T; s·I is the s/k ·
 * A0 of the usual form, a difference of two hypergeometric functions. The difference cancels when T
 * is near t_x and takes two forms for alpha ≥ beta and alpha &lt; beta; the integral does neither,
 * and gives the gradient at no extra cost.
 *
 * <p>The integrand falls; it is taken relative to its value at t_x, so that nothing overflows, and
 * logarithms are relative to alpha and beta, so that large ones do not cancel. The variable is u =
 * log(m + y), m the smaller of alpha and beta, in which the integrand's logarithm is concave with a
 * bounded slope. Not thread-safe: it keeps the latest result.
 */
final class LeavingIntegral {

  private static final double NEGLIGIBLE = 1e-17;

  private double logOdds;
  private double meanLogAlpha;
  private double meanInverseAlpha;
  private double meanLogBeta;
  private double meanInverseBeta;

  /**
   * Integrates for one history.
   *
   * @param p r + x
   * @param start t_x
   * @param end T
   */
  void compute(double p, double s, double alpha, double beta, double start, double end) {
    double q = s + 1;
    double atAlpha = alpha + start;
    double atBeta = beta + start;
    double base = Math.min(atAlpha, atBeta);
    double far = Math.log1p((end - start) / base);
    double total = 0;
    double logAlpha = 0;
    double inverseAlpha = 0;
    double logBeta = 0;
    double inverseBeta = 0;
    double u = 0;
    while (u < far) {
      double width = panelWidth(p, q, atAlpha, atBeta, base, u, far - u);
      double panel = 0;
      for (int i = 0; i < Legendre.NODES; i++) {
        double step = u + width * Legendre.node(i);
        double elapsed = base * Math.expm1(step);
        double growthAlpha = Math.log1p(elapsed / atAlpha);
        double growthBeta = Math.log1p(elapsed / atBeta);
        double mass =
            width * Legendre.weight(i) * Math.exp(step - p * growthAlpha - q * growthBeta);
        panel += mass;
        logAlpha += mass * growthAlpha;
        inverseAlpha += mass / (atAlpha + elapsed);
        logBeta += mass * growthBeta;
        inverseBeta += mass / (atBeta + elapsed);
      }
      total += panel;
      if (panel < NEGLIGIBLE * total) {
        break;
      }
      u += width;
    }
    boolean possible = total > 0;
    meanLogAlpha = possible ? Math.log1p(start / alpha) + logAlpha / total : 0;
    meanInverseAlpha = possible ? inverseAlpha / total : 0;
    meanLogBeta = possible ? Math.log1p(start / beta) + logBeta / total : 0;
    meanInverseBeta = possible ? inverseBeta / total : 0;
    logOdds =
        Math.log(s * total)
            + Math.log(base / atBeta)
            + p * Math.log1p((end - start) / atAlpha)
            + s * Math.log1p((end - start) / atBeta);
  }

  private static double panelWidth(
      double p, double q, double atAlpha, double atBeta, double base, double u, double rest) {
    double width = Math.min(rest, Legendre.WIDEST_PANEL);
    while (width > Double.MIN_NORMAL) {
      double elapsed = base * Math.expm1(u + width);
      double reached = base + elapsed;
      // The slope is monotone, so it is steepest at one of the ends.
      double atEnd = Math.abs(1 - reached * (p / (atAlpha + elapsed) + q / (atBeta + elapsed)));
      double here = base * Math.exp(u);
      double gone = here - base;
      double atStart = Math.abs(1 - here * (p / (atAlpha + gone) + q / (atBeta + gone)));
      if (Math.max(atEnd, atStart) * width <= Legendre.STEEPEST_PANEL) {
        return width;
      }
      width /= 2;
    }
    return width;
  }

  /**
   * log(s I (alpha+T)^(r+x) (beta+T)^s): the log odds that the customer has left by T; minus
   * infinity when T = t_x.
   */
  double logOdds() {
    return logOdds;
  }

  /** The mean of log(1 + y/alpha), y the time of leaving. */
  double meanLogAlpha() {
    return meanLogAlpha;
  }

  /** The mean of 1/(alpha + y). */
  double meanInverseAlpha() {
    return meanInverseAlpha;
  }

  /** The mean of log(1 + y/beta). */
  double meanLogBeta() {
    return meanLogBeta;
  }

  /** The mean of 1/(beta + y). */
  double meanInverseBeta() {
    return meanInverseBeta;
  }
}
