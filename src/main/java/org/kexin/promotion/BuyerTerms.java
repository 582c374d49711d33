package org.kexin.promotion;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * Who counts as a new and who as a loyal customer. New is who ordered nothing within {@code
 * newAfter}; loyal is who ordered {@code loyalOrders} times or more within {@code loyalWithin}.
 * Calendar periods, in UTC. Nobody is both, since {@code loyalWithin} is no longer than {@code
 * newAfter}.
 */
record BuyerTerms(Period newAfter, Period loyalWithin, int loyalOrders) {

  /**
   * @throws IllegalArgumentException if somebody could be both
   */
  BuyerTerms {
    if (newAfter.toTotalMonths() < loyalWithin.toTotalMonths() || loyalOrders < 1) {
      throw new IllegalArgumentException("Nobody is a new and a loyal customer at once.");
    }
  }

  /** From when on an order keeps a customer from being new at a moment. */
  Instant newSince(Instant at) {
    return at.atZone(ZoneOffset.UTC).minus(newAfter).toInstant();
  }

  /** From when on orders make a customer loyal at a moment. */
  Instant loyalSince(Instant at) {
    return at.atZone(ZoneOffset.UTC).minus(loyalWithin).toInstant();
  }
}
