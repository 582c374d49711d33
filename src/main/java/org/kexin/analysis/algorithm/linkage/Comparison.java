package org.kexin.analysis.algorithm.linkage;

import java.util.function.ToDoubleBiFunction;

/**
 * How far two rows agree in one field, as one of a few levels. Must not depend on the order of the
 * two rows.
 */
public interface Comparison {

  /** One of the two has no value: no evidence for or against a match. */
  int MISSING = -1;

  /** Most levels of one comparison. */
  int MOST_LEVELS = 16;

  /** How many rows can be compared. */
  int rows();

  /** How many levels there are, 2 to {@value #MOST_LEVELS}. */
  int levels();

  /**
   * Compares two rows.
   *
   * @return 0 for disagreement, up to {@link #levels()} − 1 for the best agreement, or {@link
   *     #MISSING}
   */
  int level(int left, int right);

  /** Two levels: 1 for equal values. */
  static Comparison exact(TextColumn column) {
    return new OfTexts(column, new double[] {1}, (left, right) -> 0.0);
  }

  /**
   * A level for each threshold that the similarity reaches. Equal values reach all of them.
   *
   * @param thresholds ascending, above 0, up to 1
   * @throws IllegalArgumentException if there is no threshold or more than 15, or they are not
   *     ascending or outside their range
   */
  static Comparison similar(TextColumn column, StringSimilarity similarity, double... thresholds) {
    return similar(column, similarity::between, thresholds);
  }

  /**
   * As {@link #similar(TextColumn, StringSimilarity, double...)}, by any similarity of two texts in
   * code points; it must not depend on their order.
   */
  static Comparison similar(
      TextColumn column, ToDoubleBiFunction<int[], int[]> similarity, double... thresholds) {
    return new OfTexts(column, thresholds, similarity);
  }
}
