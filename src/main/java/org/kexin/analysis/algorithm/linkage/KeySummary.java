package org.kexin.analysis.algorithm.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What one blocking key does. No value of a key is told: it may be personal.
 *
 * @param rowsWithoutKey rows that it can compare with nothing
 * @param blocks different keys
 * @param pairs of all blocks that are not left out; other keys may find the same pairs
 * @param largest the block of most pairs, left out or not; of equal ones that with the smallest
 *     first row; null if no two rows share a key
 * @param blocksLeftOut blocks with more pairs than allowed
 * @param pairsLeftOut their pairs; those that share another key are compared all the same
 */
public record KeySummary(
    String name,
    int rowsWithoutKey,
    int blocks,
    long pairs,
    @Nullable Block largest,
    int blocksLeftOut,
    long pairsLeftOut) {

  /**
   * A block.
   *
   * @param firstRow one of its rows, to look its key up
   */
  public record Block(int firstRow, int rows, long pairs) {}
}
