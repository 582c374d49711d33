package org.kexin.analysis.algorithm.association;

import java.util.List;

/**
 * Counts of itemsets by their items: an open hash of four bytes a slot, that needs no object to
 * look a set up.
 */
final class SubsetCounts {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private final List<FoundSet> sets;
  private final int[] slots;

  SubsetCounts(List<FoundSet> sets) {
    this.sets = sets;
    slots = new int[Integer.highestOneBit(Math.max(1, sets.size())) << 2];
    for (int i = 0; i < sets.size(); i++) {
      int[] items = sets.get(i).items();
      int slot = slotOf(items, items.length);
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = i + 1;
    }
  }

  /**
   * The count of the set of the first items of an array, ascending.
   *
   * @throws IllegalStateException if it is not among the sets
   */
  int of(int[] items, int length) {
    for (int slot = slotOf(items, length); slots[slot] != 0; slot = next(slot)) {
      FoundSet set = sets.get(slots[slot] - 1);
      if (isSame(set.items(), items, length)) {
        return set.count();
      }
    }
    throw new IllegalStateException("a subset of a frequent set is missing");
  }

  private static boolean isSame(int[] set, int[] items, int length) {
    if (set.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (set[i] != items[i]) {
        return false;
      }
    }
    return true;
  }

  private int slotOf(int[] items, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      long mixed = (items[i] + 1) * GOLDEN;
      mixed = (mixed ^ (mixed >>> 30)) * MIX;
      hash += mixed ^ (mixed >>> 27);
    }
    return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
