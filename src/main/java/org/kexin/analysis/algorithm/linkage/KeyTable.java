package org.kexin.analysis.algorithm.linkage;

import java.util.Arrays;

/**
 * Numbers different longs from 0 in the order they first come. Open addressing: 16 to 24 bytes a
 * key where a map of boxed values takes about 80.
 */
final class KeyTable {

  private static final int FIRST_CAPACITY = 64;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  // The number of a key and 1; 0 is free.
  private int[] slots = new int[FIRST_CAPACITY];
  private long[] keys = new long[FIRST_CAPACITY / 2];
  private int size;

  /** The number of a key, a new one if it has none. */
  int numberOf(long key) {
    int slot = slotOf(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slotOf(key);
    }
    keys[size] = key;
    slots[slot] = size + 1;
    return size++;
  }

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) ((key * SPREAD) >>> 32) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, Math.multiplyExact(keys.length, 2));
    slots = new int[Math.multiplyExact(keys.length, 2)];
    for (int number = 0; number < size; number++) {
      slots[slotOf(keys[number])] = number + 1;
    }
  }
}
