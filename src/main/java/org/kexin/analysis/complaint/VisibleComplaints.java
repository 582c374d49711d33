package org.kexin.analysis.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds which complaints count for those who may not see individuals, in one pass in the order in
 * which complaints came to be known: whole blocks of at least k customers, so that an answer and a
 * later one differ by k customers or by nobody; and of these only whole months in which at least k
 * customers complained, so that periods do. Not thread-safe.
 */
final class VisibleComplaints {

  private final int smallest;
  private final Set<UUID> block = new HashSet<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<LocalDate, Set<UUID>> months = new HashMap<>();
  private long rows;
  private long whole;

  /**
   * @param smallest k, at least 1
   */
  VisibleComplaints(int smallest) {
    this.smallest = smallest;
  }

  private record Waiting(LocalDate month, UUID customer) {}

  /** The next complaint. */
  void add(UUID customer, LocalDate received) {
    rows++;
    block.add(customer);
    waiting.add(new Waiting(received.withDayOfMonth(1), customer));
    if (block.size() == smallest) {
      whole = rows;
      waiting.forEach(this::count);
      waiting.clear();
      block.clear();
    }
  }

  private void count(Waiting one) {
    Set<UUID> people = months.computeIfAbsent(one.month(), first -> new HashSet<>());
    if (people.size() < smallest) {
      people.add(one.customer());
    }
  }

  /** How many complaints count, from the first that became known on. */
  long rows() {
    return whole;
  }

  /** First days of the months in which enough customers complained. */
  Set<LocalDate> months() {
    Set<LocalDate> enough = new HashSet<>();
    months.forEach(
        (month, people) -> {
          if (people.size() == smallest) {
            enough.add(month);
          }
        });
    return enough;
  }
}
