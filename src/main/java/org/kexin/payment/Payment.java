package org.kexin.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.transaction.SalesDirectory;

/** Money that came in for an order or went back for a return. Never changes. */
@Entity
@Table(name = "payment")
class Payment {

  @Id private UUID id;

  @Column(name = "transaction_id")
  private UUID transactionId;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "method", columnDefinition = "varchar(10)")
  private PaymentMethod method;

  @Column(name = "amount")
  private BigDecimal amount;

  @Column(name = "currency")
  private Currency currency;

  @Column(name = "paid_at")
  private Instant paidAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Payment() {}

  Payment(UUID id, SalesDirectory.Sale sale, NewPayment document, Instant at, String by) {
    this.id = id;
    this.transactionId = sale.id();
    this.customerId = sale.customerId();
    this.method = document.method();
    this.amount = document.amount().amount();
    this.currency = document.amount().currency();
    this.paidAt = document.paidAt().truncatedTo(ChronoUnit.MICROS);
    this.recordedAt = at;
    this.recordedBy = by;
  }

  UUID id() {
    return id;
  }

  UUID transactionId() {
    return transactionId;
  }

  PaymentMethod method() {
    return method;
  }

  Money amount() {
    return new Money(amount, currency);
  }

  Instant paidAt() {
    return paidAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
