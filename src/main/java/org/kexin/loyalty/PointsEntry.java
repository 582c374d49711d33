package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger: points that moved from the bucket {@code debit} to the bucket {@code
 * credit} of one account. Invariant: it never changes.
 */
@Entity
@Immutable
@Table(name = "points_entry")
class PointsEntry {

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(12)")
  private PointsEntryKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "debit", columnDefinition = "varchar(12)")
  private PointsBucket debit;

  @Enumerated(EnumType.STRING)
  @Column(name = "credit", columnDefinition = "varchar(12)")
  private PointsBucket credit;

  @Column(name = "points")
  private long points;

  @Column(name = "lot_id")
  private @Nullable UUID lotId;

  @Column(name = "operation_id")
  private UUID operationId;

  @Column(name = "undoes")
  private @Nullable UUID undoes;

  @Column(name = "part")
  private int part;

  @Column(name = "transaction_id")
  private @Nullable UUID transactionId;

  @Column(name = "line_no")
  private @Nullable Integer lineNo;

  @Column(name = "terms_number")
  private @Nullable Integer termsNumber;

  @Column(name = "reference")
  private @Nullable String reference;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private @Nullable String recordedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PointsEntry() {}

  /**
   * @param number of the entry in its account
   * @param part number of the entry in its operation, so that a second one of the same cause meets
   *     a unique key
   */
  PointsEntry(UUID account, long number, Transfer transfer, Cause cause, int part, Instant now) {
    this.key = new Key(account, number);
    this.kind = transfer.kind();
    this.debit = transfer.debit();
    this.credit = transfer.credit();
    this.points = transfer.points();
    this.lotId = transfer.lot();
    this.operationId = cause.operation();
    this.undoes = cause.undoes();
    this.part = part;
    this.transactionId = cause.transaction();
    this.lineNo = cause.lineNo();
    this.termsNumber = cause.termsNumber();
    this.reference = cause.reference();
    this.occurredAt = transfer.at();
    this.recordedAt = now;
    this.recordedBy = cause.by();
  }

  /**
   * Why points move.
   *
   * @param operation all entries of one cause have the same
   * @param undoes the operation that this one rolls back
   * @param transaction with {@code lineNo}: the line of the order or return
   * @param termsNumber version of the terms that made it, for what is earned
   * @param reference of the caller's own, such as the number of a receipt
   * @param by who asked for it; null where nobody did
   */
  record Cause(
      UUID operation,
      @Nullable UUID undoes,
      @Nullable UUID transaction,
      @Nullable Integer lineNo,
      @Nullable Integer termsNumber,
      @Nullable String reference,
      @Nullable String by) {

    /** Time passed. */
    static Cause time(UUID operation) {
      return new Cause(operation, null, null, null, null, null, null);
    }

    /** Somebody asked for it. */
    static Cause request(UUID operation, @Nullable String reference, String by) {
      return new Cause(operation, null, null, null, null, reference, by);
    }

    /** Somebody asked for an operation to be rolled back. */
    static Cause rollBack(UUID operation, UUID undone, String by) {
      return new Cause(operation, undone, null, null, null, null, by);
    }

    /** Something was bought or came back. */
    static Cause line(UUID operation, UUID transaction, int lineNo, int termsNumber) {
      return new Cause(operation, null, transaction, lineNo, termsNumber, null, null);
    }

    /** Somebody who was brought bought for the first time. */
    static Cause referral(UUID operation, int termsNumber) {
      return new Cause(operation, null, null, null, termsNumber, null, null);
    }
  }

  long number() {
    return key.number();
  }

  PointsEntryKind kind() {
    return kind;
  }

  long points() {
    return points;
  }

  @Nullable UUID lotId() {
    return lotId;
  }

  PointsEntryView view() {
    return new PointsEntryView(
        key.number(),
        kind,
        debit,
        credit,
        points,
        lotId,
        operationId,
        undoes,
        transactionId,
        lineNo,
        termsNumber,
        reference,
        occurredAt,
        recordedAt);
  }

  /** The account and the number in it. */
  @Embeddable
  record Key(@Column(name = "account_id") UUID accountId, @Column(name = "number") long number)
      implements Serializable {}
}
