package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Mean log-likelihood of {@link GammaGamma} per customer with its gradient, both in the logs of (p,
 * q, v). Written with log-beta and log1p: the lnΓ and log terms of the usual form cancel when p or
 * q is large, as when all values are nearly equal.
 */
final class GammaGammaLikelihood implements QuasiNewton.Objective {

  private static final int INTERRUPT_CHECK = 0xFFFF;

  private final RepeatValues data;
  private final int[] distinct;
  private final int[] counts;
  private final double meanLogValue;

  GammaGammaLikelihood(RepeatValues data) {
    this.data = data;
    int[] sorted = new int[data.size()];
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = data.repeats(i);
      sum += Math.log(data.mean(i));
    }
    Arrays.sort(sorted);
    this.meanLogValue = sum / sorted.length;
    int[] values = new int[sorted.length];
    int[] occurrences = new int[sorted.length];
    int kept = 0;
    for (int x : sorted) {
      if (kept == 0 || values[kept - 1] != x) {
        values[kept++] = x;
      }
      occurrences[kept - 1]++;
    }
    this.distinct = Arrays.copyOf(values, kept);
    this.counts = Arrays.copyOf(occurrences, kept);
  }

  /** The mean of log z. */
  double meanLogValue() {
    return meanLogValue;
  }

  @Override
  public double at(double[] point, double[] gradient) {
    double p = Math.exp(point[0]);
    double q = Math.exp(point[1]);
    double v = Math.exp(point[2]);
    double n = data.size();
    double gradientP = 0;
    double gradientQ = 0;
    double sum = 0;
    for (int i = 0; i < distinct.length; i++) {
      double x = distinct[i];
      double whole = Gamma.digamma(p * x + q);
      sum -= counts[i] * Beta.logBeta(p * x, q);
      gradientP += counts[i] * x * (whole - Gamma.digamma(p * x));
      gradientQ += counts[i] * (whole - Gamma.digamma(q));
    }
    double gradientV = 0;
    for (int i = 0; i < data.size(); i++) {
      if ((i & INTERRUPT_CHECK) == INTERRUPT_CHECK) {
        Interruption.check();
      }
      double x = data.repeats(i);
      double total = x * data.mean(i);
      double logScale = Math.log1p(v / total);
      double logTotal = Math.log1p(total / v);
      sum -= p * x * logScale + q * logTotal;
      gradientP -= x * logScale;
      gradientQ -= logTotal;
      gradientV += (q * total / v - p * x) / (v + total);
    }
    gradient[0] = gradientP * p / n;
    gradient[1] = gradientQ * q / n;
    gradient[2] = gradientV * v / n;
    return sum / n - meanLogValue;
  }
}
