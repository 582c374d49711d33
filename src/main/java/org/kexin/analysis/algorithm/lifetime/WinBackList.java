package org.kexin.analysis.algorithm.lifetime;

import java.util.List;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * Whom to win back first: customers by value at risk, see {@link CustomerOutlook#valueAtRisk()}. It
 * is greatest for customers who were worth much and have probably, though not certainly, left.
 *
 * @param customers by value at risk descending, ties in the order of the histories; only those with
 *     a value at risk above zero
 * @param leftOut customers that could not be ranked
 */
public record WinBackList<K>(List<CustomerOutlook<K>> customers, List<LeftOut> leftOut) {

  /** Counts customers whose value cannot be estimated. */
  public static final Reason CUSTOMERS_WITHOUT_VALUE =
      new Reason(
          "CUSTOMERS_WITHOUT_VALUE",
          "Customers whose value of a purchase cannot be estimated are not ranked.");

  /** Counts one-time buyers under BG/NBD. */
  public static final Reason ALIVE_BY_ASSUMPTION =
      new Reason(
          "ALIVE_BY_ASSUMPTION",
          "BG/NBD takes every one-time buyer for active, so it sees nothing at risk with them;"
              + " MBG/NBD and Pareto/NBD do.");

  private static final int INTERRUPT_CHECK = 0xFFFF;

  public WinBackList {
    customers = List.copyOf(customers);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Ranks all customers and keeps the first ones.
   *
   * @param length how many, 0 to 100,000
   * @throws IllegalArgumentException if length is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <K> WinBackList<K> of(CustomerOutlooks<K> outlooks, int length) {
    TopRows first = new TopRows(length);
    long withoutValue = 0;
    long byAssumption = 0;
    for (int row = 0; row < outlooks.size(); row++) {
      if ((row & INTERRUPT_CHECK) == INTERRUPT_CHECK) {
        Interruption.check();
      }
      if (!outlooks.aliveIsEvidence(row)) {
        byAssumption++;
        continue;
      }
      Double atRisk = outlooks.valueAtRisk(row).value();
      if (atRisk == null) {
        withoutValue++;
      } else if (atRisk > 0) {
        first.offer(atRisk, row);
      }
    }
    return new WinBackList<>(
        first.best().mapToObj(outlooks::get).toList(),
        new LeftOut.Entries()
            .add(CUSTOMERS_WITHOUT_VALUE, withoutValue)
            .add(ALIVE_BY_ASSUMPTION, byAssumption)
            .toList());
  }
}
