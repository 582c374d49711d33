package org.kexin.analysis.algorithm.association;

import java.util.Arrays;
import java.util.Comparator;

/** An itemset as the numbers of its items, ascending. Whoever gets it must not change it. */
final class FoundSet {

  /** Since a subset has no smaller count and is shorter, it always comes before its supersets. */
  static final Comparator<FoundSet> MOST_FREQUENT_FIRST =
      Comparator.comparingInt(FoundSet::count)
          .reversed()
          .thenComparingInt(FoundSet::length)
          .thenComparing(FoundSet::items, Arrays::compare);

  private final int[] items;
  private final int count;

  FoundSet(int[] items, int count) {
    this.items = items;
    this.count = count;
  }

  int[] items() {
    return items;
  }

  int length() {
    return items.length;
  }

  int count() {
    return count;
  }
}
