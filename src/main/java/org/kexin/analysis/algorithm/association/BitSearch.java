package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks the tree of itemsets over dense baskets: one column of bits for each item, one bit for each
 * basket (Eclat: Zaki 2000, Scalable algorithms for association mining, IEEE TKDE 12(3)). Where a
 * set is left with few of the baskets, its columns are packed to these.
 */
final class BitSearch {

  /** Packing costs a few times an intersection, so it must save more than that on the next step. */
  private static final int PACKED_TO_LESS_THAN = 4;

  private final ItemsetSearch search;
  private final int baskets;
  private final List<Level> levels = new ArrayList<>();

  /** The items beside a set of one length, with their columns; reused from set to set. */
  private static final class Level {
    private final LocalItems items;
    private final long[][] columns;
    private int words;

    Level(LocalItems items, long[][] columns, int words) {
      this.items = items;
      this.columns = columns;
      this.words = words;
    }

    /** The place of the next column; what was there is of no use any more. */
    long[] column(int atLeast) {
      long[] place = columns[items.size()];
      if (place == null || place.length < atLeast) {
        place = new long[atLeast];
        columns[items.size()] = place;
      }
      return place;
    }
  }

  BitSearch(ItemsetSearch search, int baskets) {
    this.search = search;
    this.baskets = baskets;
  }

  static int words(int bits) {
    return (bits + Long.SIZE - 1) >>> 6;
  }

  /**
   * @param columns of the items beside the set on the path
   * @param last the rank it grew by last
   */
  void run(LocalItems beside, long[][] columns, int last) {
    levels.add(new Level(beside, columns, words(baskets)));
    growAll(0, last);
  }

  private void growAll(int depth, int last) {
    LocalItems items = levels.get(depth).items;
    for (int i = 0; i < items.size() && items.rank(i) < last && !search.isOver(); i++) {
      if (items.count(i) >= search.minimumCount() && !search.isOnPath(items.rank(i))) {
        growBy(depth, i);
      }
    }
  }

  private void growBy(int depth, int index) {
    LocalItems items = levels.get(depth).items;
    int rank = items.rank(index);
    int count = items.count(index);
    int shorter = search.length();
    search.push(rank);
    if (search.needsNoNeighbours()) {
      search.give(count);
    } else {
      intersect(depth, index);
      if (search.visit(count, levels.get(depth + 1).items, rank)) {
        growAll(depth + 1, rank);
      }
    }
    search.popTo(shorter);
  }

  /** Makes the next level: what is beside the set once it has grown by an item of this one. */
  private void intersect(int depth, int index) {
    Level level = levels.get(depth);
    if (levels.size() == depth + 1) {
      int size = levels.getFirst().items.size();
      levels.add(new Level(new LocalItems(size), new long[size][], 0));
    }
    Level next = levels.get(depth + 1);
    int count = level.items.count(index);
    boolean packs = words(count) * PACKED_TO_LESS_THAN < level.words;
    next.words = packs ? words(count) : level.words;
    next.items.clear();
    int bound = search.looksBack() ? level.items.size() : index;
    for (int i = 0; i < bound; i++) {
      if (level.items.count(i) < search.minimumCount() || search.isOnPath(level.items.rank(i))) {
        continue;
      }
      long[] column = next.column(level.words);
      int both =
          packs
              ? pack(level.columns[i], level.columns[index], level.words, column)
              : and(level.columns[i], level.columns[index], level.words, column);
      if (both >= search.minimumCount()) {
        next.items.add(level.items.rank(i), both);
      }
    }
    search.spend((long) bound * level.words);
  }

  private static int and(long[] a, long[] b, int words, long[] out) {
    int count = 0;
    for (int w = 0; w < words; w++) {
      long both = a[w] & b[w];
      out[w] = both;
      count += Long.bitCount(both);
    }
    return count;
  }

  /** The bits of a where b has ones, moved together. */
  private static int pack(long[] a, long[] b, int words, long[] out) {
    int count = 0;
    long pending = 0;
    int bits = 0;
    int filled = 0;
    for (int w = 0; w < words; w++) {
      long mask = b[w];
      if (mask == 0) {
        continue;
      }
      long packed = Long.compress(a[w], mask);
      count += Long.bitCount(packed);
      pending |= packed << bits;
      bits += Long.bitCount(mask);
      if (bits >= Long.SIZE) {
        out[filled++] = pending;
        bits -= Long.SIZE;
        // What did not fit; a shift by 64 would be a shift by 0.
        int used = Long.bitCount(mask) - bits;
        pending = used == Long.SIZE ? 0 : packed >>> used;
      }
    }
    if (bits > 0) {
      out[filled] = pending;
    }
    return count;
  }
}
