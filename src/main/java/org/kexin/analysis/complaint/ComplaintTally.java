package org.kexin.analysis.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.complaint.ComplaintRow;

/** Counts complaints in one pass. Memory grows with groups and periods. Not thread-safe. */
final class ComplaintTally {

  private static final double MINUTES_AN_HOUR = 60;

  private final int smallest;
  private final SortedMap<String, Group> groups = new TreeMap<>();
  private final SortedMap<LocalDate, Long> periods = new TreeMap<>();
  private long complaints;
  private long[] minutes = new long[16];
  private int resolved;
  private long reopened;
  private long ratings;
  private long ratingSum;
  private final Set<UUID> resolvedFor = new HashSet<>();
  private @Nullable Instant newest;

  /**
   * @param smallest customers of a group are counted up to this
   */
  ComplaintTally(int smallest) {
    this.smallest = smallest;
  }

  /** Complaints that have something in common. */
  static final class Group {
    private long complaints;
    private final Set<UUID> customers = new HashSet<>();
    private final Map<LocalDate, Long> periods = new HashMap<>();

    long complaints() {
      return complaints;
    }

    /** How many customers, up to k. */
    long customers() {
      return customers.size();
    }

    long in(LocalDate period) {
      return periods.getOrDefault(period, 0L);
    }
  }

  void add(ComplaintRow row, String name, LocalDate period) {
    complaints++;
    if (newest == null || row.recordedAt().isAfter(newest)) {
      newest = row.recordedAt();
    }
    Group group = groups.computeIfAbsent(name, unseen -> new Group());
    group.complaints++;
    count(group.customers, row.customerId());
    group.periods.merge(period, 1L, Long::sum);
    periods.merge(period, 1L, Long::sum);
    Instant end = row.resolvedAt();
    if (end != null) {
      resolved(row, end);
    }
  }

  private void resolved(ComplaintRow row, Instant end) {
    if (resolved == minutes.length) {
      minutes = Arrays.copyOf(minutes, resolved * 2);
    }
    minutes[resolved++] = Duration.between(row.receivedAt(), end).toMinutes();
    count(resolvedFor, row.customerId());
    reopened += row.reopenCount() > 0 ? 1 : 0;
    if (row.rating() != null) {
      ratings++;
      ratingSum += row.rating();
    }
  }

  private void count(Set<UUID> customers, UUID customer) {
    if (customers.size() < smallest) {
      customers.add(customer);
    }
  }

  long complaints() {
    return complaints;
  }

  SortedMap<String, Group> groups() {
    return groups;
  }

  long in(LocalDate period) {
    return periods.getOrDefault(period, 0L);
  }

  SortedMap<LocalDate, Long> periods() {
    return periods;
  }

  /** When the newest of them came to be known; null where there is none. */
  @Nullable Instant newest() {
    return newest;
  }

  long resolved() {
    return resolved;
  }

  /** Customers of those resolved, up to k. */
  long resolvedFor() {
    return resolvedFor.size();
  }

  /** Hours from receipt to resolution, ascending. */
  double[] hours() {
    return Arrays.stream(minutes, 0, resolved)
        .sorted()
        .mapToDouble(it -> it / MINUTES_AN_HOUR)
        .toArray();
  }

  /** Of those resolved; null where there is none. */
  @Nullable Double reopenedShare() {
    return resolved == 0 ? null : (double) reopened / resolved;
  }

  /** Of those rated; null where there is none. */
  @Nullable Double meanRating() {
    return ratings == 0 ? null : (double) ratingSum / ratings;
  }
}
