package org.kexin.analysis.algorithm.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.MinorUnits;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.retention.RetentionResult.Period;

/** Counters for each period; periods of twelve months or fewer begin where the year begins. */
final class PeriodCounts {

  private static final Counter NONE = new Counter();
  private static final int NEVER = Integer.MIN_VALUE;

  private final int monthsPerPeriod;
  private final Map<Integer, Counter> periods = new HashMap<>();

  private static final class Counter {
    private long customers;
    private long newCustomers;
    private long retained;
    private long minorUnits;
    private long retainedMinorUnits;
  }

  PeriodCounts(int monthsPerPeriod) {
    this.monthsPerPeriod = monthsPerPeriod;
  }

  /**
   * @param first month of the first order; months before it are not counted
   */
  void add(int first, Iterable<CustomerMonths.Month> months) {
    int period = period(first);
    int lastWithOrder = NEVER;
    boolean hasOrder = false;
    long minorUnits = 0;
    for (CustomerMonths.Month month : months) {
      if (month.index() < first) {
        continue;
      }
      if (period(month.index()) != period) {
        count(period, lastWithOrder, hasOrder, minorUnits);
        lastWithOrder = hasOrder ? period : lastWithOrder;
        period = period(month.index());
        hasOrder = false;
        minorUnits = 0;
      }
      hasOrder |= month.hasOrder();
      minorUnits = Math.addExact(minorUnits, month.minorUnits());
    }
    count(period, lastWithOrder, hasOrder, minorUnits);
  }

  private void count(int period, int lastWithOrder, boolean hasOrder, long minorUnits) {
    Counter counter = periods.computeIfAbsent(period, _ -> new Counter());
    counter.minorUnits = Math.addExact(counter.minorUnits, minorUnits);
    if (!hasOrder) {
      return;
    }
    counter.customers++;
    if (lastWithOrder == NEVER) {
      counter.newCustomers++;
    } else if (lastWithOrder == period - 1) {
      counter.retained++;
      counter.retainedMinorUnits = Math.addExact(counter.retainedMinorUnits, minorUnits);
    }
  }

  private int period(int month) {
    return Math.floorDiv(month, monthsPerPeriod);
  }

  /** The periods from that of a month to that of the last one observed. */
  List<Period> from(int firstMonth, ObservedMonths observed) {
    List<Period> all = new ArrayList<>();
    for (int period = period(firstMonth); period <= period(observed.last()); period++) {
      Counter counter = periods.getOrDefault(period, NONE);
      Counter before = periods.getOrDefault(period - 1, NONE);
      int first = period * monthsPerPeriod;
      int last = first + monthsPerPeriod - 1;
      all.add(
          new Period(
              ObservedMonths.month(first),
              ObservedMonths.month(last),
              counter.customers,
              counter.newCustomers,
              counter.retained,
              share(counter.retained, before.customers, RetentionResult.NO_CUSTOMERS_BEFORE),
              share(counter.newCustomers, counter.customers, RetentionResult.NO_CUSTOMERS),
              MinorUnits.toDecimal(counter.minorUnits),
              MinorUnits.toDecimal(counter.retainedMinorUnits),
              observed.contains(first, last)));
    }
    return all;
  }

  static Measure<Double> share(long part, long whole, Reason none) {
    return whole == 0 ? Measure.missing(none) : Measure.of((double) part / whole);
  }
}
