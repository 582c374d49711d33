package org.kexin.analysis.algorithm.distribution;

import java.util.Arrays;

/**
 * Counts of different doubles in an open hash table of primitives: exact, and small as long as
 * values repeat, as ages, quantities and prices do.
 */
final class ValueCounts {

  private static final int FIRST_CAPACITY = 64;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private double[] values = new double[FIRST_CAPACITY];

  /** 0 marks a free place. */
  private long[] counts = new long[FIRST_CAPACITY];

  private int size;

  /** Takes what {@link ValueCounts#forEach} finds. */
  interface Visitor {
    void accept(double value, long count);
  }

  void add(double value) {
    // −0 + 0 is 0, so that both are one value.
    double key = value + 0.0;
    int place = place(values, counts, key);
    if (counts[place] == 0) {
      values[place] = key;
      size++;
    }
    counts[place]++;
    if (2 * size > values.length) {
      grow();
    }
  }

  int size() {
    return size;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < values.length; i++) {
      if (counts[i] > 0) {
        visitor.accept(values[i], counts[i]);
      }
    }
  }

  RankedValues ranked() {
    double[] ascending = new double[size];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts[i] > 0) {
        ascending[next++] = values[i];
      }
    }
    Arrays.sort(ascending);
    long[] occurrences = new long[size];
    for (int i = 0; i < size; i++) {
      occurrences[i] = counts[place(values, counts, ascending[i])];
    }
    return new RankedValues(ascending, occurrences);
  }

  /** Where a value is, or the free place where it belongs. */
  private static int place(double[] values, long[] counts, double key) {
    long hash = Double.doubleToRawLongBits(key) * MIX;
    int mask = values.length - 1;
    // The highest bits: whole numbers have nothing but zeros in the low bits of a double.
    int place = (int) (hash >>> Long.numberOfLeadingZeros(mask));
    while (counts[place] != 0 && values[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    double[] moreValues = new double[2 * values.length];
    long[] moreCounts = new long[2 * values.length];
    forEach(
        (value, count) -> {
          int place = place(moreValues, moreCounts, value);
          moreValues[place] = value;
          moreCounts[place] = count;
        });
    values = moreValues;
    counts = moreCounts;
  }
}
