package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.Nullable;

/**
 * One field that two rows are compared in.
 *
 * @param name not blank
 * @param termFrequency null if a rare value says as much as a common one
 */
public record LinkageField(
    String name, Comparison comparison, @Nullable TermFrequency termFrequency) {

  /**
   * That two rows share a rare value says more than that they share a common one. Where both have
   * the same value and the best level, the weight grows by strength · log2(u / share), with u of
   * that level: Fellegi and Sunter (1969), JASA 64(328), section 3.3.1; Newcombe et al. (1959).
   *
   * @param column the same rows as the comparison
   * @param strength 0 to 1; 1 is the full adjustment
   * @param smallestShare above 0, up to 1: rarer values count as this, so that one misspelt value
   *     does not decide alone
   */
  public record TermFrequency(TextColumn column, double strength, double smallestShare) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TermFrequency {
      if (!(strength >= 0 && strength <= 1)) {
        throw new IllegalArgumentException("strength is 0 to 1: " + strength);
      }
      if (!(smallestShare > 0 && smallestShare <= 1)) {
        throw new IllegalArgumentException("smallest share is above 0, up to 1: " + smallestShare);
      }
    }

    /** What the weight changes by, in bits. */
    double adjustment(int left, int right, double u) {
      if (column.isMissing(left) || column.isMissing(right) || !column.same(left, right)) {
        return 0;
      }
      double share = Math.max(column.share(left), smallestShare);
      return strength * Math.log(u / share) / Math.log(2);
    }
  }

  /**
   * @throws IllegalArgumentException if the name is blank, the comparison has fewer than 2 or more
   *     than 16 levels, or the columns differ in their rows
   */
  public LinkageField {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a field has a name");
    }
    if (comparison.levels() < 2 || comparison.levels() > Comparison.MOST_LEVELS) {
      throw new IllegalArgumentException("2 to 16 levels, not " + comparison.levels());
    }
    if (termFrequency != null && termFrequency.column().rows() != comparison.rows()) {
      throw new IllegalArgumentException("the columns of " + name + " differ in their rows");
    }
  }

  /** A field whose rare values say no more than others. */
  public static LinkageField of(String name, Comparison comparison) {
    return new LinkageField(name, comparison, null);
  }
}
