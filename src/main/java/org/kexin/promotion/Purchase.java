package org.kexin.promotion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * What a voucher is used for, as far as it counts.
 *
 * @param orderId null for one that is not recorded
 * @param total of the whole order
 * @param discounted the part of it that the offer is for
 */
record Purchase(@Nullable UUID orderId, Money total, Money discounted) {

  /**
   * @throws IllegalArgumentException if more would be discounted than there is, or the currencies
   *     differ
   */
  Purchase {
    if (!total.currency().equals(discounted.currency())
        || discounted.amount().compareTo(total.amount()) > 0) {
      throw new IllegalArgumentException("Only a part of an order can be discounted.");
    }
  }
}
