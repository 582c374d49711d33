package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency and monetary scores of some customers.
 *
 * @param customers n: customers scored
 * @param thresholds where the scores change
 * @param recencyHistogram customers per recency score, 1 to 5. With many equal values a score may
 *     hold far more or fewer than a fifth of the customers
 * @param frequencyHistogram customers per frequency score, 1 to 5
 * @param monetaryHistogram customers per monetary score, 1 to 5
 * @param segments in the order of the segment table, then {@link SegmentTable#OTHERS}; segments
 *     without customers included
 * @param shadowedRules rules of the segment table that can never decide
 * @param leftOut what was not used
 * @param scores by customer ascending; each row is made when it is read, so ten million customers
 *     are not ten million objects. Take a page with {@code subList}
 * @param <K> identity of a customer
 */
public record RfmResult<K>(
    long customers,
    Thresholds thresholds,
    List<ScoreCount> recencyHistogram,
    List<ScoreCount> frequencyHistogram,
    List<ScoreCount> monetaryHistogram,
    List<Segment> segments,
    List<SegmentTable.ShadowedRule> shadowedRules,
    List<LeftOut> leftOut,
    List<CustomerScore<K>> scores) {

  /** There is no customer to take quantiles of. */
  public static final Reason NO_CUSTOMERS =
      new Reason("NO_CUSTOMERS", "There is no customer with an order in the window.");

  /** Ranks need no thresholds. */
  public static final Reason METHOD_WITHOUT_THRESHOLDS =
      new Reason("METHOD_WITHOUT_THRESHOLDS", "The method ranks customers and has no thresholds.");

  /** Counts transactions without a customer: they cannot be scored. */
  public static final Reason ANONYMOUS_TRANSACTIONS =
      new Reason(
          "ANONYMOUS_TRANSACTIONS", "Transactions without a known customer cannot be scored.");

  /** Counts customers without a purchase that recency could be counted from. */
  public static final Reason CUSTOMERS_WITH_REFUNDS_ONLY =
      new Reason(
          "CUSTOMERS_WITH_REFUNDS_ONLY", "Customers without an order in the window have no score.");

  public RfmResult {
    recencyHistogram = List.copyOf(recencyHistogram);
    frequencyHistogram = List.copyOf(frequencyHistogram);
    monetaryHistogram = List.copyOf(monetaryHistogram);
    segments = List.copyOf(segments);
    shadowedRules = List.copyOf(shadowedRules);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The four values between the five scores, ascending and exact; each list is empty when a reason
   * is given.
   *
   * @param recency in days
   * @param frequency in orders
   * @param monetary in currency units
   * @param reason why there are none
   */
  public record Thresholds(
      List<BigDecimal> recency,
      List<BigDecimal> frequency,
      List<BigDecimal> monetary,
      @Nullable Reason reason) {

    public Thresholds {
      recency = List.copyOf(recency);
      frequency = List.copyOf(frequency);
      monetary = List.copyOf(monetary);
    }

    static Thresholds none(Reason reason) {
      return new Thresholds(List.of(), List.of(), List.of(), reason);
    }
  }

  /**
   * One bar of a histogram.
   *
   * @param score 1 to 5
   */
  public record ScoreCount(int score, long customers) {}

  /**
   * The customers of one segment.
   *
   * @param orders their orders
   * @param revenue sum of their amounts, in currency units
   */
  public record Segment(String name, long customers, long orders, BigDecimal revenue) {}

  /**
   * The scores of one customer.
   *
   * @param recencyDays days from the last order to the reference date, zero or more
   * @param orders at least 1
   * @param amount in currency units
   * @param recencyScore 1 to 5, 5 is best
   * @param frequencyScore 1 to 5, 5 is best
   * @param monetaryScore 1 to 5, 5 is best
   * @param rfmScore the three scores as digits, 111 to 555
   */
  public record CustomerScore<K>(
      K customer,
      LocalDate lastDay,
      long recencyDays,
      long orders,
      BigDecimal amount,
      int recencyScore,
      int frequencyScore,
      int monetaryScore,
      int rfmScore,
      String segment) {}
}
