package org.kexin.analysis.identification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.LongColumn;

/**
 * What is known of all customers at two moments, by columns and by customer: some 56 bytes each.
 * First every customer is added, then what they did, in the same order. Not thread-safe.
 */
final class Candidates {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int KINDS = Features.Counted.values().length;
  private static final Comparator<UUID> ORDER = CustomerOrder.ofUuids();

  private final long earlier;
  private final long later;
  private final LongColumn high = new LongColumn();
  private final LongColumn low = new LongColumn();
  private final LongColumn traits = new LongColumn();
  private final LongColumn since = new LongColumn();

  private long sales;
  private @Nullable Instant newest;

  /** Days of the first purchases. */
  private int[] bought = {};

  /** By moment and {@link Features.Counted}. */
  private short[][] counts = {};

  /** Begins with nobody; the moments are the ends of these days. */
  Candidates(long earlierDay, long laterDay) {
    this.earlier = earlierDay;
    this.later = laterDay;
  }

  /** The next customer by id. */
  void add(UUID customer, long knownTraits, long sinceDay) {
    high.add(customer.getMostSignificantBits());
    low.add(customer.getLeastSignificantBits());
    traits.add(knownTraits);
    since.add(sinceDay);
  }

  /** After the last customer. */
  void complete() {
    bought = new int[size()];
    Arrays.fill(bought, NEVER);
    counts = new short[2 * KINDS][size()];
  }

  int size() {
    return high.size();
  }

  UUID customer(int row) {
    return new UUID(high.get(row), low.get(row));
  }

  /** A sale was looked at that came to be known then. */
  void looked(Instant knownAt) {
    sales++;
    known(knownAt);
  }

  /** Something that counts came to be known then; null for nothing. */
  void known(@Nullable Instant moment) {
    if (moment != null && (newest == null || moment.isAfter(newest))) {
      newest = moment;
    }
  }

  /** How many sales were looked at. */
  long sales() {
    return sales;
  }

  /** When the newest of what counts came to be known; null where there was nothing. */
  @Nullable Instant newest() {
    return newest;
  }

  /** Walks the customers beside a stream that is in the same order. */
  final class Walk {
    private int row;

    /** A purchase of the next customer, or of the same one. */
    void bought(UUID customer, long day) {
      if (find(customer)) {
        bought[row] = (int) Math.min(bought[row], day);
      }
    }

    /** Something to count, of the next customer or of the same one. */
    void counted(UUID customer, Features.Counted what, long day) {
      if (day <= later && find(customer)) {
        count(KINDS + what.place());
        if (day <= earlier) {
          count(what.place());
        }
      }
    }

    private void count(int column) {
      counts[column][row] = (short) Math.min(Short.MAX_VALUE, counts[column][row] + 1);
    }

    private boolean find(UUID customer) {
      while (row < size() && ORDER.compare(customer(row), customer) < 0) {
        row++;
      }
      return row < size() && customer(row).equals(customer);
    }
  }

  /** Whether the customer was known at the earlier moment and had not bought anything. */
  boolean wasProspect(int row) {
    return since.get(row) <= earlier && bought[row] > earlier;
  }

  /** Whether the customer had bought something at the later moment. */
  boolean hasBought(int row) {
    return bought[row] <= later;
  }

  /** Whether the customer was known at the later moment and had not bought anything. */
  boolean isProspect(int row) {
    return since.get(row) <= later && !hasBought(row);
  }

  /** As it was at the earlier moment. */
  double[] before(int row) {
    return values(row, 0, earlier);
  }

  /** As it is at the later moment. */
  double[] now(int row) {
    return values(row, KINDS, later);
  }

  private double[] values(int row, int from, long day) {
    int[] counted = new int[KINDS];
    for (int i = 0; i < KINDS; i++) {
      counted[i] = counts[from + i][row];
    }
    return Features.values(traits.get(row), Math.max(0, day - since.get(row)), counted);
  }
}
