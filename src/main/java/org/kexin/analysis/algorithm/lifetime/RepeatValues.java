package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;

/**
 * How often customers came back and for how much on average, for {@link GammaGammaFit}: twelve
 * bytes per customer. Only customers with repeats and a mean above zero can be used; the others are
 * counted.
 */
public final class RepeatValues {

  private static final int INITIAL = 1024;

  private int[] repeats = new int[INITIAL];
  private double[] means = new double[INITIAL];
  private int size;
  private long withoutRepeats;
  private long notPositive;

  /** Those of all histories. */
  public static RepeatValues of(PurchaseHistories<?> histories) {
    RepeatValues values = new RepeatValues();
    for (int row = 0; row < histories.size(); row++) {
      values.add(histories.history(row).repeats(), histories.meanRepeatValue(row));
    }
    return values;
  }

  /**
   * Adds a customer.
   *
   * @param repeatDays x, zero or more
   * @param meanValue z, the mean value of the repeat days in currency units, finite; any without
   *     repeats
   * @throws IllegalArgumentException if x is negative or z is not within ±10¹⁵
   */
  public void add(int repeatDays, double meanValue) {
    if (repeatDays < 0 || !(Math.abs(meanValue) <= GammaGamma.MAX_VALUE)) {
      throw new IllegalArgumentException("not a mean value: " + repeatDays + ", " + meanValue);
    }
    if (repeatDays == 0) {
      withoutRepeats++;
    } else if (meanValue < GammaGamma.MIN_VALUE) {
      notPositive++;
    } else {
      if (size == repeats.length) {
        int larger = Math.addExact(size, size >> 1);
        repeats = Arrays.copyOf(repeats, larger);
        means = Arrays.copyOf(means, larger);
      }
      repeats[size] = repeatDays;
      means[size++] = meanValue;
    }
  }

  /** Customers that can be used. */
  public int size() {
    return size;
  }

  int repeats(int row) {
    return repeats[row];
  }

  double mean(int row) {
    return means[row];
  }

  /** Customers without repeats. */
  long withoutRepeats() {
    return withoutRepeats;
  }

  /** Customers whose mean is zero or negative. */
  long notPositive() {
    return notPositive;
  }
}
