package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** A voucher that was used. It stands, or is rolled back once and for ever. */
@Entity
@Table(name = "voucher_redemption")
class Redemption {

  @Id private UUID id;

  @Column(name = "voucher_id")
  private UUID voucherId;

  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "order_id")
  private @Nullable UUID orderId;

  /** The order while this stands; unique. */
  @Column(name = "live_order_id")
  private @Nullable UUID liveOrderId;

  @Column(name = "currency", columnDefinition = "char(3)")
  private String currency;

  @Column(name = "amount")
  private BigDecimal amount;

  @Column(name = "discount")
  private BigDecimal discount;

  @Column(name = "redeemed_at")
  private Instant redeemedAt;

  @Column(name = "redeemed_by")
  private String redeemedBy;

  @Column(name = "rolled_back_at")
  private @Nullable Instant rolledBackAt;

  @Column(name = "rolled_back_by")
  private @Nullable String rolledBackBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Redemption() {}

  Redemption(
      UUID id,
      Voucher voucher,
      UUID customerId,
      Purchase purchase,
      Money discount,
      Instant at,
      String by) {
    this.id = id;
    this.voucherId = voucher.id();
    this.promotionId = voucher.promotionId();
    this.customerId = customerId;
    this.orderId = purchase.orderId();
    this.liveOrderId = purchase.orderId();
    this.currency = discount.currency().getCurrencyCode();
    this.amount = purchase.total().amount();
    this.discount = discount.amount();
    this.redeemedAt = at;
    this.redeemedBy = by;
  }

  /**
   * Takes it back.
   *
   * @throws ProblemException {@code redemption-rolled-back} if that was done before
   */
  void rollBack(Instant at, String by) {
    if (rolledBackAt != null) {
      throw new ProblemException(
          ProblemCode.REDEMPTION_ROLLED_BACK, "Both counts were given back then, and once.");
    }
    rolledBackAt = at;
    rolledBackBy = by;
    liveOrderId = null;
  }

  boolean isBy(String userId) {
    return redeemedBy.equals(userId);
  }

  UUID id() {
    return id;
  }

  UUID voucherId() {
    return voucherId;
  }

  UUID promotionId() {
    return promotionId;
  }

  UUID customerId() {
    return customerId;
  }

  @Nullable UUID orderId() {
    return orderId;
  }

  Money amount() {
    return new Money(amount, Money.currency(currency));
  }

  Money discount() {
    return new Money(discount, Money.currency(currency));
  }

  Instant redeemedAt() {
    return redeemedAt;
  }

  @Nullable Instant rolledBackAt() {
    return rolledBackAt;
  }
}
