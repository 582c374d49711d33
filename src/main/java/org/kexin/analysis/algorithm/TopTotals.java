package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The best customers of a stream in a heap of bounded size. More revenue ranks first, then the
 * smaller customer.
 */
final class TopTotals<K> {

  private final int limit;
  private final Comparator<Entry<K>> bestFirst;
  private final PriorityQueue<Entry<K>> worstOnTop;

  private record Entry<K>(K customer, long minorUnits, long transactions) {}

  TopTotals(int limit, Comparator<? super K> order) {
    this.limit = limit;
    this.bestFirst =
        Comparator.<Entry<K>>comparingLong(Entry::minorUnits)
            .reversed()
            .thenComparing(Entry::customer, order);
    this.worstOnTop = new PriorityQueue<>(bestFirst.reversed());
  }

  void offer(K customer, long minorUnits, long transactions) {
    if (minorUnits <= 0 || limit == 0) {
      return;
    }
    Entry<K> worst = worstOnTop.peek();
    if (worstOnTop.size() == limit && worst != null && worst.minorUnits() > minorUnits) {
      return;
    }
    worstOnTop.add(new Entry<>(customer, minorUnits, transactions));
    if (worstOnTop.size() > limit) {
      worstOnTop.remove();
    }
  }

  /**
   * @param total the revenue the shares refer to, above zero when there is an entry
   */
  List<Statistics.TopCustomer<K>> ranked(long total) {
    List<Entry<K>> entries = worstOnTop.stream().sorted(bestFirst).toList();
    List<Statistics.TopCustomer<K>> ranked = new ArrayList<>(entries.size());
    long cumulative = 0;
    for (Entry<K> entry : entries) {
      cumulative += entry.minorUnits();
      ranked.add(
          new Statistics.TopCustomer<>(
              ranked.size() + 1,
              entry.customer(),
              entry.transactions(),
              MinorUnits.toDecimal(entry.minorUnits()),
              (double) entry.minorUnits() / total,
              (double) cumulative / total));
    }
    return ranked;
  }
}
