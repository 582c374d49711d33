package org.kexin.analysis.algorithm.linkage;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * What agreement says about a match, field by field.
 *
 * @param share λ, of the compared pairs that match; above 0, below 1
 * @param suggestedShare what the pairs suggested in the last round, before it was fixed or bounded
 * @param pairs that were compared
 * @param rounds of expectation and maximisation
 * @param logLikelihood natural logarithm, of the compared pairs
 * @param warnings empty if nothing is suspicious
 */
public record FellegiSunterModel(
    double share,
    double suggestedShare,
    List<Field> fields,
    long pairs,
    int rounds,
    boolean converged,
    Measure<Double> logLikelihood,
    List<Reason> warnings) {

  /** Name and version of the method. */
  public static final String METHOD = "fellegi-sunter-em/1";

  /**
   * @throws IllegalArgumentException if the share is not above 0 and below 1 or there is no field
   */
  public FellegiSunterModel {
    fields = List.copyOf(fields);
    warnings = List.copyOf(warnings);
    if (!(share > 0 && share < 1) || fields.isEmpty()) {
      throw new IllegalArgumentException("a share above 0 and below 1, and a field at least");
    }
  }

  /**
   * A field.
   *
   * @param compared pairs in which both rows have a value
   * @param levels from disagreement to the best agreement
   */
  public record Field(String name, long compared, List<Level> levels) {

    /**
     * @throws IllegalArgumentException if there are fewer than two levels
     */
    public Field {
      levels = List.copyOf(levels);
      if (levels.size() < 2) {
        throw new IllegalArgumentException("two levels at least");
      }
    }
  }

  /**
   * A level of agreement.
   *
   * @param m its probability among matches, above 0
   * @param u its probability among the others, above 0
   * @param weight log2(m / u), the Bayes factor in bits: each bit doubles the odds
   */
  public record Level(double m, double u, double weight) {

    /**
     * @throws IllegalArgumentException if a probability is not above 0 and up to 1, or the weight
     *     not finite
     */
    public Level {
      if (!(m > 0 && m <= 1 && u > 0 && u <= 1) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("probabilities are above 0, up to 1");
      }
    }

    /** With its weight. */
    public static Level of(double m, double u) {
      return new Level(m, u, log2(m) - log2(u));
    }
  }

  /** log2(λ / (1 − λ)): the weight of a pair before anything is compared. */
  public double priorWeight() {
    return log2(share) - Math.log1p(-share) / Math.log(2);
  }

  /**
   * The weight of a pattern with that of the prior, without any term frequency.
   *
   * @param levels one for each field
   * @throws IllegalArgumentException if there are not as many as fields
   * @throws IndexOutOfBoundsException if one is no level of its field
   */
  public double weight(int... levels) {
    if (levels.length != fields.size()) {
      throw new IllegalArgumentException(fields.size() + " levels, not " + levels.length);
    }
    double weight = priorWeight();
    for (int f = 0; f < levels.length; f++) {
      weight +=
          levels[f] == Comparison.MISSING ? 0 : fields.get(f).levels().get(levels[f]).weight();
    }
    return weight;
  }

  /** The probability of a match that has this weight: 1 / (1 + 2^−weight). */
  public static double posterior(double weight) {
    return 1 / (1 + Math.exp(-weight * Math.log(2)));
  }

  /**
   * Gives all pairs that probably match, and why. Compares them a second time rather than keep what
   * was compared first: memory stays flat.
   *
   * @param linkageFields those the model was estimated from
   * @param minimumPosterior above 0, up to 1
   * @param progress told 0 to 1 now and then
   * @return how many matched
   * @throws IllegalArgumentException if the fields are other ones or the posterior out of its range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public long forEachMatch(
      CandidatePairs candidates,
      List<LinkageField> linkageFields,
      double minimumPosterior,
      Consumer<Match> consumer,
      DoubleConsumer progress) {
    if (!(minimumPosterior > 0 && minimumPosterior <= 1)) {
      throw new IllegalArgumentException("a posterior above 0, up to 1: " + minimumPosterior);
    }
    return new MatchSearch(this, linkageFields, candidates.rows())
        .run(candidates, minimumPosterior, consumer, progress);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
