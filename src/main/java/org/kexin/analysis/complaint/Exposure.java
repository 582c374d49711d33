package org.kexin.analysis.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kexin.analysis.algorithm.Sale;

/** What was sold, against which complaints are counted, by period. Not thread-safe. */
final class Exposure {

  private final TrendPeriod period;
  private final int smallest;
  private final Map<LocalDate, Long> orders = new HashMap<>();
  private final Map<LocalDate, Set<UUID>> buyers = new HashMap<>();

  Exposure(TrendPeriod period, int smallest) {
    this.period = period;
    this.smallest = smallest;
  }

  void add(Sale<UUID> sale) {
    LocalDate first = period.firstDay(sale.day());
    orders.merge(first, 1L, Long::sum);
    UUID customer = sale.customer();
    if (customer != null) {
      Set<UUID> people = buyers.computeIfAbsent(first, unseen -> new HashSet<>());
      if (people.size() < smallest) {
        people.add(customer);
      }
    }
  }

  long orders(LocalDate firstDay) {
    return orders.getOrDefault(firstDay, 0L);
  }

  /** Whether at least k customers bought then, or nobody did. */
  boolean isOfEnough(LocalDate firstDay) {
    Set<UUID> people = buyers.get(firstDay);
    return people == null || people.size() == smallest;
  }

  /** Whether anything was sold in every one of these periods. */
  boolean covers(Iterable<LocalDate> periods) {
    for (LocalDate first : periods) {
      if (orders(first) == 0) {
        return false;
      }
    }
    return true;
  }
}
