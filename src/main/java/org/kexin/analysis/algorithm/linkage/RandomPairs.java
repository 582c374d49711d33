package org.kexin.analysis.algorithm.linkage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Compares pairs drawn from all possible ones, nearly none of which match, to learn how often rows
 * agree by chance. Blocked pairs cannot tell that: within a block of one surname all surnames
 * agree.
 */
public final class RandomPairs {

  private static final int INTERRUPT_CHECK = 0xFFF;

  private RandomPairs() {}

  /**
   * Compares a sample. If there are no more pairs than the sample size, all are compared once, and
   * the result does not depend on the seed or the order of rows; otherwise pairs are drawn with
   * replacement, and the same rows in the same order give the same result again.
   *
   * @param pairs whose rows to draw from; its blocks do not matter
   * @param sampleSize at least 1
   * @throws IllegalArgumentException if the sample size is below 1, or as in {@link
   *     PatternCounts#of}
   * @throws CancellationException if the thread is interrupted
   */
  public static PatternCounts compare(
      CandidatePairs pairs, List<LinkageField> fields, long sampleSize, long seed) {
    if (sampleSize < 1) {
      throw new IllegalArgumentException("a sample has at least one pair: " + sampleSize);
    }
    FieldComparisons comparisons = FieldComparisons.of(fields, pairs.rows());
    PatternCounts.Accumulator accumulator =
        new PatternCounts.Accumulator(comparisons.levelsOfFields());
    PairConsumer compare = (left, right) -> accumulator.add(comparisons.compare(left, right));
    if (pairs.possiblePairs() <= sampleSize) {
      all(pairs.space(), compare);
    } else {
      draw(pairs.space(), compare, sampleSize, new SplittableRandom(seed));
    }
    return accumulator.finish();
  }

  private static void all(PairSpace space, PairConsumer consumer) {
    int lastLeft = space.twoTables() ? space.firstRows() : space.rows();
    for (int left = 0; left < lastLeft; left++) {
      checkInterruption();
      int firstRight = space.twoTables() ? space.firstRows() : left + 1;
      for (int right = firstRight; right < space.rows(); right++) {
        consumer.accept(left, right);
      }
    }
  }

  private static void draw(
      PairSpace space, PairConsumer consumer, long sampleSize, SplittableRandom random) {
    for (long i = 0; i < sampleSize; i++) {
      if ((i & INTERRUPT_CHECK) == 0) {
        checkInterruption();
      }
      if (space.twoTables()) {
        consumer.accept(
            random.nextInt(space.firstRows()), random.nextInt(space.firstRows(), space.rows()));
      } else {
        int one = random.nextInt(space.rows());
        int drawn = random.nextInt(space.rows() - 1);
        int other = drawn < one ? drawn : drawn + 1;
        consumer.accept(Math.min(one, other), Math.max(one, other));
      }
    }
  }

  private static void checkInterruption() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the comparison was interrupted");
    }
  }
}
