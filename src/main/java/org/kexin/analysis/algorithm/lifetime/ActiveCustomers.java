package org.kexin.analysis.algorithm.lifetime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Remembers a figure of active customers that depends on x and T only, such as the purchases still
 * to come: millions of customers share a few thousand pairs, and one figure takes some hundred
 * terms of a series. Not thread-safe.
 */
final class ActiveCustomers {

  /** Bounds the memory to some ten megabytes; beyond it figures are computed each time. */
  private static final int MOST_REMEMBERED = 200_000;

  private final ToDoubleFunction<PurchaseHistory> figure;
  private final Map<Long, Double> known = new HashMap<>();

  ActiveCustomers(ToDoubleFunction<PurchaseHistory> figure) {
    this.figure = figure;
  }

  double of(PurchaseHistories<?> histories, int row) {
    Long key = histories.repeatsAndObserved(row);
    Double remembered = known.get(key);
    if (remembered != null) {
      return remembered;
    }
    Interruption.check();
    double computed = figure.applyAsDouble(histories.history(row));
    if (known.size() < MOST_REMEMBERED) {
      known.put(key, computed);
    }
    return computed;
  }
}
