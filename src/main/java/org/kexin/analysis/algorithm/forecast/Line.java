package org.kexin.analysis.algorithm.forecast;

/**
 * A straight line fitted by least squares to values at 1, 2, …
 *
 * @param intercept the value at 0
 * @param slope per period
 */
record Line(double intercept, double slope) {

  /**
   * @param values at least one; a single value gives a flat line
   */
  static Line through(double[] values) {
    int n = values.length;
    double middle = (n + 1) / 2.0;
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / n;
    double products = 0;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      double distance = t + 1 - middle;
      products += distance * (values[t] - mean);
      squares += distance * distance;
    }
    double slope = squares == 0 ? 0 : products / squares;
    return new Line(mean - slope * middle, slope);
  }

  double at(double time) {
    return intercept + slope * time;
  }
}
