package org.kexin.audit;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When reading is unusual. Pure: the same hour, compared with the same hours, gives the same
 * reasons.
 *
 * <p>Hours are compared by the modified z-score, {@code 0.6745 · (x − median) / MAD}, where MAD is
 * the median of the absolute deviations from the median (Iglewicz and Hoaglin, "How to Detect and
 * Handle Outliers", ASQC 1993, who propose 3.5 as the limit): a mean and a standard deviation would
 * be moved by the very hours that are sought. Where more than half of the hours are equal the MAD
 * is zero, and the mean absolute deviation stands in, {@code (x − median) / (1.2533 · meanAD)}.
 */
final class ReadingRules {

  /** The 0.75 quantile of the normal distribution: MAD / 0.6745 estimates its deviation. */
  private static final double MAD_OF_NORMAL = 0.6745;

  /** √(π/2): with it the mean absolute deviation estimates the deviation of a normal one. */
  private static final double MEAN_DEVIATIONS = 1.2533;

  private static final String PARTNER = "partner";

  private final WatchConfig limits;

  ReadingRules(WatchConfig limits) {
    this.limits = limits;
  }

  /**
   * The reasons that the counts of an hour give.
   *
   * @param own persons seen in the user's hours before
   * @param peers persons seen in hours of others with the same roles
   */
  List<UnusualReading> judge(ReadingHour hour, long[] own, long[] peers) {
    List<UnusualReading> reasons = new ArrayList<>();
    compare(UnusualReading.Kind.ABOVE_OWN_HISTORY, hour, own).ifPresent(reasons::add);
    compare(UnusualReading.Kind.ABOVE_PEERS, hour, peers).ifPresent(reasons::add);
    // Systems of partners call at night as they do by day.
    if (!hour.role().contains(PARTNER) && isOffHours(hour)) {
      reached(UnusualReading.Kind.OFF_HOURS, hour.personViews(), limits.offHours())
          .ifPresent(reasons::add);
    }
    reached(UnusualReading.Kind.BULK, hour.bulkViews(), limits.bulk()).ifPresent(reasons::add);
    reached(UnusualReading.Kind.DOWNLOADS, hour.downloads(), limits.downloads())
        .ifPresent(reasons::add);
    return reasons;
  }

  /** Whether {@link #judge(List)} could find anything: it never counts more than was seen. */
  boolean deservesACloserLook(ReadingHour hour) {
    return hour.personViews() >= Math.min(limits.persons(), limits.run());
  }

  /**
   * The reasons that the records of an hour give.
   *
   * @param persons those in each answer, in the order of the answers
   */
  List<UnusualReading> judge(List<List<UUID>> persons) {
    List<UnusualReading> reasons = new ArrayList<>();
    HashSet<UUID> distinct = new HashSet<>();
    persons.forEach(distinct::addAll);
    reached(UnusualReading.Kind.MANY_PERSONS, distinct.size(), limits.persons())
        .ifPresent(reasons::add);
    List<UUID> oneByOne =
        persons.stream().filter(answer -> answer.size() == 1).map(List::getFirst).toList();
    reached(UnusualReading.Kind.IN_ORDER_OF_IDS, longestRun(oneByOne), limits.run())
        .ifPresent(reasons::add);
    return reasons;
  }

  private Optional<UnusualReading> compare(
      UnusualReading.Kind kind, ReadingHour hour, long[] others) {
    if (others.length < limits.hoursToCompare() || hour.personViews() < limits.comparedFrom()) {
      return Optional.empty();
    }
    double median = median(others);
    long limit = (long) Math.floor(median + limits.score() * deviation(others, median));
    return hour.personViews() > limit
        ? Optional.of(new UnusualReading(kind, hour.personViews(), Math.round(median), limit))
        : Optional.empty();
  }

  private static Optional<UnusualReading> reached(
      UnusualReading.Kind kind, long observed, long limit) {
    return observed >= limit
        ? Optional.of(new UnusualReading(kind, observed, null, limit))
        : Optional.empty();
  }

  private boolean isOffHours(ReadingHour hour) {
    ZonedDateTime local = hour.hour().atZone(limits.zone());
    return !limits.days().contains(local.getDayOfWeek())
        || local.toLocalTime().isBefore(limits.opens())
        || !local.toLocalTime().isBefore(limits.closes());
  }

  /** A robust estimate of the standard deviation. */
  private static double deviation(long[] values, double median) {
    double[] deviations = Arrays.stream(values).mapToDouble(it -> Math.abs(it - median)).toArray();
    double mad = median(deviations);
    return mad > 0
        ? mad / MAD_OF_NORMAL
        : MEAN_DEVIATIONS * Arrays.stream(deviations).average().orElse(0);
  }

  private static double median(long[] values) {
    return median(Arrays.stream(values).asDoubleStream().toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The most persons one after the other with ever greater, or ever smaller, ids. Of customers who
   * come by chance, a given stretch of n is in order with probability 2/n!.
   */
  static int longestRun(List<UUID> persons) {
    int longest = persons.isEmpty() ? 0 : 1;
    int run = 1;
    int direction = 0;
    for (int i = 1; i < persons.size(); i++) {
      int step = Integer.signum(compare(persons.get(i), persons.get(i - 1)));
      if (step == 0) {
        continue;
      }
      run = step == direction ? run + 1 : 2;
      direction = step;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** By their bytes, as tables order them; UUID.compareTo takes the halves for signed. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
