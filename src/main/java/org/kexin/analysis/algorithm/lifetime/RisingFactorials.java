package org.kexin.analysis.algorithm.lifetime;

import org.hipparchus.special.Gamma;

/**
 * log (c)_x = lnΓ(c + x) − lnΓ(c) and its derivative by c, for all distinct x of a data set at
 * once. Summed term by term, because the difference of two large log-gammas loses the digits that a
 * flat optimum (b of many thousands) depends on.
 */
final class RisingFactorials {

  /** From this gap on one log-gamma is cheaper than the terms; c + x is then well above 1. */
  private static final int LONG_GAP = 256;

  private final int[] repeats;
  private final int shift;
  private final double[] logs;
  private final double[] slopes;

  /**
   * @param repeats distinct, ascending
   * @param shift added to each of them, 0 or 1
   */
  RisingFactorials(int[] repeats, int shift) {
    this.repeats = repeats;
    this.shift = shift;
    this.logs = new double[repeats.length];
    this.slopes = new double[repeats.length];
  }

  void compute(double c) {
    double log = 0;
    double slope = 0;
    int done = 0;
    for (int i = 0; i < repeats.length; i++) {
      int x = repeats[i] + shift;
      if (x - done > LONG_GAP) {
        log += Gamma.logGamma(c + x) - Gamma.logGamma(c + done);
        slope += Gamma.digamma(c + x) - Gamma.digamma(c + done);
        done = x;
      }
      double product = 1;
      for (; done < x; done++) {
        slope += 1 / (c + done);
        product *= c + done;
        // One logarithm for a few factors; c is at most 10⁹ and x below 2³¹.
        if ((done & 15) == 15) {
          log += Math.log(product);
          product = 1;
        }
      }
      log += Math.log(product);
      logs[i] = log;
      slopes[i] = slope;
    }
  }

  /** log (c)_x for the x at this index. */
  double log(int index) {
    return logs[index];
  }

  /** ψ(c + x) − ψ(c). */
  double slope(int index) {
    return slopes[index];
  }
}
