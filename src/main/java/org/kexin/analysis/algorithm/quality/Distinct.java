package org.kexin.analysis.algorithm.quality;

/**
 * How many different values there are.
 *
 * @param count 0 or more
 * @param exact false if there were more than the bound, and this is an estimate
 * @param standardError of an estimate, relative to the count; 0 if exact
 */
public record Distinct(long count, boolean exact, double standardError) {

  /**
   * @throws IllegalArgumentException if the count or the error is negative, or an exact count has
   *     an error
   */
  public Distinct {
    if (count < 0 || !(standardError >= 0) || exact != (standardError == 0)) {
      throw new IllegalArgumentException("a count, and an error if it is estimated");
    }
  }
}
