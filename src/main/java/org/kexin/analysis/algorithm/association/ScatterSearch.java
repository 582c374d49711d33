package org.kexin.analysis.algorithm.association;

import java.util.Arrays;

/**
 * Walks the tree of itemsets over sparse baskets: reads the baskets of a set, counts the items
 * beside it, and hands each basket to every set it grows to ("occurrence deliver" of LCM). As soon
 * as the items left are dense among the baskets left, {@link BitSearch} goes on.
 *
 * <p>Memory: the lists of baskets of one set's children together hold no more than the cells of its
 * baskets.
 */
final class ScatterSearch {

  /**
   * A step of bits costs items² · baskets / 128 words, a step of lists the sum of the squares of
   * the baskets' sizes: bits win where baskets hold more than a tenth of the items. A little less
   * is taken, because bits need no reading of items that are no longer frequent. A matrix then
   * takes at most two bytes for each cell of the baskets.
   */
  private static final int DENSE = 16;

  private final RankedBaskets baskets;
  private final ItemsetSearch search;
  private final int[] counts;
  private final int[] touched;
  private final int[] slots;

  ScatterSearch(RankedBaskets baskets, ItemsetSearch search) {
    this.baskets = baskets;
    this.search = search;
    counts = new int[baskets.items()];
    touched = new int[baskets.items()];
    slots = new int[baskets.items()];
    Arrays.fill(slots, -1);
  }

  void run() {
    int[] all = new int[baskets.rows()];
    Arrays.setAll(all, row -> row);
    grow(all, 0, all.length, all.length, baskets.items());
    search.popTo(0);
  }

  /**
   * @param count baskets of the set on the path: {@code to - from}
   * @param last the rank it grew by last; it may grow by smaller ones
   */
  private void grow(int[] rows, int from, int to, int count, int last) {
    LocalItems beside = beside(rows, from, to, last);
    if (search.isOver() || !search.visit(count, beside, last)) {
      return;
    }
    if (beside.sumOfCounts() * DENSE >= (long) count * beside.size()) {
      new BitSearch(search, count).run(beside, columns(rows, from, to, beside), last);
    } else {
      deliver(rows, from, to, beside, last);
    }
  }

  private LocalItems beside(int[] rows, int from, int to, int last) {
    int touchedItems = 0;
    long work = 0;
    int bound = search.looksBack() ? baskets.items() : last;
    for (int i = from; i < to; i++) {
      int end = baskets.start(rows[i] + 1);
      int place = baskets.start(rows[i]);
      work += end - place;
      for (; place < end && baskets.rank(place) < bound; place++) {
        int rank = baskets.rank(place);
        if (counts[rank]++ == 0) {
          touched[touchedItems++] = rank;
        }
      }
    }
    search.spend(work);
    return frequent(touchedItems);
  }

  private LocalItems frequent(int touchedItems) {
    int kept = 0;
    for (int i = 0; i < touchedItems; i++) {
      int rank = touched[i];
      if (counts[rank] >= search.minimumCount() && !search.isOnPath(rank)) {
        touched[kept++] = rank;
      } else {
        counts[rank] = 0;
      }
    }
    Arrays.sort(touched, 0, kept);
    LocalItems beside = new LocalItems(kept);
    for (int i = 0; i < kept; i++) {
      beside.add(touched[i], counts[touched[i]]);
      counts[touched[i]] = 0;
    }
    return beside;
  }

  private void deliver(int[] rows, int from, int to, LocalItems beside, int last) {
    int children = 0;
    int[] ends = new int[beside.size() + 1];
    for (int i = 0; i < beside.size() && beside.rank(i) < last; i++) {
      slots[beside.rank(i)] = i;
      ends[i + 1] = ends[i] + beside.count(i);
      children++;
    }
    int[] handed = new int[ends[children]];
    int[] next = Arrays.copyOf(ends, children);
    for (int i = from; i < to; i++) {
      int end = baskets.start(rows[i] + 1);
      int place = baskets.start(rows[i]);
      for (; place < end && baskets.rank(place) < last; place++) {
        int slot = slots[baskets.rank(place)];
        if (slot >= 0) {
          handed[next[slot]++] = rows[i];
        }
      }
    }
    forget(beside);
    for (int i = 0; i < children && !search.isOver(); i++) {
      growBy(beside.rank(i), beside.count(i), handed, ends[i]);
    }
  }

  private void growBy(int rank, int count, int[] handed, int from) {
    if (count < search.minimumCount() || search.isOnPath(rank)) {
      return;
    }
    int shorter = search.length();
    search.push(rank);
    if (search.needsNoNeighbours()) {
      search.give(count);
    } else {
      grow(handed, from, from + count, count, rank);
    }
    search.popTo(shorter);
  }

  private long[][] columns(int[] rows, int from, int to, LocalItems beside) {
    long[][] columns = new long[beside.size()][BitSearch.words(to - from)];
    for (int i = 0; i < beside.size(); i++) {
      slots[beside.rank(i)] = i;
    }
    for (int i = from; i < to; i++) {
      for (int place = baskets.start(rows[i]); place < baskets.start(rows[i] + 1); place++) {
        int slot = slots[baskets.rank(place)];
        if (slot >= 0) {
          columns[slot][(i - from) >>> 6] |= 1L << (i - from);
        }
      }
    }
    forget(beside);
    return columns;
  }

  private void forget(LocalItems beside) {
    for (int i = 0; i < beside.size(); i++) {
      slots[beside.rank(i)] = -1;
    }
  }
}
