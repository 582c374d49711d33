package org.kexin.analysis.algorithm.association;

/**
 * How many items are compared with all others: those that most customers have, as long as the work
 * is within its bound. Both bounds depend on the customers only, so the same items are compared
 * whenever it is asked.
 *
 * @param maximumItems at least 1
 * @param maximumSteps at least 1; comparing an item takes a step for each item of each customer who
 *     has it
 */
public record SimilarityScope(int maximumItems, long maximumSteps) {

  /** Every item. */
  public static final SimilarityScope ALL = new SimilarityScope(Integer.MAX_VALUE, Long.MAX_VALUE);

  /**
   * @throws IllegalArgumentException if a bound is below 1
   */
  public SimilarityScope {
    if (maximumItems < 1 || maximumSteps < 1) {
      throw new IllegalArgumentException(
          "at least one item and one step, not %d and %d".formatted(maximumItems, maximumSteps));
    }
  }
}
