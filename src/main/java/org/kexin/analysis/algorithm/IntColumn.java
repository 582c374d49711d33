package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing column of ints: four bytes a value. It grows by blocks, because doubling one array
 * would hold up to three times the values while it copies.
 */
public final class IntColumn {

  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final List<int[]> blocks = new ArrayList<>();
  private int size;

  /**
   * Appends a value.
   *
   * @throws ArithmeticException if the column already has 2³¹ − 1 values
   */
  public void add(int value) {
    int next = Math.incrementExact(size);
    int offset = size & (BLOCK - 1);
    if (offset == 0) {
      blocks.add(new int[BLOCK]);
    }
    blocks.get(size >>> BLOCK_BITS)[offset] = value;
    size = next;
  }

  public int size() {
    return size;
  }

  /** A copy of the values in the order they were added. */
  public int[] toArray() {
    int[] all = new int[size];
    for (int i = 0; i < blocks.size(); i++) {
      int start = i << BLOCK_BITS;
      System.arraycopy(blocks.get(i), 0, all, start, Math.min(BLOCK, size - start));
    }
    return all;
  }
}
