package org.kexin.analysis.algorithm.need;

import java.math.BigDecimal;
import java.util.Arrays;
import org.kexin.analysis.algorithm.Quantiles;

/**
 * The latest different days on which an item was bought, and how much of it is kept. Days may come
 * in any order. Takes four bytes a day, and never more than {@link NeedRule#MOST_DAYS} of them. Not
 * thread-safe.
 */
final class PurchaseDays {

  private static final int FIRST_CAPACITY = 4;
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

  private int[] days = new int[FIRST_CAPACITY];
  private int size;
  private long kept;

  /**
   * @param quantity positive for a purchase, negative for what came back
   */
  void add(int epochDay, long quantity) {
    kept = Math.addExact(kept, quantity);
    if (quantity > 0) {
      addDay(epochDay);
    }
  }

  private void addDay(int day) {
    int place = size;
    while (place > 0 && days[place - 1] > day) {
      place--;
    }
    boolean known = place > 0 && days[place - 1] == day;
    boolean full = size == NeedRule.MOST_DAYS;
    if (known || (full && place == 0)) {
      return;
    }
    if (full) {
      // The earliest day makes room.
      System.arraycopy(days, 1, days, 0, place - 1);
      days[place - 1] = day;
      return;
    }
    if (size == days.length) {
      days = Arrays.copyOf(days, Math.min(2 * size, NeedRule.MOST_DAYS));
    }
    System.arraycopy(days, place, days, place + 1, size - place);
    days[place] = day;
    size++;
  }

  int size() {
    return size;
  }

  boolean isKept() {
    return kept > 0;
  }

  int last() {
    return days[size - 1];
  }

  /** Ascending lengths of the intervals between the days, each at least 1. */
  long[] intervals() {
    long[] intervals = new long[size - 1];
    for (int i = 1; i < size; i++) {
      intervals[i - 1] = (long) days[i] - days[i - 1];
    }
    Arrays.sort(intervals);
    return intervals;
  }

  /** The three quartiles of the intervals. */
  record Quartiles(BigDecimal lower, BigDecimal median, BigDecimal upper) {

    static Quartiles of(long[] intervals) {
      return new Quartiles(
          quantile(intervals, QUARTER),
          quantile(intervals, HALF),
          quantile(intervals, THREE_QUARTERS));
    }

    private static BigDecimal quantile(long[] intervals, BigDecimal p) {
      return Quantiles.type7(intervals, p);
    }
  }
}
