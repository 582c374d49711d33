package org.kexin.analysis.algorithm;

/**
 * Scores from one to another, both included.
 *
 * @param from 1 to 5
 * @param to from to 5
 */
public record ScoreRange(int from, int to) {

  static final int LOWEST = 1;
  static final int HIGHEST = 5;

  /**
   * @throws IllegalArgumentException unless 1 ≤ from ≤ to ≤ 5
   */
  public ScoreRange {
    if (from < LOWEST || to > HIGHEST || from > to) {
      throw new IllegalArgumentException("not a range within 1..5: " + from + ".." + to);
    }
  }

  boolean contains(int score) {
    return from <= score && score <= to;
  }
}
