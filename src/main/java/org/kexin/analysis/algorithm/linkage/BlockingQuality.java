package org.kexin.analysis.algorithm.linkage;

import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * What blocking keeps and what it saves, where the truth is known: Christen and Goiser (2007),
 * Quality and complexity measures for data linkage and deduplication.
 *
 * @param candidates pairs that are compared
 * @param possible pairs without blocking
 * @param trueCandidates matches among the candidates
 * @param truePairs all matches
 * @param pairCompleteness trueCandidates / truePairs
 * @param reductionRatio 1 − candidates / possible
 * @param pairQuality trueCandidates / candidates
 */
public record BlockingQuality(
    long candidates,
    long possible,
    long trueCandidates,
    long truePairs,
    Measure<Double> pairCompleteness,
    Measure<Double> reductionRatio,
    Measure<Double> pairQuality) {

  /** No two rows are the same person. */
  public static final Reason NO_TRUE_PAIRS =
      new Reason("NO_TRUE_PAIRS", "No two rows are known to be the same.");

  /** There is nothing to compare. */
  public static final Reason NO_PAIRS = new Reason("NO_PAIRS", "There are no pairs of rows.");

  /**
   * Compares candidates with the truth.
   *
   * @param entity of each row; rows without one match nothing
   * @throws IllegalArgumentException if the rows are not those of the pairs
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static BlockingQuality of(CandidatePairs pairs, TextColumn entity) {
    if (entity.rows() != pairs.rows()) {
      throw new IllegalArgumentException("the truth is of other rows");
    }
    long[] found = new long[1];
    long candidates =
        pairs.forEach(
            (left, right) -> {
              if (!entity.isMissing(left) && entity.same(left, right)) {
                found[0]++;
              }
            });
    long possible = pairs.possiblePairs();
    long truePairs = entity.pairsOfEqualRows(pairs.space());
    return new BlockingQuality(
        candidates,
        possible,
        found[0],
        truePairs,
        share(found[0], truePairs, NO_TRUE_PAIRS),
        possible == 0
            ? Measure.missing(NO_PAIRS)
            : Measure.of((double) (possible - candidates) / possible),
        share(found[0], candidates, NO_PAIRS));
  }

  private static Measure<Double> share(long part, long whole, Reason reason) {
    return whole == 0 ? Measure.missing(reason) : Measure.of((double) part / whole);
  }
}
