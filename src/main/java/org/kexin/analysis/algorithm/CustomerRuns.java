package org.kexin.analysis.algorithm;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Tells where one customer's rows end and the next one's begin.
 *
 * <p>One running total per customer only works when a customer's rows stand together. That alone
 * cannot be checked without remembering every customer seen (some 60 bytes each in a hash set,
 * against 8 for a total). So a little more is required: rows ascend by customer, in an order the
 * caller names. That is what {@code ORDER BY customer} gives anyway, costs one comparison a row to
 * check, and catches every repeated customer.
 */
public final class CustomerRuns<K> {

  private final Comparator<? super K> order;
  private @Nullable K current;

  /** Begins before the first row, in the order the rows come in. */
  public CustomerRuns(Comparator<? super K> order) {
    this.order = order;
  }

  /**
   * Takes the customer of the next row.
   *
   * @return whether this customer is another one than that of the row before
   * @throws IllegalArgumentException if this customer comes before that of the row before; the
   *     customer is not named, since the message may reach a log
   */
  public boolean isNext(K customer) {
    K previous = current;
    if (previous != null) {
      int compared = order.compare(previous, customer);
      if (compared == 0) {
        return false;
      }
      if (compared > 0) {
        throw new IllegalArgumentException("rows are not ordered by customer");
      }
    }
    current = customer;
    return true;
  }
}
