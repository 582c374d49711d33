package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders and returns were recorded. Fired in the transaction that records them, after their rows
 * are written: what observers do commits with the sales, and what they throw undoes them.
 *
 * @param sales in the order of recording; a transaction that another system sends in parts appears
 *     once for each part, with the lines of that part
 */
public record SalesRecorded(List<Sale> sales) {

  /** Copies the sales. */
  public SalesRecorded {
    sales = List.copyOf(sales);
  }

  /**
   * An order or a return.
   *
   * @param customerId null for an anonymous one
   * @param lines those that are new
   */
  public record Sale(
      UUID transactionId,
      Kind kind,
      @Nullable UUID customerId,
      Channel channel,
      Currency currency,
      Instant occurredAt,
      List<Line> lines) {

    /** Copies the lines. */
    public Sale {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line.
   *
   * @param quantity positive, also in a return
   * @param unitPrice above zero
   * @param returnOf on returns whose order is known: the line whose goods came back
   */
  public record Line(
      int lineNo,
      UUID productId,
      int quantity,
      BigDecimal unitPrice,
      @Nullable LineReference returnOf) {

    /** Quantity times unit price, exact; positive also in a return. */
    public BigDecimal amount() {
      return Amounts.of(quantity, unitPrice);
    }
  }
}
