package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a promotion, as it was when it was read. Changed by {@link PromotionTallies}
 * only, in single statements that see the present row: what was read may be old.
 */
@Entity
@Table(name = "promotion_tally")
class PromotionTally {

  @Id
  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "running")
  private boolean running;

  @Column(name = "frozen_up_to")
  private @Nullable UUID frozenUpTo;

  @Column(name = "targets")
  private long targets;

  @Column(name = "controls")
  private long controls;

  @Column(name = "contacts")
  private long contacts;

  @Column(name = "redemptions")
  private long redemptions;

  @Column(name = "discounts")
  private BigDecimal discounts;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PromotionTally() {}

  /** Of a promotion of which nothing was counted yet. */
  PromotionTally(UUID promotionId) {
    this.promotionId = promotionId;
    this.discounts = BigDecimal.ZERO;
  }

  UUID promotionId() {
    return promotionId;
  }

  boolean running() {
    return running;
  }

  @Nullable UUID frozenUpTo() {
    return frozenUpTo;
  }

  long targets() {
    return targets;
  }

  long controls() {
    return controls;
  }

  long contacts() {
    return contacts;
  }

  long redemptions() {
    return redemptions;
  }

  /** Discounts given and not rolled back, in the currency of the promotion. */
  BigDecimal discounts() {
    return discounts;
  }
}
