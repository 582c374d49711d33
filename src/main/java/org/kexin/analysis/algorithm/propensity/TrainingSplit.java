package org.kexin.analysis.algorithm.propensity;

import java.util.Arrays;

/**
 * The rows of a training set and of a hold-out, each in the order of the keys' hash. A row's side
 * depends on its key and the seed alone, so it stays the same when others come or go, and the order
 * of the rows changes no sum.
 */
final class TrainingSplit {

  private static final long ROW_MASK = 0xFFFF_FFFFL;

  private final int[] training;
  private final int[] holdOut;

  private TrainingSplit(int[] training, int[] holdOut) {
    this.training = training;
    this.holdOut = holdOut;
  }

  /** Row numbers of the training set. */
  int[] training() {
    return training;
  }

  /** Row numbers of the hold-out. */
  int[] holdOut() {
    return holdOut;
  }

  /**
   * Splits.
   *
   * @throws IllegalArgumentException if a key appears twice
   */
  static TrainingSplit of(Observations data, double holdOutShare, long seed) {
    long salt = hash(seed);
    int[] training = new int[data.size()];
    int[] holdOut = new int[data.size()];
    int trained = 0;
    int held = 0;
    for (int row : byHash(data, salt)) {
      if (fraction(hash(data.key(row) ^ salt)) < holdOutShare) {
        holdOut[held++] = row;
      } else {
        training[trained++] = row;
      }
    }
    return new TrainingSplit(Arrays.copyOf(training, trained), Arrays.copyOf(holdOut, held));
  }

  /** Sorts half of the hash packed with the row, then the few rows that agree in that half. */
  private static int[] byHash(Observations data, long salt) {
    long[] packed = new long[data.size()];
    for (int row = 0; row < packed.length; row++) {
      packed[row] = (hash(data.key(row) ^ salt) & ~ROW_MASK) | row;
    }
    Arrays.sort(packed);
    int[] rows = new int[packed.length];
    for (int i = 0; i < rows.length; i++) {
      int row = (int) (packed[i] & ROW_MASK);
      long hash = hash(data.key(row) ^ salt);
      int at = i;
      while (at > 0 && hash(data.key(rows[at - 1]) ^ salt) >= hash) {
        if (data.key(rows[at - 1]) == data.key(row)) {
          throw new IllegalArgumentException("a key appears twice");
        }
        rows[at] = rows[at - 1];
        at--;
      }
      rows[at] = row;
    }
    return rows;
  }

  private static double fraction(long hash) {
    return (hash >>> 11) * 0x1p-53;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection of the longs. */
  static long hash(long key) {
    long z = key + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
