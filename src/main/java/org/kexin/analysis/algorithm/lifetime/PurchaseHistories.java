package org.kexin.analysis.algorithm.lifetime;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.LongColumn;
import org.kexin.analysis.algorithm.MinorUnits;

/**
 * The purchase histories of all customers, by row ascending by customer: 24 bytes each (16 without
 * a hold-out) beside their identities. Filled by {@link PurchaseSummariser}.
 *
 * @param <K> identity of a customer
 */
public final class PurchaseHistories<K> {

  /** Enough for every day of 2,800 years. */
  static final int MAX_REPEATS = (1 << 20) - 1;

  private static final int REPEAT_BITS = 20;
  private static final int DAY_BITS = 22;
  private static final long DAY_MASK = (1L << DAY_BITS) - 1;
  private static final double MINOR_UNITS = Math.pow(10, MinorUnits.DECIMALS);

  private final Parameters parameters;
  private final List<K> customers = new ArrayList<>();

  /** Days observed, days to the last purchase and repeats: 22, 22 and 20 bits. */
  private final LongColumn packed = new LongColumn();

  private final LongColumn values = new LongColumn();
  private final LongColumn holdOut = new LongColumn();
  private List<LeftOut> leftOut = List.of();

  PurchaseHistories(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * What to count.
   *
   * @param calibrationEnd last day of the histories
   * @param holdOutEnd last day of the time to predict, or null for no hold-out
   * @param daysPerUnit days in one unit of time: 7 for weeks
   */
  public record Parameters(
      LocalDate calibrationEnd, @Nullable LocalDate holdOutEnd, double daysPerUnit) {

    private static final double DAYS_PER_WEEK = 7;
    private static final double MOST_DAYS = 36_525;
    private static final double FEWEST_DAYS = 1 / 24.0;

    /**
     * @throws IllegalArgumentException if a day is outside year 1 to 9999, the hold-out does not
     *     end after the calibration, or daysPerUnit is not within an hour to a century
     */
    public Parameters {
      LocalDate last = holdOutEnd == null ? calibrationEnd : holdOutEnd;
      if (calibrationEnd.getYear() < 1 || last.getYear() > 9999) {
        throw new IllegalArgumentException("a day is outside year 1 to 9999");
      }
      if (holdOutEnd != null && !holdOutEnd.isAfter(calibrationEnd)) {
        throw new IllegalArgumentException("the hold-out ends before it begins: " + holdOutEnd);
      }
      if (!(daysPerUnit >= FEWEST_DAYS && daysPerUnit <= MOST_DAYS)) {
        throw new IllegalArgumentException("days per unit out of range: " + daysPerUnit);
      }
    }

    /** Weeks, without a hold-out. */
    public static Parameters inWeeks(LocalDate calibrationEnd) {
      return new Parameters(calibrationEnd, null, DAYS_PER_WEEK);
    }

    /** Weeks, with a hold-out from the day after the calibration. */
    public static Parameters inWeeks(LocalDate calibrationEnd, LocalDate holdOutEnd) {
      return new Parameters(calibrationEnd, holdOutEnd, DAYS_PER_WEEK);
    }

    /** Length of the hold-out in units of time; 0 when there is none. */
    public double holdOutTime() {
      return holdOutEnd == null
          ? 0
          : ChronoUnit.DAYS.between(calibrationEnd, holdOutEnd) / daysPerUnit;
    }
  }

  void add(K customer, int repeats, long lastDays, long observedDays, long value, long later) {
    if (repeats > MAX_REPEATS) {
      throw new ArithmeticException("more than " + MAX_REPEATS + " repeat days of one customer");
    }
    customers.add(customer);
    packed.add(((observedDays << DAY_BITS) | lastDays) << REPEAT_BITS | repeats);
    values.add(value);
    if (parameters.holdOutEnd() != null) {
      holdOut.add(later);
    }
  }

  void close(List<LeftOut> entries) {
    leftOut = List.copyOf(entries);
  }

  /** How they were counted. */
  public Parameters parameters() {
    return parameters;
  }

  /** What was not used. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** n: customers with a purchase up to the end of the calibration. */
  public int size() {
    return customers.size();
  }

  /**
   * The customer of a row.
   *
   * @param row 0 to size − 1
   */
  public K customer(int row) {
    return customers.get(row);
  }

  /**
   * The history of a row.
   *
   * @param row 0 to size − 1
   */
  public PurchaseHistory history(int row) {
    return history(packed.get(row));
  }

  /** Whether two rows have the same x and T, so that only t_x tells them apart. */
  long repeatsAndObserved(int row) {
    return packed.get(row) & ~(DAY_MASK << REPEAT_BITS);
  }

  /**
   * z: mean value of the repeat days, in currency units; 0 without repeats, and zero or less where
   * refunds outweigh them.
   *
   * @param row 0 to size − 1
   */
  public double meanRepeatValue(int row) {
    int repeats = repeats(packed.get(row));
    return repeats == 0 ? 0 : values.get(row) / MINOR_UNITS / repeats;
  }

  /**
   * Days with a purchase in the hold-out.
   *
   * @param row 0 to size − 1
   * @throws IllegalStateException if there is no hold-out
   */
  public long holdOutRepeats(int row) {
    if (parameters.holdOutEnd() == null) {
      throw new IllegalStateException("there is no hold-out");
    }
    return holdOut.get(row);
  }

  /** For a fit. Takes eight bytes more per customer while it sorts. */
  public GroupedHistories grouped() {
    GroupedHistories.Builder builder = new GroupedHistories.Builder();
    for (long key : packed.sorted()) {
      builder.add(repeats(key), lastPurchase(key), observed(key));
    }
    return builder.build();
  }

  private PurchaseHistory history(long key) {
    return new PurchaseHistory(repeats(key), lastPurchase(key), observed(key));
  }

  private static int repeats(long key) {
    return (int) (key & MAX_REPEATS);
  }

  private double lastPurchase(long key) {
    return ((key >>> REPEAT_BITS) & DAY_MASK) / parameters.daysPerUnit();
  }

  private double observed(long key) {
    return (key >>> (REPEAT_BITS + DAY_BITS)) / parameters.daysPerUnit();
  }
}
