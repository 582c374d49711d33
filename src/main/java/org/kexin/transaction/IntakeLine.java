package org.kexin.transaction;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line during an intake: one to be added, or an order's line from which goods may come back.
 * Invariant: {@code 0 ≤ returned ≤ quantity}.
 */
final class IntakeLine {

  private final IntakeHeader header;
  private final int lineNo;
  private final UUID productId;
  private final int quantity;
  private final BigDecimal unitPrice;
  private int returned;
  private @Nullable IntakeLine original;

  IntakeLine(
      IntakeHeader header,
      int lineNo,
      UUID productId,
      int quantity,
      BigDecimal unitPrice,
      int returned) {
    this.header = header;
    this.lineNo = lineNo;
    this.productId = productId;
    this.quantity = quantity;
    this.unitPrice = unitPrice;
    this.returned = returned;
  }

  IntakeLine(IntakeHeader header, ImportedLine line) {
    this(header, line.lineNo(), line.productId(), line.quantity(), line.unitPrice(), 0);
  }

  /**
   * Makes this the line of a return of goods of {@code order}, which are then no more to return.
   */
  void returns(IntakeLine order) {
    if (order.remaining() < quantity) {
      throw new IllegalStateException("Less is left of the order line than comes back.");
    }
    order.returned += quantity;
    original = order;
  }

  /** Bought and not yet returned. */
  int remaining() {
    return quantity - returned;
  }

  IntakeHeader header() {
    return header;
  }

  int lineNo() {
    return lineNo;
  }

  UUID productId() {
    return productId;
  }

  int quantity() {
    return quantity;
  }

  BigDecimal unitPrice() {
    return unitPrice;
  }

  int returned() {
    return returned;
  }

  @Nullable IntakeLine original() {
    return original;
  }

  SalesRecorded.Line recorded() {
    return new SalesRecorded.Line(
        lineNo,
        productId,
        quantity,
        unitPrice,
        original == null ? null : new LineReference(original.header.id(), original.lineNo));
  }
}
