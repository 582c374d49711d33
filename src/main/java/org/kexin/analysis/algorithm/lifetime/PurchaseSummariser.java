package org.kexin.analysis.algorithm.lifetime;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerRuns;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.Sale;

/**
 * Reads sales once, ordered by customer, and sums each customer up to a purchase history.
 *
 * <p>The sales must reach back to the customers' first purchases. A day with at least one order is
 * a purchase day, however many orders it has; the first one is not counted. The repeat value is the
 * sum of all orders <em>and refunds</em> from the second purchase day to the end of the
 * calibration. So a refund is no purchase and keeps nobody recent; it lowers the mean value of the
 * repeat days, except one dated before the second purchase day, which can only be for the first
 * day, whose value is not used.
 *
 * <p>Rows of known customers must ascend by customer in the given order, which is checked row by
 * row; the order of one customer's rows does not matter, and no more than these rows are held
 * beside the histories. Not thread-safe.
 *
 * @param <K> identity of a customer
 */
public final class PurchaseSummariser<K> {

  /** Counts transactions without a customer. */
  public static final Reason ANONYMOUS_TRANSACTIONS =
      new Reason(
          "ANONYMOUS_TRANSACTIONS", "Transactions without a known customer have no history.");

  /** Counts transactions after the last day asked for. */
  public static final Reason TRANSACTIONS_AFTER_PERIOD =
      new Reason(
          "TRANSACTIONS_AFTER_PERIOD",
          "Transactions after the end of the period were not counted.");

  /** Counts customers whose first purchase is after the calibration, or who only have refunds. */
  public static final Reason CUSTOMERS_WITHOUT_PURCHASE =
      new Reason(
          "CUSTOMERS_WITHOUT_PURCHASE",
          "Customers without a purchase up to the end of the calibration have no history.");

  private static final int INDEX_BITS = 32;
  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
  private static final int INITIAL_ROWS = 16;

  private final CustomerRuns<K> runs;
  private final PurchaseHistories<K> histories;
  private final long calibrationEnd;
  private final long periodEnd;

  private @Nullable K customer;

  /** Day and index of each of the customer's rows, to be sorted by day. */
  private long[] days = new long[INITIAL_ROWS];

  private long[] amounts = new long[INITIAL_ROWS];
  private int rows;

  private long anonymous;
  private long after;
  private long withoutPurchase;
  private boolean finished;

  /**
   * Begins an empty stream.
   *
   * @param order the order the rows come in; for UUIDs {@link
   *     org.kexin.analysis.algorithm.CustomerOrder#ofUuids()}
   */
  public PurchaseSummariser(Comparator<? super K> order, PurchaseHistories.Parameters parameters) {
    this.runs = new CustomerRuns<>(order);
    this.histories = new PurchaseHistories<>(parameters);
    this.calibrationEnd = parameters.calibrationEnd().toEpochDay();
    this.periodEnd =
        parameters.holdOutEnd() == null ? calibrationEnd : parameters.holdOutEnd().toEpochDay();
  }

  /**
   * Counts one sale.
   *
   * @throws IllegalArgumentException if the customer comes before that of an earlier row
   * @throws ArithmeticException if the amounts of a customer add up to 922 × 10¹² currency units,
   *     or a customer has more than 1,048,575 repeat days
   * @throws IllegalStateException after {@link #finish}
   */
  public void add(Sale<K> sale) {
    requireOpen();
    K buyer = sale.customer();
    long day = sale.day().toEpochDay();
    if (buyer == null) {
      anonymous++;
      return;
    }
    if (day > periodEnd) {
      after++;
      return;
    }
    if (runs.isNext(buyer)) {
      closeCustomer();
      customer = buyer;
    }
    if (rows == days.length) {
      int larger = Math.addExact(rows, rows >> 1);
      days = Arrays.copyOf(days, larger);
      amounts = Arrays.copyOf(amounts, larger);
    }
    days[rows] = (day << INDEX_BITS) | rows;
    amounts[rows++] = sale.minorUnits();
  }

  /**
   * Ends the stream.
   *
   * @throws ArithmeticException as {@link #add}
   * @throws IllegalStateException when called twice
   */
  public PurchaseHistories<K> finish() {
    requireOpen();
    closeCustomer();
    finished = true;
    histories.close(
        new LeftOut.Entries()
            .add(ANONYMOUS_TRANSACTIONS, anonymous)
            .add(TRANSACTIONS_AFTER_PERIOD, after)
            .add(CUSTOMERS_WITHOUT_PURCHASE, withoutPurchase)
            .toList());
    return histories;
  }

  private void requireOpen() {
    if (finished) {
      throw new IllegalStateException("already finished");
    }
  }

  private void closeCustomer() {
    K closed = customer;
    if (closed == null) {
      return;
    }
    Arrays.sort(days, 0, rows);
    long first = firstPurchaseDay();
    if (first > calibrationEnd) {
      withoutPurchase++;
    } else {
      summarise(closed, first);
    }
    customer = null;
    rows = 0;
  }

  private long firstPurchaseDay() {
    for (int i = 0; i < rows; i++) {
      if (amount(i) >= 0) {
        return day(i);
      }
    }
    return Long.MAX_VALUE;
  }

  private void summarise(K closed, long first) {
    int repeats = 0;
    long later = 0;
    long last = first;
    long previous = first;
    long value = 0;
    int from = 0;
    for (int i = 0; i < rows; i++) {
      long day = day(i);
      if (amount(i) < 0 || day <= previous) {
        continue;
      }
      previous = day;
      if (day > calibrationEnd) {
        later++;
        continue;
      }
      if (repeats++ == 0) {
        from = i;
      }
      last = day;
    }
    if (repeats > 0) {
      value = valueFrom(day(from));
    }
    histories.add(closed, repeats, last - first, calibrationEnd - first, value, later);
  }

  /** All orders and refunds from a day to the end of the calibration. */
  private long valueFrom(long firstRepeatDay) {
    long sum = 0;
    for (int i = 0; i < rows; i++) {
      if (day(i) >= firstRepeatDay && day(i) <= calibrationEnd) {
        sum = Math.addExact(sum, amount(i));
      }
    }
    return sum;
  }

  private long day(int position) {
    return days[position] >> INDEX_BITS;
  }

  private long amount(int position) {
    return amounts[(int) (days[position] & INDEX_MASK)];
  }
}
