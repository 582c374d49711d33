package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.MinorUnits;
import org.kexin.analysis.algorithm.Sale;

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

  /** Sums up one customer. Not thread-safe. */
  public static final class Sum {
    private long orders;
    private BigDecimal revenue = BigDecimal.ZERO;
    private long quantity;
    private @Nullable LocalDate lastOrder;

    /** Adds one sale of the customer. */
    public void add(Sale<UUID> sale) {
      revenue = revenue.add(sale.amount());
      quantity += sale.quantity();
      if (sale.amount().signum() >= 0) {
        orders++;
        lastOrder = (lastOrder == null || sale.day().isAfter(lastOrder)) ? sale.day() : lastOrder;
      }
    }

    /** What was added so far. */
    public Bought bought() {
      return (orders == 0 && revenue.signum() == 0)
          ? NOTHING
          : new Bought(orders, MinorUnits.toDecimal(MinorUnits.of(revenue)), quantity, lastOrder);
    }
  }
}
