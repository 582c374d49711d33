package org.kexin.analysis.algorithm.lifetime;

import org.hipparchus.special.Beta;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * The Gamma-Gamma model of the value of a purchase (Fader and Hardie 2013, The Gamma-Gamma model of
 * monetary value): values are Gamma(p, ν) around each customer's own mean, ν from Gamma(q, v). It
 * assumes that how much a customer spends does not depend on how often; see {@link
 * GammaGammaFit#correlation()}.
 *
 * @param p shape of the values of one customer
 * @param q shape of the customers' rates
 * @param v their scale, in currency units
 */
public record GammaGamma(double p, double q, double v) {

  /** Name and source, for the envelope of an answer. */
  public static final String METHOD = "Gamma-Gamma (Fader and Hardie 2013)";

  /** With q ≤ 1 the mean over all customers is infinite. */
  public static final Reason NO_POPULATION_MEAN =
      new Reason(
          "NO_POPULATION_MEAN",
          "The fitted q is at most 1, so the values have no finite population mean.");

  /** With p x + q ≤ 1 the customer's own mean is infinite. */
  public static final Reason NO_CUSTOMER_MEAN =
      new Reason(
          "NO_CUSTOMER_MEAN",
          "The customer has too few purchases for a finite mean under the fitted parameters.");

  /** The model is about values above zero. */
  public static final Reason NOT_POSITIVE_VALUE =
      new Reason(
          "NOT_POSITIVE_VALUE",
          "The mean value of the customer's repeat days is zero or negative after refunds.");

  /** Smallest mean value that counts as above zero, in currency units. */
  static final double MIN_VALUE = 1e-9;

  /** Largest mean value, in currency units. */
  static final double MAX_VALUE = 1e15;

  private static final double MIN_PARAMETER = 1e-9;
  private static final double MAX_SHAPE = 1e9;
  private static final double MAX_SCALE = 1e24;

  /**
   * @throws IllegalArgumentException if a parameter is below 1e-9, p or q above 1e9 or v above 1e24
   */
  public GammaGamma {
    if (!(Math.min(Math.min(p, q), v) >= MIN_PARAMETER && Math.max(p, q) <= MAX_SHAPE)
        || !(v <= MAX_SCALE)) {
      throw new IllegalArgumentException("parameters out of range: " + p + ", " + q + ", " + v);
    }
  }

  /** p v / (q − 1): mean value of a purchase over all customers, in currency units. */
  public Measure<Double> populationMean() {
    return q > 1 ? Measure.of(p * v / (q - 1)) : Measure.missing(NO_POPULATION_MEAN);
  }

  /**
   * E[M | x, z]: the customer's own mean value of a purchase, between z and the population mean;
   * the population mean without repeats.
   *
   * @param repeats x, zero or more
   * @param meanValue z, in currency units; any without repeats
   * @throws IllegalArgumentException if x is negative or z is not finite
   */
  public Measure<Double> expectedValue(int repeats, double meanValue) {
    if (repeats < 0 || !Double.isFinite(meanValue)) {
      throw new IllegalArgumentException("not a mean value: " + repeats + ", " + meanValue);
    }
    if (repeats == 0) {
      return populationMean();
    }
    if (meanValue < MIN_VALUE || meanValue > MAX_VALUE) {
      return Measure.missing(NOT_POSITIVE_VALUE);
    }
    double shape = p * repeats + q;
    return shape > 1
        ? Measure.of(p * (v + repeats * meanValue) / (shape - 1))
        : Measure.missing(NO_CUSTOMER_MEAN);
  }

  /**
   * The log-likelihood of one customer's mean value.
   *
   * @param repeats x, at least 1
   * @param meanValue z above zero, in currency units
   */
  double logLikelihood(int repeats, double meanValue) {
    double total = repeats * meanValue;
    return -Beta.logBeta(p * repeats, q)
        - Math.log(meanValue)
        - p * repeats * Math.log1p(v / total)
        - q * Math.log1p(total / v);
  }
}
