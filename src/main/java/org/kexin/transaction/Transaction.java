package org.kexin.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * An order or a return. Its lines stand apart ({@link TransactionLine}), because lists need none of
 * them. Recorded once through the API; only a {@link TransactionIntake} adds lines later.
 */
@Entity
@Table(name = "sales_transaction")
class Transaction {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(10)")
  private Kind kind;

  @Column(name = "source")
  private String source;

  @Column(name = "number")
  private String number;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(20)")
  private Channel channel;

  @Column(name = "currency")
  private Currency currency;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "total")
  private BigDecimal total;

  @Column(name = "line_count")
  private int lineCount;

  @Column(name = "quantity")
  private long quantity;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @Column(name = "exchanged_for")
  private @Nullable UUID exchangedFor;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Transaction() {}

  Transaction(UUID id, Draft draft, Instant at) {
    this.id = id;
    this.kind = draft.kind();
    this.source = draft.reference().source();
    this.number = draft.reference().number();
    this.customerId = draft.customerId();
    this.channel = draft.channel();
    this.currency = draft.currency();
    this.occurredAt = draft.occurredAt();
    this.total =
        draft.lines().stream()
            .map(line -> Amounts.signed(kind, Amounts.of(line.quantity(), line.unitPrice())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    this.lineCount = draft.lines().size();
    this.quantity = draft.lines().stream().mapToLong(Draft.Line::quantity).sum();
    this.createdAt = at;
    this.dueOn = draft.dueOn();
  }

  /**
   * Makes this one half of an exchange.
   *
   * @throws IllegalStateException if it is that already, or the other is of the same kind
   */
  void exchangeFor(Transaction other) {
    if (exchangedFor != null || other.kind == kind) {
      throw new IllegalStateException("An exchange is one return and one order, each once.");
    }
    exchangedFor = other.id;
  }

  SalesDirectory.Sale sale() {
    return new SalesDirectory.Sale(id, kind, customerId, total(), occurredAt, dueOn);
  }

  /** As others are told of it. */
  SalesRecorded.Sale recorded(List<TransactionLine> lines) {
    return new SalesRecorded.Sale(
        id,
        kind,
        customerId,
        channel,
        currency,
        occurredAt,
        lines.stream().map(TransactionLine::recorded).toList());
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  ImportedTransaction.NumberedBy reference() {
    return new ImportedTransaction.NumberedBy(source, number);
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  Channel channel() {
    return channel;
  }

  Currency currency() {
    return currency;
  }

  Instant occurredAt() {
    return occurredAt;
  }

  /** Negative for a return. */
  Money total() {
    return new Money(total, currency);
  }

  int lineCount() {
    return lineCount;
  }

  long quantity() {
    return quantity;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable LocalDate dueOn() {
    return dueOn;
  }

  @Nullable UUID exchangedFor() {
    return exchangedFor;
  }

  long version() {
    return version;
  }
}
