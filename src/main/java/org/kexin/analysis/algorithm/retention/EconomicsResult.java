package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * What customers cost to win and what it would earn to keep more of them. Money is in currency
 * units, to four decimals, half to even.
 *
 * @param method how it was computed
 * @param acquisitions by month, for the cohorts of the retention
 * @param costPerNewCustomer sum of the known costs / new customers of these months
 * @param customers who bought in the last complete period: whom a rise would concern
 * @param marginPerRetainedCustomer of a period: margin · revenue of retained customers / retained
 *     customers, over the pairs of complete periods
 * @param now with the retention rate observed
 * @param raised with the rise added, 1 at most
 * @param gainPerCustomer value of the raised retention − value now, over the horizon
 * @param gain gainPerCustomer · customers, of the unrounded value
 * @param parts the steps of the sum as sentences, in order
 */
public record EconomicsResult(
    String method,
    EconomicsParameters parameters,
    List<Acquisition> acquisitions,
    Measure<BigDecimal> costPerNewCustomer,
    Measure<Long> customers,
    Measure<BigDecimal> marginPerRetainedCustomer,
    Outlook now,
    Outlook raised,
    Measure<BigDecimal> gainPerCustomer,
    Measure<BigDecimal> gain,
    List<Part> parts) {

  /** The caller did not say what was spent. */
  public static final Reason NO_KNOWN_COST =
      new Reason("NO_KNOWN_COST", "What was spent to win these customers is not known.");

  /** Nothing that was spent has won a customer. */
  public static final Reason NO_NEW_CUSTOMERS =
      new Reason("NO_NEW_CUSTOMERS", "There is no new customer to share the cost.");

  /** Nobody came back, so there is no margin of those who did. */
  public static final Reason NOBODY_RETAINED =
      new Reason("NOBODY_RETAINED", "No customer came back in a complete period.");

  /** The window holds no whole period. */
  public static final Reason NO_COMPLETE_PERIOD =
      new Reason("NO_COMPLETE_PERIOD", "No period was observed from its first to its last day.");

  public EconomicsResult {
    acquisitions = List.copyOf(acquisitions);
    parts = List.copyOf(parts);
  }

  /**
   * What the customers of a cohort cost.
   *
   * @param cost as given
   */
  public record Acquisition(
      YearMonth month,
      long newCustomers,
      Measure<BigDecimal> cost,
      Measure<BigDecimal> costPerNewCustomer) {}

  /**
   * What a customer is worth at one retention rate. The margin of the present period is not
   * included, nor is the cost of acquisition subtracted.
   *
   * @param retentionRate of a period, 0 to 1
   * @param periods discounted margins expected over the horizon, see {@link GeometricLifetime}
   * @param value marginPerRetainedCustomer · periods
   * @param lifetimeValue the same without an end
   */
  public record Outlook(
      Measure<Double> retentionRate,
      Measure<Double> periods,
      Measure<BigDecimal> value,
      Measure<BigDecimal> lifetimeValue) {}

  /**
   * One step of the sum.
   *
   * @param code stable, upper snake case
   * @param sentence with its figures
   */
  public record Part(String code, String sentence) {}
}
