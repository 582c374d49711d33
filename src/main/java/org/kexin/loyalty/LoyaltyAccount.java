package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * One customer's membership of one programme, and what its points come to. Invariants: the balance
 * is the sum of the entries, changed only together with them and under the lock of this row; a
 * closed membership has nothing left and never opens again.
 */
@Entity
@Table(name = "loyalty_account")
class LoyaltyAccount {

  @Id private UUID id;

  @Column(name = "programme_id")
  private UUID programmeId;

  @Column(name = "customer_id")
  private UUID customerId;

  /** The customer while the membership is open: a unique key over it allows one at a time. */
  @Column(name = "open_customer_id")
  private @Nullable UUID openCustomerId;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "pending")
  private long pending;

  @Column(name = "available")
  private long available;

  @Column(name = "owed")
  private long owed;

  @Column(name = "entry_count")
  private long entryCount;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "level")
  private @Nullable String level;

  @Column(name = "level_since")
  private @Nullable Instant levelSince;

  @Column(name = "level_due_at")
  private @Nullable Instant levelDueAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LoyaltyAccount() {}

  LoyaltyAccount(UUID id, UUID programmeId, UUID customerId, Instant at) {
    this.id = id;
    this.programmeId = programmeId;
    this.customerId = customerId;
    this.openCustomerId = customerId;
    this.openedAt = at;
  }

  /**
   * @throws ProblemException {@code membership-closed} if it is
   */
  void demandOpen() {
    if (closedAt != null) {
      throw new ProblemException(
          ProblemCode.MEMBERSHIP_CLOSED, "Open another membership first; this one has ended.");
    }
  }

  /** Counts a transfer in and gives the number of its entry, from 1 without gaps. */
  long book(Transfer transfer) {
    pending = Math.addExact(pending, transfer.change(PointsBucket.PENDING));
    available = Math.addExact(available, transfer.change(PointsBucket.AVAILABLE));
    owed = Math.subtractExact(owed, transfer.change(PointsBucket.OWED));
    return ++entryCount;
  }

  /** Notes when points become available or expire next, null for never. */
  void expect(@Nullable Instant next) {
    dueAt = closedAt == null ? next : null;
  }

  /** Notes the level, and when points that made it begin to count no more. */
  void reach(@Nullable String reached, Instant at) {
    level = reached;
    levelSince = reached == null ? null : at;
  }

  void reviewLevel(@Nullable Instant next) {
    levelDueAt = next;
  }

  /**
   * Ends the membership.
   *
   * @throws IllegalStateException if points are left, which are given up before
   */
  void close(Instant at) {
    if (pending != 0 || available != 0 || owed != 0) {
      throw new IllegalStateException("Points are given up before a membership is closed.");
    }
    closedAt = at;
    openCustomerId = null;
    dueAt = null;
    levelDueAt = null;
  }

  UUID id() {
    return id;
  }

  UUID programmeId() {
    return programmeId;
  }

  UUID customerId() {
    return customerId;
  }

  Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }

  boolean isOpen() {
    return closedAt == null;
  }

  long pending() {
    return pending;
  }

  long available() {
    return available;
  }

  long owed() {
    return owed;
  }

  @Nullable String level() {
    return level;
  }

  @Nullable Instant levelSince() {
    return levelSince;
  }

  long version() {
    return version;
  }
}
