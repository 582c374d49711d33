package org.kexin.analysis.algorithm.distribution;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of values in bins whose ends grow by one factor, so that every quantile is known to a
 * relative error: Masson, Rim and Lee (2019), DDSketch: a fast and fully-mergeable quantile sketch
 * with relative-error guarantees, VLDB. Chosen over sketches by sampling, because its answer does
 * not depend on the order of the rows or on chance. Memory: 8 bytes per bin that lies in a block
 * with a value, at most 12 MB for values over the whole range of doubles.
 */
final class LogHistogram {

  /** Largest relative error of a value. */
  static final double RELATIVE_ERROR = .001;

  private static final double GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
  private static final double LOG_GROWTH = Math.log(GROWTH);
  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /** ln of the smallest and the largest double are −744.4 and 709.8. */
  private static final int OFFSET = (int) (745 / LOG_GROWTH) + 1;

  private static final int BLOCKS = (((int) (1_455 / LOG_GROWTH) + 2) >> BLOCK_BITS) + 1;

  private final long[] @Nullable [] negative = new long[BLOCKS][];
  private final long[] @Nullable [] positive = new long[BLOCKS][];
  private long zeros;

  void add(double value, long count) {
    if (value == 0) {
      zeros += count;
      return;
    }
    int bin = (int) Math.ceil(Math.log(Math.abs(value)) / LOG_GROWTH) + OFFSET;
    long[] @Nullable [] side = value > 0 ? positive : negative;
    long[] block = side[bin >>> BLOCK_BITS];
    if (block == null) {
      block = new long[BLOCK];
      side[bin >>> BLOCK_BITS] = block;
    }
    block[bin & (BLOCK - 1)] += count;
  }

  /**
   * One value per bin, kept within the range that is known exactly.
   *
   * @param min smallest value added
   * @param max largest value added
   */
  RankedValues ranked(double min, double max) {
    double[] values = new double[binsOf(negative) + binsOf(positive) + (zeros > 0 ? 1 : 0)];
    long[] counts = new long[values.length];
    int size = 0;
    for (int bin = BLOCKS * BLOCK - 1; bin >= 0; bin--) {
      long count = count(negative, bin);
      if (count > 0) {
        values[size] = Math.clamp(-middle(bin), min, max);
        counts[size++] = count;
      }
    }
    if (zeros > 0) {
      counts[size++] = zeros;
    }
    for (int bin = 0; bin < BLOCKS * BLOCK; bin++) {
      long count = count(positive, bin);
      if (count > 0) {
        values[size] = Math.clamp(middle(bin), min, max);
        counts[size++] = count;
      }
    }
    return new RankedValues(values, counts);
  }

  private static int binsOf(long[] @Nullable [] side) {
    return (int) IntStream.range(0, BLOCKS * BLOCK).filter(bin -> count(side, bin) > 0).count();
  }

  private static long count(long[] @Nullable [] side, int bin) {
    long[] block = side[bin >>> BLOCK_BITS];
    return block == null ? 0 : block[bin & (BLOCK - 1)];
  }

  /** As far from either end of the bin, in relative terms. */
  private static double middle(int bin) {
    return Math.exp((bin - OFFSET) * LOG_GROWTH) * 2 / (GROWTH + 1);
  }
}
