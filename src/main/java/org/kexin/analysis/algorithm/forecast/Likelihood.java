package org.kexin.analysis.algorithm.forecast;

/**
 * How well a model fits, as the package forecast of R counts it: constants of the normal density
 * are left out, and the variance counts as a parameter.
 *
 * @param logLikelihood −n/2 · log(sum of squared errors), less the sum of the logarithms of the
 *     forecasts when the error is a factor
 * @param parameters smoothing parameters, free initial states and the variance
 * @param aic 2 · parameters − 2 · logLikelihood
 * @param aicc AIC corrected for short series
 * @param bic with log(n) in place of 2
 */
public record Likelihood(
    double logLikelihood, int parameters, double aic, double aicc, double bic) {

  /**
   * @param n values fitted, more than parameters + 1
   */
  static Likelihood of(double logLikelihood, int parameters, int n) {
    double aic = 2 * parameters - 2 * logLikelihood;
    double correction = 2.0 * parameters * (parameters + 1) / (n - parameters - 1);
    double bic = parameters * Math.log(n) - 2 * logLikelihood;
    return new Likelihood(logLikelihood, parameters, aic, aic + correction, bic);
  }
}
