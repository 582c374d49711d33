package org.kexin.analysis.algorithm.linkage;

/** The rows of each block of one key, ascending: eight bytes a row and four a block. */
final class BlockIndex {

  /** The block of a row that has no key. */
  static final int NONE = -1;

  private final String name;
  private final int[] blockOfRow;
  private final int[] starts;
  private final int[] rows;
  private final KeySummary summary;

  /** Takes the array over. Rows of blocks with too many pairs lose their block. */
  BlockIndex(String name, int[] blockOfRow, int blocks, PairSpace space, long mostPairs) {
    this.name = name;
    this.blockOfRow = blockOfRow;
    this.starts = new int[blocks + 1];
    for (int block : blockOfRow) {
      if (block != NONE) {
        starts[block + 1]++;
      }
    }
    for (int block = 0; block < blocks; block++) {
      starts[block + 1] += starts[block];
    }
    this.rows = new int[starts[blocks]];
    int[] next = starts.clone();
    for (int row = 0; row < blockOfRow.length; row++) {
      if (blockOfRow[row] != NONE) {
        rows[next[blockOfRow[row]]++] = row;
      }
    }
    this.summary = dropTooLarge(space, mostPairs);
  }

  private KeySummary dropTooLarge(PairSpace space, long mostPairs) {
    KeySummary.Block largest = null;
    int leftOut = 0;
    long pairsLeftOut = 0;
    long kept = 0;
    for (int block = 0; block < blocks(); block++) {
      int start = starts[block];
      int end = starts[block + 1];
      long pairs = space.pairs(rows, start, end);
      if (pairs > 0 && (largest == null || pairs > largest.pairs())) {
        largest = new KeySummary.Block(rows[start], end - start, pairs);
      }
      if (pairs <= mostPairs) {
        kept += pairs;
        continue;
      }
      leftOut++;
      pairsLeftOut += pairs;
      for (int i = start; i < end; i++) {
        blockOfRow[rows[i]] = NONE;
      }
    }
    return new KeySummary(
        name, blockOfRow.length - rows.length, blocks(), kept, largest, leftOut, pairsLeftOut);
  }

  int blocks() {
    return starts.length - 1;
  }

  boolean isLeftOut(int block) {
    return blockOfRow[rows[starts[block]]] == NONE;
  }

  int start(int block) {
    return starts[block];
  }

  /** All rows with a key, by block; not to be changed. */
  int[] rows() {
    return rows;
  }

  /** Whether two rows are in one block that is not left out. */
  boolean join(int left, int right) {
    return blockOfRow[left] == blockOfRow[right] && blockOfRow[left] != NONE;
  }

  KeySummary summary() {
    return summary;
  }
}
