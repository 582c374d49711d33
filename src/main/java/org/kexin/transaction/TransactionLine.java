package org.kexin.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transaction. Invariant: {@code 0 ≤ returned ≤ quantity}; it only changes under the
 * lock of its transaction's row.
 */
@Entity
@Table(name = "sales_transaction_line")
class TransactionLine {

  @EmbeddedId private Key key;

  @Column(name = "product_id")
  private UUID productId;

  @Column(name = "quantity")
  private int quantity;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "returned")
  private int returned;

  @Column(name = "return_of_transaction_id")
  private @Nullable UUID returnOfTransactionId;

  @Column(name = "return_of_line_no")
  private @Nullable Integer returnOfLineNo;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected TransactionLine() {}

  TransactionLine(UUID transactionId, int lineNo, Draft.Line draft) {
    this.key = new Key(transactionId, lineNo);
    this.productId = draft.productId();
    this.quantity = draft.quantity();
    this.unitPrice = draft.unitPrice();
    LineReference original = draft.returnOf();
    this.returnOfTransactionId = original == null ? null : original.transactionId();
    this.returnOfLineNo = original == null ? null : original.lineNo();
  }

  /**
   * Notes that some of these goods came back.
   *
   * @throws IllegalStateException if that is more than is left, which {@link ReturnRules} checks
   */
  void takeBack(int pieces) {
    if (pieces > quantity - returned) {
      throw new IllegalStateException("More comes back than is left of the order line.");
    }
    returned += pieces;
  }

  SalesRecorded.Line recorded() {
    return new SalesRecorded.Line(key.lineNo(), productId, quantity, unitPrice, returnOf());
  }

  LineReference reference() {
    return new LineReference(key.transactionId(), key.lineNo());
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

  @Nullable LineReference returnOf() {
    return returnOfTransactionId == null || returnOfLineNo == null
        ? null
        : new LineReference(returnOfTransactionId, returnOfLineNo);
  }

  /** The transaction and the number of the line in it. */
  @Embeddable
  record Key(
      @Column(name = "transaction_id") UUID transactionId, @Column(name = "line_no") int lineNo)
      implements Serializable {}
}
