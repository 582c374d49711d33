package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * Cohorts and retention.
 *
 * @param method how they were counted
 * @param from first day observed; null when there is neither a sale nor a window
 * @param to last day observed; null like from
 * @param cohorts one for each calendar month, ascending; months without new customers included
 * @param periods ascending, without gaps
 * @param retentionRate sum of {@link Period#retained} / sum of the customers of the periods before,
 *     over the pairs of periods that are both complete; 0 to 1
 * @param leftOut what was not used
 */
public record RetentionResult(
    String method,
    Retention.Parameters parameters,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Cohort> cohorts,
    List<Period> periods,
    Measure<Double> retentionRate,
    List<LeftOut> leftOut) {

  /** Nobody could come back. */
  public static final Reason EMPTY_COHORT =
      new Reason("EMPTY_COHORT", "No customer bought for the first time in this month.");

  /** Nobody could be retained. */
  public static final Reason NO_CUSTOMERS_BEFORE =
      new Reason("NO_CUSTOMERS_BEFORE", "There is no period before, or nobody bought in it.");

  /** There is nobody to take a share of. */
  public static final Reason NO_CUSTOMERS =
      new Reason("NO_CUSTOMERS", "Nobody bought in this period.");

  /** No retention can be told from what was observed. */
  public static final Reason NO_COMPLETE_PAIR =
      new Reason(
          "NO_COMPLETE_PAIR", "There are no two complete periods in a row, the first with buyers.");

  /** Counts transactions without a customer. */
  public static final Reason ANONYMOUS_TRANSACTIONS =
      new Reason(
          "ANONYMOUS_TRANSACTIONS", "Transactions without a known customer belong to no cohort.");

  /** Counts transactions that were not used at all. */
  public static final Reason TRANSACTIONS_OUTSIDE_WINDOW =
      new Reason(
          "TRANSACTIONS_OUTSIDE_WINDOW", "Transactions outside the window were not counted.");

  /** Counts customers who never bought within the window. */
  public static final Reason CUSTOMERS_WITH_REFUNDS_ONLY =
      new Reason("CUSTOMERS_WITH_REFUNDS_ONLY", "Customers without an order belong to no cohort.");

  /** Counts refunds of what was bought before the window. */
  public static final Reason REFUNDS_BEFORE_FIRST_ORDER =
      new Reason(
          "REFUNDS_BEFORE_FIRST_ORDER",
          "Refunds in a month before a customer's first order lower no revenue.");

  /** Counts customers who are in no cohort of the answer, though in its periods. */
  public static final Reason CUSTOMERS_OF_EARLIER_COHORTS =
      new Reason(
          "CUSTOMERS_OF_EARLIER_COHORTS",
          "Customers whose first order is before the first cohort of the answer are in no cohort.");

  public RetentionResult {
    cohorts = List.copyOf(cohorts);
    periods = List.copyOf(periods);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The customers whose first order was in one calendar month.
   *
   * @param size their number
   * @param revenue of all their months, in currency units, refunds subtracted
   * @param complete whether every day of the month was observed
   * @param months from the month itself to the last one observed
   */
  public record Cohort(
      YearMonth month, long size, BigDecimal revenue, boolean complete, List<Activity> months) {

    public Cohort {
      months = List.copyOf(months);
    }
  }

  /**
   * A cohort in the k-th month after its own.
   *
   * @param monthsAfter k, from 0
   * @param customers with an order in this month
   * @param retention customers / size of the cohort, 0 to 1
   * @param revenue in currency units, refunds subtracted
   * @param complete whether every day of the month was observed; do not compare one that is not
   */
  public record Activity(
      int monthsAfter,
      YearMonth month,
      long customers,
      Measure<Double> retention,
      BigDecimal revenue,
      boolean complete) {}

  /**
   * All customers in some months of the calendar.
   *
   * @param first first month
   * @param last last month
   * @param customers with an order
   * @param newCustomers with their first order; in the first period observed many of these are only
   *     new to the data
   * @param retained with an order here and in the period before
   * @param retentionRate retained / customers of the period before, 0 to 1
   * @param acquisitionRate newCustomers / customers, 0 to 1
   * @param revenue in currency units, refunds subtracted
   * @param retainedRevenue of the retained customers
   * @param complete whether every day was observed
   */
  public record Period(
      YearMonth first,
      YearMonth last,
      long customers,
      long newCustomers,
      long retained,
      Measure<Double> retentionRate,
      Measure<Double> acquisitionRate,
      BigDecimal revenue,
      BigDecimal retainedRevenue,
      boolean complete) {}
}
