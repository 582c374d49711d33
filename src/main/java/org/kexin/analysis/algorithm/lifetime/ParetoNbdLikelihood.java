package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;

/**
 * Mean log-likelihood of {@link ParetoNbd} per customer with its gradient, both in the logs of (r,
 * alpha, s, beta).
 */
final class ParetoNbdLikelihood implements QuasiNewton.Objective {

  private static final int INTERRUPT_CHECK = 0xFFF;

  private final GroupedHistories data;
  private final RisingFactorials purchases;
  private final double[] logAlphaTimes;
  private final double[] logBetaTimes;
  private final LeavingIntegral leaving = new LeavingIntegral();

  ParetoNbdLikelihood(GroupedHistories data) {
    this.data = data;
    this.purchases = new RisingFactorials(data.repeats(), 0);
    this.logAlphaTimes = new double[data.times().length];
    this.logBetaTimes = new double[data.times().length];
  }

  @Override
  public double at(double[] point, double[] gradient) {
    double r = Math.exp(point[0]);
    double alpha = Math.exp(point[1]);
    double s = Math.exp(point[2]);
    double beta = Math.exp(point[3]);
    purchases.compute(r);
    double[] times = data.times();
    for (int i = 0; i < times.length; i++) {
      logAlphaTimes[i] = Math.log1p(times[i] / alpha);
      logBetaTimes[i] = Math.log1p(times[i] / beta);
    }
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int g = 0; g < data.groups(); g++) {
      if ((g & INTERRUPT_CHECK) == INTERRUPT_CHECK) {
        Interruption.check();
      }
      sum += data.weight(g) * addGroup(g, point[1], r, alpha, s, beta, gradient);
    }
    double n = (double) data.customers();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= Math.exp(point[i]) / n;
    }
    return sum / n;
  }

  private double addGroup(
      int group,
      double logAlpha,
      double r,
      double alpha,
      double s,
      double beta,
      double[] gradient) {
    int index = data.repeatsIndex(group);
    int x = data.repeats()[index];
    double last = data.times()[data.lastIndex(group)];
    double observed = data.times()[data.observedIndex(group)];
    double logAlphaObserved = logAlphaTimes[data.observedIndex(group)];
    double logBetaObserved = logBetaTimes[data.observedIndex(group)];
    leaving.compute(r + x, s, alpha, beta, last, observed);
    double odds = leaving.logOdds();
    double alive = 1 / (1 + Math.exp(odds));
    double left = 1 - alive;
    double weight = data.weight(group);
    gradient[0] +=
        weight
            * (purchases.slope(index) - alive * logAlphaObserved - left * leaving.meanLogAlpha());
    gradient[1] +=
        weight
            * (r / alpha
                - (r + x) * (alive / (alpha + observed) + left * leaving.meanInverseAlpha()));
    gradient[2] += weight * (left / s - alive * logBetaObserved - left * leaving.meanLogBeta());
    gradient[3] +=
        weight
            * (s / beta
                - alive * s / (beta + observed)
                - left * (s + 1) * leaving.meanInverseBeta());
    return purchases.log(index)
        - x * logAlpha
        - (r + x) * logAlphaObserved
        - s * logBetaObserved
        + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
  }
}
