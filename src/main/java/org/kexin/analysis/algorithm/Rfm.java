package org.kexin.analysis.algorithm;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFM scoring: how recently (days from the last order to a reference date), how often (orders) and
 * for how much (sum of amounts) a customer bought, each scored 1 to 5, 5 best.
 *
 * <p>A sale with a negative amount is a refund: it lowers the amount, but is neither an order nor a
 * reason to call the customer recent.
 */
public final class Rfm {

  private Rfm() {}

  /**
   * How values become scores. The methods differ where values are equal, so a result must always
   * say which one was used.
   */
  public enum Method {
    /**
     * As the R package rfm 0.3.0: thresholds are the quantiles .2, .4, .6, .8 plus 1 (day, order,
     * currency unit); the score is 1 + the number of thresholds the value reaches, for recency 6 −
     * that.
     */
    RFM_PACKAGE,
    /**
     * Cuts at the quantiles .2, .4, .6, .8: frequency and monetary score 1 + the number of cuts the
     * value exceeds, recency 5 − the number of cuts it exceeds.
     */
    CUT,
    /**
     * Sorted by (value, customer), recency descending: score min(5, ⌊5 · position / n⌋ + 1),
     * position from 0. Fifths of equal size, for which equal values are told apart by the
     * customer's identity.
     */
    RANK
  }

  /**
   * What to compute.
   *
   * @param from first day that counts, or null for all before asOf
   * @param asOf reference date of recency, and the last day that counts
   */
  public record Parameters(
      Method method, @Nullable LocalDate from, LocalDate asOf, SegmentTable segments) {

    /**
     * @throws IllegalArgumentException if from is after asOf
     */
    public Parameters {
      if (from != null && from.isAfter(asOf)) {
        throw new IllegalArgumentException("from is after asOf: " + from + ", " + asOf);
      }
    }

    /** The method and the segments of the R package rfm, over all days up to asOf. */
    public static Parameters defaults(LocalDate asOf) {
      return new Parameters(Method.RFM_PACKAGE, null, asOf, SegmentTable.ofRfmPackage());
    }

    boolean contains(LocalDate day) {
      return (from == null || !day.isBefore(from)) && !day.isAfter(asOf);
    }
  }

  /**
   * Scores customers that are already summed up. The order of the rows does not matter.
   *
   * @param order decides ties and the order of the scores
   * @throws IllegalArgumentException if a customer appears twice or a last day is after asOf
   * @throws ArithmeticException if the amounts of a segment add up to 922 × 10¹² currency units
   */
  public static <K> RfmResult<K> score(
      Collection<CustomerActivity<K>> rows, Comparator<? super K> order, Parameters parameters) {
    List<CustomerActivity<K>> sorted =
        rows.stream().sorted(Comparator.comparing(CustomerActivity::customer, order)).toList();
    CustomerRuns<K> runs = new CustomerRuns<>(order);
    RfmColumns<K> columns = new RfmColumns<>();
    for (CustomerActivity<K> row : sorted) {
      if (!runs.isNext(row.customer())) {
        throw new IllegalArgumentException("a customer appears twice");
      }
      if (row.lastDay().isAfter(parameters.asOf())) {
        throw new IllegalArgumentException("a last day is after " + parameters.asOf());
      }
      columns.add(
          row.customer(),
          parameters.asOf().toEpochDay() - row.lastDay().toEpochDay(),
          row.orders(),
          MinorUnits.of(row.amount()));
    }
    return new RfmScoring<>(columns, parameters).result(List.of());
  }

  /**
   * Scores one customer by the thresholds that were taken of others, as they themselves were
   * scored.
   *
   * @param figures the customer's own; scores that they have do not matter
   * @throws IllegalArgumentException if there are no thresholds, as by {@link Method#RANK}
   */
  public static <K> RfmResult.CustomerScore<K> score(
      RfmResult.CustomerScore<K> figures,
      RfmResult.Thresholds thresholds,
      Method method,
      SegmentTable segments) {
    if (thresholds.reason() != null || method == Method.RANK) {
      throw new IllegalArgumentException("no thresholds to score by");
    }
    int r = ScoreBounds.of(thresholds.recency(), method, 0, true).score(figures.recencyDays());
    int f = ScoreBounds.of(thresholds.frequency(), method, 0, false).score(figures.orders());
    int m =
        ScoreBounds.of(thresholds.monetary(), method, MinorUnits.DECIMALS, false)
            .score(MinorUnits.of(figures.amount()));
    return new RfmResult.CustomerScore<>(
        figures.customer(),
        figures.lastDay(),
        figures.recencyDays(),
        figures.orders(),
        figures.amount(),
        r,
        f,
        m,
        RfmScoring.digits(r, f, m),
        segments.segmentOf(r, f, m));
  }

  /**
   * Reads sales once, ordered by customer, and keeps 24 bytes and the identity per customer.
   *
   * <p>Rows of known customers must ascend by customer in the given order, which is checked row by
   * row (see {@link Statistics.Accumulator}); the order of one customer's rows does not matter. Not
   * thread-safe.
   */
  public static final class Accumulator<K> {

    private static final long NEVER = Long.MIN_VALUE;

    private final Parameters parameters;
    private final CustomerRuns<K> runs;
    private final RfmColumns<K> columns = new RfmColumns<>();

    private @Nullable K customer;
    private long lastDay = NEVER;
    private long orders;
    private long amount;

    private long anonymous;
    private long outside;
    private long refundsOnly;
    private boolean finished;

    /**
     * Begins an empty stream.
     *
     * @param order the order the rows come in; it also decides ties. For UUIDs {@link
     *     CustomerOrder#ofUuids()}
     */
    public Accumulator(Comparator<? super K> order, Parameters parameters) {
      this.parameters = parameters;
      this.runs = new CustomerRuns<>(order);
    }

    /**
     * Counts one sale.
     *
     * @throws IllegalArgumentException if the customer comes before that of an earlier row
     * @throws ArithmeticException if the amounts of a customer add up to 922 × 10¹² currency units
     * @throws IllegalStateException after {@link #finish}
     */
    public void add(Sale<K> sale) {
      requireOpen();
      K buyer = sale.customer();
      if (!parameters.contains(sale.day())) {
        outside++;
        return;
      }
      if (buyer == null) {
        anonymous++;
        return;
      }
      if (runs.isNext(buyer)) {
        closeCustomer();
        customer = buyer;
      }
      long minorUnits = sale.minorUnits();
      amount = Math.addExact(amount, minorUnits);
      if (minorUnits >= 0) {
        orders++;
        lastDay = Math.max(lastDay, sale.day().toEpochDay());
      }
    }

    /**
     * Ends the stream and scores the customers.
     *
     * @throws ArithmeticException if the amounts of a segment add up to 922 × 10¹² currency units
     * @throws IllegalStateException when called twice
     */
    public RfmResult<K> finish() {
      requireOpen();
      finished = true;
      closeCustomer();
      return new RfmScoring<>(columns, parameters)
          .result(
              new LeftOut.Entries()
                  .add(RfmResult.ANONYMOUS_TRANSACTIONS, anonymous)
                  .add(RfmResult.CUSTOMERS_WITH_REFUNDS_ONLY, refundsOnly)
                  .add(Statistics.TRANSACTIONS_OUTSIDE_WINDOW, outside)
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
      if (orders == 0) {
        refundsOnly++;
      } else {
        columns.add(closed, parameters.asOf().toEpochDay() - lastDay, orders, amount);
      }
      customer = null;
      lastDay = NEVER;
      orders = 0;
      amount = 0;
    }
  }
}
