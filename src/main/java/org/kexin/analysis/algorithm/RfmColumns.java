package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.List;

/**
 * The customers to score, by columns and in ascending order of customer: 24 bytes each beside their
 * identities.
 */
final class RfmColumns<K> {

  private final List<K> customers = new ArrayList<>();
  private final LongColumn recencyDays = new LongColumn();
  private final LongColumn orders = new LongColumn();
  private final LongColumn amounts = new LongColumn();

  void add(K customer, long days, long orderCount, long minorUnits) {
    customers.add(customer);
    recencyDays.add(days);
    orders.add(orderCount);
    amounts.add(minorUnits);
  }

  int size() {
    return customers.size();
  }

  K customer(int row) {
    return customers.get(row);
  }

  LongColumn recencyDays() {
    return recencyDays;
  }

  LongColumn orders() {
    return orders;
  }

  /** In minor units. */
  LongColumn amounts() {
    return amounts;
  }
}
