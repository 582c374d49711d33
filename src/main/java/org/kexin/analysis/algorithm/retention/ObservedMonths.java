package org.kexin.analysis.algorithm.retention;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days that were observed, and months as numbers: twelve a year from year 0, so that months
 * after one another differ by one over the end of a year too.
 *
 * @param from first day
 * @param to last day, not before from
 */
record ObservedMonths(LocalDate from, LocalDate to) {

  private static final int MONTHS_A_YEAR = 12;

  static int index(LocalDate day) {
    return day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1;
  }

  static int index(YearMonth month) {
    return index(month.atDay(1));
  }

  static YearMonth month(int index) {
    return YearMonth.of(
        Math.floorDiv(index, MONTHS_A_YEAR), Math.floorMod(index, MONTHS_A_YEAR) + 1);
  }

  int first() {
    return index(from);
  }

  int last() {
    return index(to);
  }

  /** Whether every day of these months was observed. */
  boolean contains(int firstMonth, int lastMonth) {
    return !month(firstMonth).atDay(1).isBefore(from)
        && !month(lastMonth).atEndOfMonth().isAfter(to);
  }
}
