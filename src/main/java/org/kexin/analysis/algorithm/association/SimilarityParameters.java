package org.kexin.analysis.algorithm.association;

/**
 * How alike two items are, by the customers who have them.
 *
 * @param maximumNeighbours how many items to keep for each, 1 to 1,000
 * @param minimumCommon customers two items must share to be compared, at least 1; with 1, two items
 *     that a single customer bought and nobody else count as the same
 */
public record SimilarityParameters(
    Similarity similarity, int maximumNeighbours, int minimumCommon) {

  private static final int MOST_NEIGHBOURS = 1_000;
  private static final int DEFAULT_NEIGHBOURS = 20;
  private static final int DEFAULT_COMMON = 2;

  /** With a and b customers who have each item, and c who have both. */
  public enum Similarity {
    /** c / √(a·b) (Sarwar, Karypis, Konstan &amp; Riedl 2001, for binary data). */
    COSINE,
    /** c / (a + b − c). */
    JACCARD
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public SimilarityParameters {
    if (maximumNeighbours < 1 || maximumNeighbours > MOST_NEIGHBOURS) {
      throw new IllegalArgumentException(
          "maximum of neighbours out of 1..1000: " + maximumNeighbours);
    }
    if (minimumCommon < 1) {
      throw new IllegalArgumentException("minimum of common customers below 1: " + minimumCommon);
    }
  }

  /** Cosine, twenty neighbours, at least two customers in common. */
  public static SimilarityParameters defaults() {
    return new SimilarityParameters(Similarity.COSINE, DEFAULT_NEIGHBOURS, DEFAULT_COMMON);
  }

  double of(int a, int b, int common) {
    return switch (similarity) {
      case COSINE -> common / Math.sqrt((double) a * b);
      case JACCARD -> common / ((double) a + b - common);
    };
  }
}
