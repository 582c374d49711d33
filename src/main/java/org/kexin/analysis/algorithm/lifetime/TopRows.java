package org.kexin.analysis.algorithm.lifetime;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** The rows with the largest figures, in a heap of bounded size; of equal ones the earlier row. */
final class TopRows {

  private static final int LONGEST = 100_000;

  private final int length;
  private final PriorityQueue<Ranked> lastFirst = new PriorityQueue<>(Ranked.LAST_FIRST);

  private record Ranked(double figure, int row) {
    static final Comparator<Ranked> LAST_FIRST =
        Comparator.comparingDouble(Ranked::figure)
            .thenComparing(Comparator.comparingInt(Ranked::row).reversed());
  }

  /**
   * @throws IllegalArgumentException if length is not 0 to 100,000
   */
  TopRows(int length) {
    if (length < 0 || length > LONGEST) {
      throw new IllegalArgumentException("length out of 0.." + LONGEST + ": " + length);
    }
    this.length = length;
  }

  void offer(double figure, int row) {
    lastFirst.add(new Ranked(figure, row));
    if (lastFirst.size() > length) {
      lastFirst.remove();
    }
  }

  /** The rows, largest figure first. */
  IntStream best() {
    return lastFirst.stream().sorted(Ranked.LAST_FIRST.reversed()).mapToInt(Ranked::row);
  }
}
