package org.kexin.analysis.need;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SoldLine;
import org.kexin.analysis.algorithm.need.Need;
import org.kexin.analysis.algorithm.need.NeedState;
import org.kexin.analysis.algorithm.need.Replenishment;

/**
 * Counts who is due for what in one pass over lines that come by customer. Memory is that of one
 * customer's purchases and four numbers for each item. Not thread-safe.
 */
final class NeedTally {

  private static final Comparator<Row> MOST_FIRST =
      Comparator.comparingLong((Row row) -> row.count(Part.PAST_DUE) + row.count(Part.COMING))
          .reversed()
          .thenComparing(Comparator.comparingLong(Row::customers).reversed())
          .thenComparing(Row::item);

  private final LocalDate horizon;
  private final LocalDate reference;
  private final Function<UUID, @Nullable String> naming;
  private final Replenishment<String> customer;
  private final Map<String, Row> rows = new HashMap<>();
  private @Nullable UUID last;
  private long buyers;
  private long regulars;
  private long unnamed;

  /**
   * @param within days after the reference day that are looked ahead
   * @param naming the item of a product; null where it has none
   */
  NeedTally(LocalDate reference, int within, Function<UUID, @Nullable String> naming) {
    this.reference = reference;
    this.horizon = reference.plusDays(within);
    this.naming = naming;
    this.customer = new Replenishment<>(OwnNeeds.RULE, reference, Comparator.naturalOrder());
  }

  /** Where the customers of an item stand; each of them in one part. */
  enum Part {
    /** The usual interval ended before the reference day. */
    PAST_DUE,
    /** It ends on the reference day or within the days ahead. */
    COMING,
    /** It ends later. */
    LATER,
    /** So long ago was the last purchase that none is expected. */
    LAPSED
  }

  /** Who buys one item regularly. */
  static final class Row {
    private final String item;
    private final Map<Part, Long> counts = new EnumMap<>(Part.class);

    Row(String item) {
      this.item = item;
    }

    String item() {
      return item;
    }

    long count(Part part) {
      return counts.getOrDefault(part, 0L);
    }

    /** All who buy it regularly. */
    long customers() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** A line; anonymous ones are none of anybody. */
  void add(SoldLine line) {
    UUID buyer = line.customer();
    if (buyer == null) {
      return;
    }
    if (!buyer.equals(last)) {
      leave();
      last = buyer;
      buyers++;
    }
    String item = naming.apply(line.product());
    if (item == null) {
      unnamed++;
    } else {
      customer.add(item, line.day(), line.quantity());
    }
  }

  private void leave() {
    List<Need<String>> needs = customer.needs().needs();
    regulars += needs.isEmpty() ? 0 : 1;
    for (Need<String> need : needs) {
      rows.computeIfAbsent(need.item(), Row::new).counts.merge(part(need), 1L, Long::sum);
    }
    customer.clear();
  }

  private Part part(Need<?> need) {
    if (need.state() == NeedState.LAPSED) {
      return Part.LAPSED;
    }
    if (need.due().isBefore(reference)) {
      return Part.PAST_DUE;
    }
    return need.due().isAfter(horizon) ? Part.LATER : Part.COMING;
  }

  /** Ends the last customer; to be called after the last line. */
  NeedTally finish() {
    leave();
    return this;
  }

  /** Customers who bought something. */
  long buyers() {
    return buyers;
  }

  /** Customers who buy something regularly. */
  long regulars() {
    return regulars;
  }

  /** Lines of products without a category. */
  long unnamed() {
    return unnamed;
  }

  /** Those that most customers are due for first; of equals those of most regular customers. */
  List<Row> rows() {
    return rows.values().stream().sorted(MOST_FIRST).toList();
  }
}
