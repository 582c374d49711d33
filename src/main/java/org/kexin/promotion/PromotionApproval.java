package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a privacy officer answers for one version of a promotion. Never changes. */
@Entity
@Table(name = "promotion_approval")
class PromotionApproval {

  @Id private UUID id;

  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "promotion_version")
  private long promotionVersion;

  @Column(name = "reason")
  private String reason;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "approved_by")
  private String approvedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PromotionApproval() {}

  PromotionApproval(UUID id, Promotion promotion, String reason, Instant at, String by) {
    this.id = id;
    this.promotionId = promotion.id();
    this.promotionVersion = promotion.version();
    this.reason = reason;
    this.approvedAt = at;
    this.approvedBy = by;
  }

  UUID id() {
    return id;
  }
}
