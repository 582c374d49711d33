package org.kexin.analysis.algorithm.linkage;

import java.util.Arrays;

/**
 * Which pairs of rows there are: all of one table, or those of a row of a first table with one of a
 * second.
 *
 * @param rows of both tables together
 * @param firstRows rows from here on are of the second table; 0 if there is one table only
 * @param twoTables whether pairs within a table are left out
 */
record PairSpace(int rows, int firstRows, boolean twoTables) {

  PairSpace {
    if (firstRows < 0 || firstRows > rows) {
      throw new IllegalArgumentException(firstRows + " rows of " + rows);
    }
  }

  static PairSpace within(int rows) {
    return new PairSpace(rows, 0, false);
  }

  static PairSpace between(int firstRows, int rows) {
    return new PairSpace(rows, firstRows, true);
  }

  long possiblePairs() {
    return twoTables ? product(firstRows, rows - firstRows) : pairsOf(rows);
  }

  /** How many pairs a block has. */
  long pairs(int[] sorted, int start, int end) {
    if (!twoTables) {
      return pairsOf(end - start);
    }
    int second = secondFrom(sorted, start, end);
    return product(second - start, end - second);
  }

  /** Where the rows of the second table begin in an ascending part of an array. */
  int secondFrom(int[] sorted, int start, int end) {
    int found = Arrays.binarySearch(sorted, start, end, firstRows);
    return found < 0 ? -found - 1 : found;
  }

  private static long pairsOf(long n) {
    return n * (n - 1) / 2;
  }

  private static long product(long first, long second) {
    return first * second;
  }
}
