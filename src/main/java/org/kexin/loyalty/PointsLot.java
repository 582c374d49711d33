package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that came together: all of one order, of one bonus or of one adjustment. One of an order
 * stands also where the order brought nothing, for orders are counted by it. Changes only under the
 * lock of its account.
 */
@Entity
@Table(name = "points_lot")
class PointsLot {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "transaction_id")
  private @Nullable UUID transactionId;

  @Column(name = "earned_at")
  private Instant earnedAt;

  @Column(name = "available_from")
  private Instant availableFrom;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "points")
  private long points;

  @Column(name = "reversed")
  private long reversed;

  @Column(name = "pending")
  private long pending;

  @Column(name = "available")
  private long available;

  @Column(name = "is_open")
  private boolean open;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PointsLot() {}

  PointsLot(
      UUID id,
      UUID accountId,
      @Nullable UUID transactionId,
      Instant earnedAt,
      Instant availableFrom,
      Instant expiresAt) {
    this.id = id;
    this.accountId = accountId;
    this.transactionId = transactionId;
    this.earnedAt = earnedAt;
    this.availableFrom = availableFrom;
    this.expiresAt = expiresAt;
  }

  void book(Transfer transfer) {
    pending = Math.addExact(pending, transfer.change(PointsBucket.PENDING));
    available = Math.addExact(available, transfer.change(PointsBucket.AVAILABLE));
    open = pending + available > 0;
  }

  /** Notes points that came; they count for the level where an order brought them. */
  void add(long some) {
    points = Math.addExact(points, some);
  }

  /** Notes points that went back with goods. */
  void takeBack(long some) {
    reversed = Math.addExact(reversed, some);
  }

  Holdings.Lot held() {
    return new Holdings.Lot(id, availableFrom, expiresAt, pending, available);
  }

  /** Some of its points, as they were spent. */
  Ledger.Spent spent(long some) {
    return new Ledger.Spent(id, availableFrom, expiresAt, some);
  }

  boolean isOpen() {
    return open;
  }

  UUID id() {
    return id;
  }

  UUID accountId() {
    return accountId;
  }

  @Nullable UUID transactionId() {
    return transactionId;
  }
}
