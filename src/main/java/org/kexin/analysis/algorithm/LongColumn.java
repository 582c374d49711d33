package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing column of longs: eight bytes a value. It grows by blocks of 4,096, because doubling one
 * array would hold up to three times the values while it copies.
 */
public final class LongColumn {

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final List<long[]> blocks = new ArrayList<>();
  private int size;

  /**
   * Appends a value.
   *
   * @throws ArithmeticException if the column already has 2³¹ − 1 values
   */
  public void add(long value) {
    int next = Math.incrementExact(size);
    int offset = size & (BLOCK - 1);
    if (offset == 0) {
      blocks.add(new long[BLOCK]);
    }
    blocks.get(size >>> BLOCK_BITS)[offset] = value;
    size = next;
  }

  /** The value at an index from 0. */
  public long get(int index) {
    return blocks.get(index >>> BLOCK_BITS)[index & (BLOCK - 1)];
  }

  public int size() {
    return size;
  }

  /** A copy of the values, ascending. */
  public long[] sorted() {
    long[] all = new long[size];
    for (int i = 0; i < blocks.size(); i++) {
      int start = i << BLOCK_BITS;
      System.arraycopy(blocks.get(i), 0, all, start, Math.min(BLOCK, size - start));
    }
    Arrays.sort(all);
    return all;
  }
}
