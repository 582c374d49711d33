package org.kexin.analysis.algorithm.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.MinorUnits;
import org.kexin.analysis.algorithm.retention.RetentionResult.Activity;
import org.kexin.analysis.algorithm.retention.RetentionResult.Cohort;

/** Counters for each month of each cohort that had a sale. */
final class CohortCounts {

  private static final Counter NONE = new Counter();

  // By month of the cohort, then by month.
  private final Map<Integer, Map<Integer, Counter>> cohorts = new HashMap<>();

  private static final class Counter {
    private long customers;
    private long minorUnits;
  }

  /**
   * @param first month of the first order; months before it are not counted
   */
  void add(int first, Iterable<CustomerMonths.Month> months) {
    Map<Integer, Counter> cohort = cohorts.computeIfAbsent(first, _ -> new HashMap<>());
    for (CustomerMonths.Month month : months) {
      if (month.index() >= first) {
        Counter counter = cohort.computeIfAbsent(month.index(), _ -> new Counter());
        counter.customers += month.hasOrder() ? 1 : 0;
        counter.minorUnits = Math.addExact(counter.minorUnits, month.minorUnits());
      }
    }
  }

  long customersBefore(int firstCohort) {
    long customers = 0;
    for (Map.Entry<Integer, Map<Integer, Counter>> cohort : cohorts.entrySet()) {
      int month = cohort.getKey();
      customers += month < firstCohort ? size(month) : 0;
    }
    return customers;
  }

  List<Cohort> from(int firstCohort, ObservedMonths observed) {
    List<Cohort> all = new ArrayList<>();
    for (int month = firstCohort; month <= observed.last(); month++) {
      all.add(cohort(month, observed));
    }
    return all;
  }

  private long size(int cohort) {
    return counter(cohort, cohort).customers;
  }

  private Counter counter(int cohort, int month) {
    return cohorts.getOrDefault(cohort, Map.of()).getOrDefault(month, NONE);
  }

  private Cohort cohort(int first, ObservedMonths observed) {
    long size = size(first);
    long revenue = 0;
    List<Activity> months = new ArrayList<>();
    for (int month = first; month <= observed.last(); month++) {
      Counter counter = counter(first, month);
      revenue = Math.addExact(revenue, counter.minorUnits);
      months.add(
          new Activity(
              month - first,
              ObservedMonths.month(month),
              counter.customers,
              size == 0
                  ? Measure.missing(RetentionResult.EMPTY_COHORT)
                  : Measure.of((double) counter.customers / size),
              MinorUnits.toDecimal(counter.minorUnits),
              observed.contains(month, month)));
    }
    return new Cohort(
        ObservedMonths.month(first),
        size,
        MinorUnits.toDecimal(revenue),
        observed.contains(first, first),
        months);
  }
}
