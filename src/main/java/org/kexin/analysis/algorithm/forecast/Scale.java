package org.kexin.analysis.algorithm.forecast;

/**
 * Brings a series to a mean magnitude of about 1, so that starts and tolerances of a search mean
 * the same for cents and for millions. By a power of two, which changes no digit.
 */
final class Scale {

  private Scale() {}

  /** The unit to divide by; 1 when every value is zero. */
  static double of(double[] y) {
    double sum = 0;
    for (double value : y) {
      sum += Math.abs(value) / y.length;
    }
    return sum == 0 ? 1 : Math.scalb(1.0, Math.getExponent(sum));
  }

  static double[] divided(double[] y, double unit) {
    double[] scaled = new double[y.length];
    for (int t = 0; t < y.length; t++) {
      scaled[t] = y[t] / unit;
    }
    return scaled;
  }
}
