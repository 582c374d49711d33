package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.TimeLineEntry;

/** That somebody joined, reached or lost a level, or left. */
@Entity
@Table(name = "loyalty_event")
class LoyaltyEvent {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(16)")
  private LoyaltyEventKind kind;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "from_level")
  private @Nullable String fromLevel;

  @Column(name = "to_level")
  private @Nullable String toLevel;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "varchar(16)")
  private @Nullable LevelReason reason;

  @Column(name = "qualifying")
  private @Nullable Long qualifying;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LoyaltyEvent() {}

  private LoyaltyEvent(UUID id, LoyaltyAccount account, LoyaltyEventKind kind, Instant at) {
    this.id = id;
    this.accountId = account.id();
    this.customerId = account.customerId();
    this.kind = kind;
    this.occurredAt = at;
  }

  static LoyaltyEvent joined(UUID id, LoyaltyAccount account, Instant at) {
    return new LoyaltyEvent(id, account, LoyaltyEventKind.JOINED, at);
  }

  static LoyaltyEvent closed(UUID id, LoyaltyAccount account, Instant at) {
    return new LoyaltyEvent(id, account, LoyaltyEventKind.CLOSED, at);
  }

  /**
   * @param account as it was before
   * @param to the level reached; null for none
   * @param qualifying points that counted
   */
  static LoyaltyEvent levelChanged(
      UUID id,
      LoyaltyAccount account,
      @Nullable String to,
      LevelReason reason,
      long qualifying,
      Instant at) {
    LoyaltyEvent event = new LoyaltyEvent(id, account, LoyaltyEventKind.LEVEL_CHANGED, at);
    event.fromLevel = account.level();
    event.toLevel = to;
    event.reason = reason;
    event.qualifying = qualifying;
    return event;
  }

  UUID id() {
    return id;
  }

  TimeLineEntry entry() {
    return new TimeLineEntry("MEMBERSHIP", occurredAt, id, accountId, kind.name());
  }

  LoyaltyEventView view() {
    return new LoyaltyEventView(id, kind, occurredAt, fromLevel, toLevel, reason, qualifying);
  }
}
