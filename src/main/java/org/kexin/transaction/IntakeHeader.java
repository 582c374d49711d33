package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction during an intake. Kind, customer and currency never change. */
final class IntakeHeader {

  private final UUID id;
  private final Kind kind;
  private final ImportedTransaction.NumberedBy reference;
  private final @Nullable UUID customerId;
  private final Channel channel;
  private final Currency currency;
  private final Set<Integer> lineNumbers = new HashSet<>();
  private Instant occurredAt;
  private BigDecimal total;
  private int lineCount;
  private long quantity;

  IntakeHeader(
      UUID id,
      Kind kind,
      ImportedTransaction.NumberedBy reference,
      @Nullable UUID customerId,
      Channel channel,
      Currency currency,
      Instant occurredAt,
      BigDecimal total,
      int lineCount,
      long quantity) {
    this.id = id;
    this.kind = kind;
    this.reference = reference;
    this.customerId = customerId;
    this.channel = channel;
    this.currency = currency;
    this.occurredAt = occurredAt;
    this.total = total;
    this.lineCount = lineCount;
    this.quantity = quantity;
  }

  /** A transaction that is not known yet, without lines. */
  static IntakeHeader fresh(UUID id, ImportedTransaction part) {
    return new IntakeHeader(
        id,
        part.kind(),
        part.reference(),
        part.customerId(),
        part.channel(),
        part.currency(),
        part.occurredAt(),
        BigDecimal.ZERO,
        0,
        0);
  }

  boolean isContradictedBy(ImportedTransaction part) {
    return part.kind() != kind
        || !part.currency().equals(currency)
        || !java.util.Objects.equals(part.customerId(), customerId);
  }

  boolean hasLine(int lineNo) {
    return lineNumbers.contains(lineNo);
  }

  /** Notes a line that is stored already. */
  void knows(int lineNo) {
    lineNumbers.add(lineNo);
  }

  /** Brings the totals in line with one more line, which came about at {@code at}. */
  void add(ImportedLine line, Instant at) {
    if (!lineNumbers.add(line.lineNo())) {
      throw new IllegalStateException("The line is there already.");
    }
    total = total.add(Amounts.signed(kind, line.amount()));
    lineCount++;
    quantity += line.quantity();
    occurredAt = at.isBefore(occurredAt) ? at : occurredAt;
  }

  /** As others are told of it, with those of its lines that are new. */
  SalesRecorded.Sale recorded(List<SalesRecorded.Line> added) {
    return new SalesRecorded.Sale(id, kind, customerId, channel, currency, occurredAt, added);
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  ImportedTransaction.NumberedBy reference() {
    return reference;
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

  BigDecimal total() {
    return total;
  }

  int lineCount() {
    return lineCount;
  }

  long quantity() {
    return quantity;
  }
}
