package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Why staff gave or took points; its id is the operation's in the ledger. */
@Entity
@Immutable
@Table(name = "points_adjustment")
class PointsAdjustment {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "varchar(16)")
  private AdjustmentReason reason;

  @Column(name = "note")
  private String note;

  @Column(name = "points")
  private long points;

  @Column(name = "adjusted_at")
  private Instant adjustedAt;

  @Column(name = "adjusted_by")
  private String adjustedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PointsAdjustment() {}

  PointsAdjustment(UUID id, UUID account, NewPointsAdjustment document, Instant at, String by) {
    this.id = id;
    this.accountId = account;
    this.reason = document.reason();
    this.note = document.note();
    this.points = document.points();
    this.adjustedAt = at;
    this.adjustedBy = by;
  }

  UUID id() {
    return id;
  }

  PointsAdjustmentView view() {
    return new PointsAdjustmentView(id, points, reason, note, adjustedAt);
  }
}
