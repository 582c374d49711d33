package org.kexin.analysis.algorithm.retention;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one customer did, by month ascending. Reused from one customer to the next. */
final class CustomerMonths {

  private final SortedMap<Integer, Month> months = new TreeMap<>();
  // Most rows of a customer are of the month of the row before.
  private @Nullable Month latest;

  /** One month of one customer; the index counts months from year 0. */
  static final class Month {
    private final int index;
    private long orders;
    private long refunds;
    private long minorUnits;

    private Month(int index) {
      this.index = index;
    }

    int index() {
      return index;
    }

    boolean hasOrder() {
      return orders > 0;
    }

    long refunds() {
      return refunds;
    }

    long minorUnits() {
      return minorUnits;
    }
  }

  void add(int index, long minorUnits) {
    Month month = latest;
    if (month == null || month.index != index) {
      month = months.computeIfAbsent(index, Month::new);
      latest = month;
    }
    if (minorUnits >= 0) {
      month.orders++;
    } else {
      month.refunds++;
    }
    month.minorUnits = Math.addExact(month.minorUnits, minorUnits);
  }

  Collection<Month> ascending() {
    return months.values();
  }

  void clear() {
    months.clear();
    latest = null;
  }
}
