package org.kexin.analysis.algorithm.propensity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * A propensity model fitted to a part of the observations and checked on the rest.
 *
 * @param model missing when there are too few cases
 * @param convergence of the fit; null without a model
 * @param training customers in the training set
 * @param trainingPositives how many of them did it
 * @param validation on the hold-out; null without a model
 */
public record PropensityFit(
    Measure<PropensityModel> model,
    @Nullable Convergence convergence,
    int training,
    int trainingPositives,
    @Nullable Validation validation) {

  /** Name and source, for the envelope of an answer. */
  public static final String METHOD =
      "L2-penalised logistic regression (le Cessie and van Houwelingen 1992)";

  /** Too few customers did it, or too few did not, for the number of features. */
  public static final Reason NOT_ENOUGH_CASES =
      new Reason(
          "NOT_ENOUGH_CASES",
          "The training set has too few cases of the rarer outcome for the number of features.");

  /**
   * How the fit ended.
   *
   * @param converged whether the gradient vanished
   * @param iterations of Newton's method
   * @param gradient largest component of the gradient per customer at the end
   */
  public record Convergence(boolean converged, int iterations, double gradient) {}

  /**
   * How to fit.
   *
   * @param penalty half of it times the sum of squared coefficients (of standardised features) is
   *     taken from the log-likelihood, 1e-6 to 1e9; 1 is mild
   * @param holdOutShare expected share of the customers kept for the validation, 0 to 0.9
   * @param seed of the split; the same seed and keys give the same split
   * @param casesPerFeature least number of cases of the rarer outcome in the training set per
   *     feature, 1 to 1,000; with fewer than 10 coefficients are unreliable (Peduzzi et al. 1996,
   *     Journal of Clinical Epidemiology 49)
   */
  public record Parameters(double penalty, double holdOutShare, long seed, int casesPerFeature) {

    private static final double LEAST_PENALTY = 1e-6;
    private static final double LARGEST_PENALTY = 1e9;
    private static final double LARGEST_SHARE = 0.9;
    private static final int MOST_CASES = 1_000;

    /**
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Parameters {
      if (!(penalty >= LEAST_PENALTY && penalty <= LARGEST_PENALTY)) {
        throw new IllegalArgumentException("penalty out of 1e-6..1e9: " + penalty);
      }
      if (!(holdOutShare >= 0 && holdOutShare <= LARGEST_SHARE)) {
        throw new IllegalArgumentException("hold-out share out of 0..0.9: " + holdOutShare);
      }
      if (casesPerFeature < 1 || casesPerFeature > MOST_CASES) {
        throw new IllegalArgumentException("cases per feature out of 1..1000: " + casesPerFeature);
      }
    }

    /** Penalty 1, three tenths held out, seed 0, 10 cases per feature. */
    public static Parameters defaults() {
      return new Parameters(1, 0.3, 0, 10);
    }
  }

  /**
   * Fits and checks.
   *
   * @throws IllegalArgumentException if a key appears twice
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static PropensityFit of(Observations data, Parameters parameters) {
    TrainingSplit split = TrainingSplit.of(data, parameters.holdOutShare(), parameters.seed());
    int[] training = split.training();
    int positives = 0;
    for (int row : training) {
      positives += data.positive(row) ? 1 : 0;
    }
    int rarer = Math.min(positives, training.length - positives);
    if (rarer < (long) parameters.casesPerFeature() * data.features().size()) {
      return new PropensityFit(
          Measure.missing(NOT_ENOUGH_CASES), null, training.length, positives, null);
    }
    Standardisation scale = Standardisation.of(data, training);
    LogisticRegression.Optimum end =
        LogisticRegression.fit(data, training, scale, parameters.penalty());
    PropensityModel model = model(data, scale, end);
    return new PropensityFit(
        Measure.of(model),
        new Convergence(end.converged(), end.iterations(), end.gradient()),
        training.length,
        positives,
        validation(data, split.holdOut(), model));
  }

  private static PropensityModel model(
      Observations data, Standardisation scale, LogisticRegression.Optimum end) {
    List<PropensityModel.Feature> features = new ArrayList<>();
    for (int i = 0; i < data.features().size(); i++) {
      features.add(
          new PropensityModel.Feature(
              data.features().get(i), scale.mean(i), scale.deviation(i), end.coefficient(i)));
    }
    return new PropensityModel(end.intercept(), features);
  }

  private static Validation validation(Observations data, int[] rows, PropensityModel model) {
    double[] probabilities = new double[rows.length];
    boolean[] outcomes = new boolean[rows.length];
    double[] values = new double[data.features().size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < values.length; j++) {
        values[j] = data.value(rows[i], j);
      }
      probabilities[i] = model.probability(values);
      outcomes[i] = data.positive(rows[i]);
    }
    return Validation.of(probabilities, outcomes);
  }
}
