package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;

/**
 * Mean log-likelihood of {@link BetaGeometric} per customer with its gradient, both in the logs of
 * (r, alpha, a, b). Everything that depends on x or on a time alone is computed once per distinct
 * value.
 */
final class BetaGeometricLikelihood implements QuasiNewton.Objective {

  private static final int INTERRUPT_CHECK = 0xFFFF;

  private final GroupedHistories data;
  private final int shift;
  private final RisingFactorials purchases;
  private final RisingFactorials stays;
  private final RisingFactorials occasions;
  private final double[] logTimes;
  private double logAlpha;

  BetaGeometricLikelihood(GroupedHistories data, ModelKind kind) {
    this.data = data;
    this.shift = kind == ModelKind.MBG_NBD ? 1 : 0;
    this.purchases = new RisingFactorials(data.repeats(), 0);
    this.stays = new RisingFactorials(data.repeats(), shift);
    this.occasions = new RisingFactorials(data.repeats(), shift);
    this.logTimes = new double[data.times().length];
  }

  @Override
  public double at(double[] point, double[] gradient) {
    double r = Math.exp(point[0]);
    double alpha = Math.exp(point[1]);
    double a = Math.exp(point[2]);
    double b = Math.exp(point[3]);
    prepare(r, alpha, a, b);
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int g = 0; g < data.groups(); g++) {
      if ((g & INTERRUPT_CHECK) == INTERRUPT_CHECK) {
        Interruption.check();
      }
      sum += data.weight(g) * addGroup(g, r, alpha, a, b, gradient);
    }
    double n = (double) data.customers();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= Math.exp(point[i]) / n;
    }
    return sum / n;
  }

  private void prepare(double r, double alpha, double a, double b) {
    purchases.compute(r);
    stays.compute(b);
    occasions.compute(a + b);
    double[] times = data.times();
    logAlpha = Math.log(alpha);
    for (int i = 0; i < times.length; i++) {
      // Relative to alpha: r log(alpha / (alpha + t)) then needs no difference of large terms.
      logTimes[i] = Math.log1p(times[i] / alpha);
    }
  }

  private double addGroup(
      int group, double r, double alpha, double a, double b, double[] gradient) {
    int index = data.repeatsIndex(group);
    int x = data.repeats()[index];
    int y = x + shift;
    double logObserved = logTimes[data.observedIndex(group)];
    double logLast = logTimes[data.lastIndex(group)];
    double weight = data.weight(group);
    double odds = y == 0 ? 0 : a / (b + y - 1) * Math.exp((r + x) * (logObserved - logLast));
    double value =
        purchases.log(index)
            - x * logAlpha
            - (r + x) * logObserved
            + stays.log(index)
            - occasions.log(index);
    // Odds of many hundreds of purchases overflow; their logarithm does not.
    value +=
        odds < Double.MAX_VALUE
            ? Math.log1p(odds)
            : Math.log(a / (b + y - 1)) + (r + x) * (logObserved - logLast);
    double alive = 1 / (1 + odds);
    double left = y == 0 ? 0 : 1 - alive;
    double observed = data.times()[data.observedIndex(group)];
    double last = data.times()[data.lastIndex(group)];
    gradient[0] += weight * (purchases.slope(index) - alive * logObserved - left * logLast);
    gradient[1] +=
        weight * (r / alpha - (r + x) * (alive / (alpha + observed) + left / (alpha + last)));
    gradient[2] += weight * (left / a - occasions.slope(index));
    gradient[3] +=
        weight * (stays.slope(index) - occasions.slope(index) - (y == 0 ? 0 : left / (b + y - 1)));
    return value;
  }
}
