package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sales statistics: totals, who buys most, how concentrated revenue is, revenue by month.
 *
 * <p>Anonymous sales are in the totals and the months, but in no measure per customer. Customers
 * whose total is negative (refunds of what was bought outside the window) are counted as customers,
 * but left out of {@link #concentration()}, of the shares and of the top customers. Both are listed
 * in {@link #leftOut()}.
 *
 * @param totals over all sales in the window
 * @param concentration over the known customers with a total of zero or more
 * @param topCustomers by revenue descending, ties by customer ascending; customers without revenue
 *     are never among them
 * @param months every calendar month of the window, also those without sales
 * @param leftOut what was not used or only partly used
 * @param <K> identity of a customer
 */
public record Statistics<K>(
    Totals totals,
    Concentration concentration,
    List<TopCustomer<K>> topCustomers,
    List<MonthRevenue> months,
    List<LeftOut> leftOut) {

  /** Counts transactions without a customer: in the totals and months, in nothing per customer. */
  public static final Reason ANONYMOUS_TRANSACTIONS =
      new Reason(
          "ANONYMOUS_TRANSACTIONS",
          "Transactions without a known customer count in totals and months only.");

  /** Counts customers left out of shares, concentration and top customers. */
  public static final Reason CUSTOMERS_WITH_NEGATIVE_TOTAL =
      new Reason(
          "CUSTOMERS_WITH_NEGATIVE_TOTAL",
          "Customers whose refunds exceed their purchases have no share of revenue.");

  /** Counts transactions that were not used at all. */
  public static final Reason TRANSACTIONS_OUTSIDE_WINDOW =
      new Reason(
          "TRANSACTIONS_OUTSIDE_WINDOW", "Transactions outside the window were not counted.");

  /** There is no order to take the average of. */
  public static final Reason NO_TRANSACTIONS =
      new Reason("NO_TRANSACTIONS", "There is no order in the window.");

  public Statistics {
    topCustomers = List.copyOf(topCustomers);
    months = List.copyOf(months);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Sums over all sales in the window, anonymous ones included.
   *
   * @param transactions orders, without refunds
   * @param refunds sales with a negative amount
   * @param lines order lines of both
   * @param quantity of both, returned goods subtracted
   * @param revenue in currency units, refunds subtracted
   * @param customers known customers with at least one sale or refund
   * @param anonymousTransactions orders and refunds without a known customer
   * @param anonymousRevenue of these, in currency units
   * @param averageOrderValue revenue / transactions, to four decimals, half to even
   * @param firstDay day of the first sale or refund; null when there is none
   * @param lastDay day of the last sale or refund; null when there is none
   */
  public record Totals(
      long transactions,
      long refunds,
      long lines,
      long quantity,
      BigDecimal revenue,
      long customers,
      long anonymousTransactions,
      BigDecimal anonymousRevenue,
      Measure<BigDecimal> averageOrderValue,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {}

  /**
   * A customer among the best.
   *
   * @param rank from 1
   * @param transactions the customer's orders, without refunds
   * @param revenue the customer's total, in currency units, above zero
   * @param share of the revenue in {@link #concentration()}, above 0 to 1
   * @param cumulativeShare of this customer and all before, above 0 to 1
   */
  public record TopCustomer<K>(
      int rank,
      K customer,
      long transactions,
      BigDecimal revenue,
      double share,
      double cumulativeShare) {}

  /**
   * One calendar month.
   *
   * @param revenue in currency units, refunds subtracted
   * @param transactions orders, without refunds
   * @param customers known customers with a sale or refund in this month
   * @param complete whether every day of the month was observed; do not compare an incomplete month
   *     with others
   */
  public record MonthRevenue(
      YearMonth month, BigDecimal revenue, long transactions, long customers, boolean complete) {}

  /**
   * What to compute over which window.
   *
   * @param topCustomers how many customers to name, 0 to 1,000
   * @param from first day of the window, or null for the day of the first sale
   * @param to last day of the window, or null for the day of the last sale. Not later than the last
   *     day the sales are known for: months up to it are shown as complete, if need be with zero
   */
  public record Parameters(
      int topCustomers,
      Concentration.Parameters concentration,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    private static final int MAX_TOP_CUSTOMERS = 1_000;
    private static final int DEFAULT_TOP_CUSTOMERS = 10;

    /**
     * @throws IllegalArgumentException if topCustomers is out of range, a day is outside year 1 to
     *     9999, or from is after to
     */
    public Parameters {
      if (topCustomers < 0 || topCustomers > MAX_TOP_CUSTOMERS) {
        throw new IllegalArgumentException("top customers out of 0..1000: " + topCustomers);
      }
      if ((from != null && !Sale.isPossible(from)) || (to != null && !Sale.isPossible(to))) {
        throw new IllegalArgumentException("a day of the window is outside year 1 to 9999");
      }
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException("from is after to: " + from + ", " + to);
      }
    }

    /** The ten best customers, the defaults of the concentration, the whole of the data. */
    public static Parameters defaults() {
      return new Parameters(DEFAULT_TOP_CUSTOMERS, Concentration.Parameters.defaults(), null, null);
    }

    boolean contains(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * Reads sales once, ordered by customer, and keeps eight bytes per customer (sixteen while {@link
   * #finish} sorts).
   *
   * <p>Rows of known customers must ascend by customer in the given order; that is checked row by
   * row, which costs one comparison and catches a customer whose rows do not stand together.
   * Anonymous rows may stand anywhere. Not thread-safe.
   */
  public static final class Accumulator<K> {

    private final Parameters parameters;
    private final CustomerRuns<K> runs;
    private final TopTotals<K> top;
    private final MonthSeries months = new MonthSeries();
    private final LongColumn customerTotals = new LongColumn();

    private @Nullable K customer;
    private long customerRevenue;
    private long customerTransactions;

    private long transactions;
    private long refunds;
    private long lines;
    private long quantity;
    private long revenue;
    private long customers;
    private long anonymousTransactions;
    private long anonymousRevenue;
    private long negativeTotals;
    private long outside;
    private boolean finished;

    /**
     * Begins an empty stream.
     *
     * @param order the order the rows come in; for UUIDs {@link CustomerOrder#ofUuids()}, for text
     *     one that agrees with the collation of the database
     */
    public Accumulator(Comparator<? super K> order, Parameters parameters) {
      this.parameters = parameters;
      this.runs = new CustomerRuns<>(order);
      this.top = new TopTotals<>(parameters.topCustomers(), order);
    }

    /**
     * Counts one sale.
     *
     * @throws IllegalArgumentException if the customer comes before that of an earlier row
     * @throws ArithmeticException if a sum reaches 922 × 10¹² currency units
     * @throws IllegalStateException after {@link #finish}
     */
    public void add(Sale<K> sale) {
      requireOpen();
      if (!parameters.contains(sale.day())) {
        outside++;
        return;
      }
      long amount = sale.minorUnits();
      boolean order = amount >= 0;
      K buyer = sale.customer();
      if (buyer == null) {
        anonymousTransactions++;
        anonymousRevenue = Math.addExact(anonymousRevenue, amount);
      } else {
        if (runs.isNext(buyer)) {
          closeCustomer();
          customer = buyer;
          customers++;
        }
        customerRevenue = Math.addExact(customerRevenue, amount);
        customerTransactions += order ? 1 : 0;
      }
      transactions += order ? 1 : 0;
      refunds += order ? 0 : 1;
      lines = Math.addExact(lines, sale.lines());
      quantity = Math.addExact(quantity, sale.quantity());
      revenue = Math.addExact(revenue, amount);
      months.add(sale.day(), amount, buyer == null ? 0 : customers);
    }

    /**
     * Ends the stream and computes the result.
     *
     * @throws ArithmeticException if the sum of the customers' totals reaches 922 × 10¹² currency
     *     units
     * @throws IllegalStateException when called twice
     */
    public Statistics<K> finish() {
      requireOpen();
      finished = true;
      closeCustomer();
      Concentration concentration =
          Concentration.ofAscending(customerTotals.sorted(), parameters.concentration());
      return new Statistics<>(
          totals(),
          concentration,
          top.ranked(MinorUnits.of(concentration.revenue())),
          months.series(parameters.from(), parameters.to()),
          new LeftOut.Entries()
              .add(ANONYMOUS_TRANSACTIONS, anonymousTransactions)
              .add(CUSTOMERS_WITH_NEGATIVE_TOTAL, negativeTotals)
              .add(TRANSACTIONS_OUTSIDE_WINDOW, outside)
              .toList());
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
      if (customerRevenue < 0) {
        negativeTotals++;
      } else {
        customerTotals.add(customerRevenue);
        top.offer(closed, customerRevenue, customerTransactions);
      }
      customer = null;
      customerRevenue = 0;
      customerTransactions = 0;
    }

    private Totals totals() {
      BigDecimal total = MinorUnits.toDecimal(revenue);
      return new Totals(
          transactions,
          refunds,
          lines,
          quantity,
          total,
          customers,
          anonymousTransactions,
          MinorUnits.toDecimal(anonymousRevenue),
          transactions == 0
              ? Measure.missing(NO_TRANSACTIONS)
              : Measure.of(
                  total.divide(
                      BigDecimal.valueOf(transactions),
                      MinorUnits.DECIMALS,
                      RoundingMode.HALF_EVEN)),
          months.firstDay(),
          months.lastDay());
    }
  }
}
