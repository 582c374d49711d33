package org.kexin.analysis.algorithm.quality;

import java.util.function.LongPredicate;

/**
 * A set of 128-bit hashes: 16 bytes a slot, at most two thirds of the slots in use. Among ten
 * million different texts two have one fingerprint with a probability below 10⁻²⁴.
 */
final class Fingerprints {

  private static final int FIRST_CAPACITY = 64;

  private long[] firsts = new long[FIRST_CAPACITY];
  private long[] seconds = new long[FIRST_CAPACITY];
  private boolean zero;
  private int used;

  /** Adds one; says whether it is new. */
  boolean add(long first, long second) {
    if (first == 0 && second == 0) {
      boolean isNew = !zero;
      zero = true;
      return isNew;
    }
    int slot = slotOf(first, second);
    if (isUsed(slot)) {
      return false;
    }
    firsts[slot] = first;
    seconds[slot] = second;
    used++;
    if (used > firsts.length / 3 * 2) {
      rebuild(Math.multiplyExact(firsts.length, 2), any -> true);
    }
    return true;
  }

  int size() {
    return used + (zero ? 1 : 0);
  }

  /** Keeps only those whose first half passes. */
  void retain(LongPredicate kept) {
    zero &= kept.test(0);
    rebuild(firsts.length, kept);
  }

  private void rebuild(int capacity, LongPredicate kept) {
    long[] oldFirsts = firsts;
    long[] oldSeconds = seconds;
    firsts = new long[capacity];
    seconds = new long[capacity];
    used = 0;
    for (int i = 0; i < oldFirsts.length; i++) {
      boolean full = oldFirsts[i] != 0 || oldSeconds[i] != 0;
      if (full && kept.test(oldFirsts[i])) {
        int slot = slotOf(oldFirsts[i], oldSeconds[i]);
        firsts[slot] = oldFirsts[i];
        seconds[slot] = oldSeconds[i];
        used++;
      }
    }
  }

  private boolean isUsed(int slot) {
    return firsts[slot] != 0 || seconds[slot] != 0;
  }

  private int slotOf(long first, long second) {
    int mask = firsts.length - 1;
    int slot = (int) second & mask;
    while (isUsed(slot) && (firsts[slot] != first || seconds[slot] != second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
