package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one customer bought, in one currency.
 *
 * @param orders without returns
 * @param revenue less what was given back, where returns are deducted
 * @param quantity pieces, less those given back, where returns are deducted
 * @param lastOrder null without an order
 */
public record Bought(
    long orders, BigDecimal revenue, long quantity, @Nullable LocalDate lastOrder) {

  /** Of who bought nothing. */
  public static final Bought NOTHING = new Bought(0, BigDecimal.ZERO, 0, null);
}
