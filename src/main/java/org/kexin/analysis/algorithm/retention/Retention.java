package org.kexin.analysis.algorithm.retention;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerRuns;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Sale;

/**
 * Cohorts by the calendar month of the first order, and retention from period to period.
 *
 * <p>A sale with a negative amount is a refund: it lowers revenue, but makes nobody a customer and
 * nobody active.
 */
public final class Retention {

  /** Name and version of the method. */
  public static final String METHOD = "calendar-month-cohorts/1";

  /** A hundred years: one absurd date must not make a table of a million months. */
  private static final int MOST_MONTHS = 1_200;

  private static final int MONTHS_A_YEAR = 12;

  private Retention() {}

  /**
   * What to count over which window.
   *
   * @param from first day observed, or null for the day of the first sale. Who bought before it
   *     only seems new afterwards: better give all sales and choose firstCohort
   * @param to last day observed, or null for the day of the last sale. Not later than the last day
   *     the sales are known for
   * @param firstCohort cohorts before this month are left out, or null for all of the last hundred
   *     years
   * @param monthsPerPeriod length of a period: 1, 2, 3, 4, 6 or 12
   */
  public record Parameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable YearMonth firstCohort,
      int monthsPerPeriod) {

    /**
     * @throws IllegalArgumentException if a day or month is outside year 1 to 9999, from is after
     *     to, or the length of a period does not divide a year
     */
    public Parameters {
      if ((from != null && !isPossible(from.getYear()))
          || (to != null && !isPossible(to.getYear()))) {
        throw new IllegalArgumentException("a day of the window is outside year 1 to 9999");
      }
      if (firstCohort != null && !isPossible(firstCohort.getYear())) {
        throw new IllegalArgumentException("the first cohort is outside year 1 to 9999");
      }
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException("from is after to: " + from + ", " + to);
      }
      if (monthsPerPeriod < 1 || MONTHS_A_YEAR % monthsPerPeriod != 0) {
        throw new IllegalArgumentException(
            "months per period are not 1, 2, 3, 4, 6 or 12: " + monthsPerPeriod);
      }
    }

    private static boolean isPossible(int year) {
      return year >= 1 && year <= 9_999;
    }

    /** All of the data, in periods of a month. */
    public static Parameters defaults() {
      return new Parameters(null, null, null, 1);
    }

    boolean contains(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * Reads sales once, ordered by customer. Memory grows with pairs of months, not with sales or
   * customers.
   *
   * <p>Rows of known customers must ascend by customer in the given order, which is checked row by
   * row; the order of one customer's rows does not matter, and anonymous rows may stand anywhere.
   * Not thread-safe.
   */
  public static final class Accumulator<K> {

    private final Parameters parameters;
    private final CustomerRuns<K> runs;
    private final CustomerMonths customer = new CustomerMonths();
    private final CohortCounts cohorts = new CohortCounts();
    private final PeriodCounts periods;

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private long anonymous;
    private long outside;
    private long withRefundsOnly;
    private long earlyRefunds;
    private boolean finished;

    /**
     * Begins an empty stream.
     *
     * @param order the order the rows come in
     */
    public Accumulator(Comparator<? super K> order, Parameters parameters) {
      this.parameters = parameters;
      this.runs = new CustomerRuns<>(order);
      this.periods = new PeriodCounts(parameters.monthsPerPeriod());
      this.firstDay = parameters.from();
      this.lastDay = parameters.to();
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
      LocalDate day = sale.day();
      if (!parameters.contains(day)) {
        outside++;
        return;
      }
      if (firstDay == null || day.isBefore(firstDay)) {
        firstDay = day;
      }
      if (lastDay == null || day.isAfter(lastDay)) {
        lastDay = day;
      }
      K buyer = sale.customer();
      if (buyer == null) {
        anonymous++;
        return;
      }
      if (runs.isNext(buyer)) {
        closeCustomer();
      }
      customer.add(ObservedMonths.index(day), sale.minorUnits());
    }

    /**
     * Ends the stream and computes the result.
     *
     * @throws ArithmeticException if a sum reaches 922 × 10¹² currency units
     * @throws IllegalStateException when called twice
     */
    public RetentionResult finish() {
      requireOpen();
      finished = true;
      closeCustomer();
      // With one end of the window only and no sale, that day is all there is to look at.
      LocalDate from = firstDay == null ? lastDay : firstDay;
      LocalDate to = lastDay == null ? firstDay : lastDay;
      return from == null || to == null
          ? result(null, List.of(), List.of(), 0)
          : result(new ObservedMonths(from, to));
    }

    private RetentionResult result(ObservedMonths observed) {
      int first = Math.max(observed.first(), observed.last() - MOST_MONTHS + 1);
      YearMonth asked = parameters.firstCohort();
      int firstCohort = asked == null ? first : Math.max(first, ObservedMonths.index(asked));
      return result(
          observed,
          cohorts.from(firstCohort, observed),
          periods.from(first, observed),
          cohorts.customersBefore(firstCohort));
    }

    private RetentionResult result(
        @Nullable ObservedMonths observed,
        List<RetentionResult.Cohort> cohortList,
        List<RetentionResult.Period> periodList,
        long customersBefore) {
      return new RetentionResult(
          METHOD,
          parameters,
          observed == null ? null : observed.from(),
          observed == null ? null : observed.to(),
          cohortList,
          periodList,
          CompletePairs.of(periodList).rate(),
          new LeftOut.Entries()
              .add(RetentionResult.ANONYMOUS_TRANSACTIONS, anonymous)
              .add(RetentionResult.TRANSACTIONS_OUTSIDE_WINDOW, outside)
              .add(RetentionResult.CUSTOMERS_WITH_REFUNDS_ONLY, withRefundsOnly)
              .add(RetentionResult.REFUNDS_BEFORE_FIRST_ORDER, earlyRefunds)
              .add(RetentionResult.CUSTOMERS_OF_EARLIER_COHORTS, customersBefore)
              .toList());
    }

    private void requireOpen() {
      if (finished) {
        throw new IllegalStateException("already finished");
      }
    }

    private void closeCustomer() {
      long refunds = 0;
      for (CustomerMonths.Month month : customer.ascending()) {
        if (month.hasOrder()) {
          cohorts.add(month.index(), customer.ascending());
          periods.add(month.index(), customer.ascending());
          earlyRefunds += refunds;
          customer.clear();
          return;
        }
        refunds += month.refunds();
      }
      withRefundsOnly += refunds > 0 ? 1 : 0;
      customer.clear();
    }
  }
}
