package org.kexin.customer.finance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.kexin.customer.Source;
import org.kexin.encryption.DataKey;
import org.kexin.shared.JsonColumn;

/**
 * A financial statement of an enterprise. Invariants: customer and period never change. The figures
 * are sealed for their customer, period and currency: moved to another row they do not open.
 */
@Entity
@Table(name = "financial_statement")
class FinancialStatement {

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "period_end")
  private LocalDate periodEnd;

  @Column(name = "months", columnDefinition = "smallint")
  private int months;

  @Column(name = "currency")
  private Currency currency;

  @Enumerated(EnumType.STRING)
  @Column(name = "basis", columnDefinition = "varchar(20)")
  private StatementBasis basis;

  @Enumerated(EnumType.STRING)
  @Column(name = "source", columnDefinition = "varchar(20)")
  private Source source;

  @Column(name = "figures")
  private byte[] figures;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected FinancialStatement() {}

  /** A statement as its checked document says, sealed under the customer's key. */
  @SuppressWarnings("NullAway.Init") // restate() fills the rest
  FinancialStatement(
      UUID id,
      UUID customerId,
      StatementPeriod period,
      DataKey key,
      NewFinancialStatement document,
      Instant at,
      String by) {
    this.id = id;
    this.customerId = customerId;
    this.periodEnd = period.end();
    this.months = period.months();
    this.recordedAt = at;
    restate(key, document, at, by);
  }

  /** Replaces all that is said of the period. */
  final void restate(DataKey key, NewFinancialStatement document, Instant at, String by) {
    currency = Currency.getInstance(document.currency());
    basis = document.basis();
    source = document.source();
    figures = key.seal(place(), JsonColumn.write(document.figures()));
    updatedAt = at;
    recordedBy = by;
  }

  /** Whether it says this already. */
  boolean says(DataKey key, NewFinancialStatement document) {
    return currency.getCurrencyCode().equals(document.currency())
        && basis == document.basis()
        && source == document.source()
        && open(key).equals(document.figures());
  }

  /**
   * The figures.
   *
   * @throws IllegalStateException if they were not sealed for this customer, period and currency
   */
  ReportedFigures open(DataKey key) {
    return JsonColumn.read(key.open(place(), figures), ReportedFigures.class);
  }

  private String place() {
    return "financial_statement.figures %s/%d %s".formatted(periodEnd, months, currency);
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  StatementPeriod period() {
    return new StatementPeriod(periodEnd, months);
  }

  Currency currency() {
    return currency;
  }

  StatementBasis basis() {
    return basis;
  }

  Source source() {
    return source;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  long version() {
    return version;
  }
}
