package org.kexin.analysis.algorithm.propensity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fitted logistic regression: log odds = intercept + Σ coefficient · (value − mean) / deviation.
 *
 * @param intercept log odds of a customer who is average in every feature
 * @param features in the order of the observations
 */
public record PropensityModel(double intercept, List<Feature> features) {

  public PropensityModel {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param mean in the training set, in the feature's own unit
   * @param deviation standard deviation there (divided by n); 0 for a constant feature, which has
   *     no influence
   * @param coefficient change of the log odds for one standard deviation more, all else equal; its
   *     size tells how much the feature matters, beside features it is not correlated with
   */
  public record Feature(String name, double mean, double deviation, double coefficient) {

    /**
     * @throws IllegalArgumentException if a number is not finite or the deviation is negative
     */
    public Feature {
      if (!Double.isFinite(mean) || !Double.isFinite(deviation) || !Double.isFinite(coefficient)) {
        throw new IllegalArgumentException("not finite: " + name);
      }
      if (deviation < 0) {
        throw new IllegalArgumentException("negative deviation: " + name);
      }
    }

    private double contribution(double value) {
      return deviation == 0 ? 0 : coefficient * ((value - mean) / deviation);
    }
  }

  /**
   * Why a customer has the probability.
   *
   * @param probability 0 to 1
   * @param averageProbability of a customer who is average in every feature
   * @param reasons by the size of the contribution descending, ties in the order of the features;
   *     with the intercept they add up to the log odds
   */
  public record Explanation(
      double probability, double averageProbability, List<Contribution> reasons) {

    public Explanation {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * One reason.
   *
   * @param value the customer's, in the feature's own unit
   * @param logOdds what it adds to the log odds compared with the average customer; below zero it
   *     speaks against
   */
  public record Contribution(String feature, double value, double logOdds) {}

  /**
   * The probability of a customer.
   *
   * @param values one per feature
   * @return 0 to 1
   * @throws IllegalArgumentException if the number of values is wrong or one is not within ±10¹⁵
   */
  public double probability(double[] values) {
    Observations.requireFeatures(values, features.size());
    double logOdds = intercept;
    for (int i = 0; i < values.length; i++) {
      logOdds += features.get(i).contribution(values[i]);
    }
    return logistic(logOdds);
  }

  /**
   * The probability of a customer with its reasons.
   *
   * @param values one per feature
   * @throws IllegalArgumentException if the number of values is wrong or one is not within ±10¹⁵
   */
  public Explanation explain(double[] values) {
    double probability = probability(values);
    List<Contribution> reasons = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Feature feature = features.get(i);
      // Zero is added so that −0 does not appear.
      reasons.add(
          new Contribution(feature.name(), values[i], feature.contribution(values[i]) + 0.0));
    }
    reasons.sort(
        Comparator.comparingDouble((Contribution reason) -> Math.abs(reason.logOdds())).reversed());
    return new Explanation(probability, logistic(intercept), reasons);
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
