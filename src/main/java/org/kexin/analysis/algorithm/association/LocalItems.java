package org.kexin.analysis.algorithm.association;

/**
 * The items that are still frequent among the baskets of a set, by rank ascending, with their
 * counts there. Reused from one set to the next.
 */
final class LocalItems {

  private final int[] ranks;
  private final int[] counts;
  private int size;

  LocalItems(int capacity) {
    ranks = new int[capacity];
    counts = new int[capacity];
  }

  void clear() {
    size = 0;
  }

  void add(int rank, int count) {
    ranks[size] = rank;
    counts[size++] = count;
  }

  int size() {
    return size;
  }

  int rank(int index) {
    return ranks[index];
  }

  int count(int index) {
    return counts[index];
  }

  long sumOfCounts() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
