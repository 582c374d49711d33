package org.kexin.analysis.algorithm.experiment;

import java.math.BigDecimal;

/**
 * What reaching one arm costs, in currency units.
 *
 * @param fixed share of the promotion's fixed cost that this arm bears, 0 or more
 * @param perContact for each contact made, 0 or more
 * @param perRedemption for each redemption, such as a gift or a discount, 0 or more
 */
public record PromotionCost(BigDecimal fixed, BigDecimal perContact, BigDecimal perRedemption) {

  /**
   * @throws IllegalArgumentException if a part is negative
   */
  public PromotionCost {
    if (fixed.signum() < 0 || perContact.signum() < 0 || perRedemption.signum() < 0) {
      throw new IllegalArgumentException("a cost is not negative");
    }
  }

  /** The exact cost of so many contacts and redemptions. */
  BigDecimal of(long contacts, long redemptions) {
    return fixed
        .add(perContact.multiply(BigDecimal.valueOf(contacts)))
        .add(perRedemption.multiply(BigDecimal.valueOf(redemptions)));
  }
}
