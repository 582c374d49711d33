package org.kexin.analysis.algorithm.propensity;

/**
 * Brings features to mean 0 and standard deviation 1 in the training set, so that one penalty suits
 * all and coefficients can be compared.
 */
final class Standardisation {

  /** Below this part of the magnitude a spread is rounding. */
  private static final double NEGLIGIBLE_SPREAD = 1e-12;

  private static final double SMALLEST_SPREAD = 1e-100;

  private final double[] means;
  private final double[] deviations;

  private Standardisation(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** From at least one row. */
  static Standardisation of(Observations data, int[] rows) {
    int features = data.features().size();
    double[] means = new double[features];
    double[] deviations = new double[features];
    for (int feature = 0; feature < features; feature++) {
      double sum = 0;
      double largest = 0;
      for (int row : rows) {
        sum += data.value(row, feature);
        largest = Math.max(largest, Math.abs(data.value(row, feature)));
      }
      double mean = sum / rows.length;
      double squares = 0;
      for (int row : rows) {
        double difference = data.value(row, feature) - mean;
        squares += difference * difference;
      }
      double deviation = Math.sqrt(squares / rows.length);
      means[feature] = mean;
      deviations[feature] =
          deviation > Math.max(NEGLIGIBLE_SPREAD * largest, SMALLEST_SPREAD) ? deviation : 0;
    }
    return new Standardisation(means, deviations);
  }

  double mean(int feature) {
    return means[feature];
  }

  /** Of the whole training set, divided by n; 0 for a feature that is constant there. */
  double deviation(int feature) {
    return deviations[feature];
  }

  /** A constant feature is 0 everywhere: nothing was learnt about other values of it. */
  double apply(int feature, double value) {
    return deviations[feature] == 0 ? 0 : (value - means[feature]) / deviations[feature];
  }
}
