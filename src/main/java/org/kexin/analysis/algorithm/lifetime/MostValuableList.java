package org.kexin.analysis.algorithm.lifetime;

import java.util.List;
import org.kexin.analysis.algorithm.LeftOut;

/**
 * Who is worth most in the time to come: customers by {@link CustomerOutlook#lifetimeValue()}.
 *
 * @param customers by lifetime value descending, ties in the order of the histories; only those
 *     with a value above zero
 * @param leftOut customers that could not be ranked
 */
public record MostValuableList<K>(List<CustomerOutlook<K>> customers, List<LeftOut> leftOut) {

  private static final int INTERRUPT_CHECK = 0xFFFF;

  public MostValuableList {
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
  public static <K> MostValuableList<K> of(CustomerOutlooks<K> outlooks, int length) {
    TopRows first = new TopRows(length);
    long withoutValue = 0;
    for (int row = 0; row < outlooks.size(); row++) {
      if ((row & INTERRUPT_CHECK) == INTERRUPT_CHECK) {
        Interruption.check();
      }
      Double value = outlooks.lifetimeValue(row).value();
      if (value == null) {
        withoutValue++;
      } else if (value > 0) {
        first.offer(value, row);
      }
    }
    return new MostValuableList<>(
        first.best().mapToObj(outlooks::get).toList(),
        new LeftOut.Entries().add(WinBackList.CUSTOMERS_WITHOUT_VALUE, withoutValue).toList());
  }
}
