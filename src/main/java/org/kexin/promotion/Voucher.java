package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * A voucher. Its facts never change; how often it was redeemed is changed by {@link Vouchers} in
 * single statements, so that what was read of it may be old.
 */
@Entity
@Table(name = "voucher")
class Voucher {

  @Id private UUID id;

  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "offer")
  private String offer;

  @Column(name = "code")
  private String code;

  @Column(name = "minimum_amount")
  private @Nullable BigDecimal minimumAmount;

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "valid_until")
  private Instant validUntil;

  @Column(name = "total_limit")
  private int totalLimit;

  @Column(name = "customer_limit")
  private @Nullable Integer customerLimit;

  @Column(name = "redeemed")
  private int redeemed;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Voucher() {}

  /** A voucher of a promotion that has the offer which the document names. */
  Voucher(UUID id, Promotion promotion, NewVoucher document, Instant at, String by) {
    this.id = id;
    this.promotionId = promotion.id();
    this.offer = document.offer();
    this.code = document.code();
    Money minimum = document.minimumAmount();
    this.minimumAmount = minimum == null ? null : minimum.amount();
    this.validFrom = micros(document.validFrom(), promotion.document().startsAt());
    this.validUntil = micros(document.validUntil(), promotion.document().endsAt());
    this.totalLimit = document.totalLimit();
    this.customerLimit = document.customerLimit();
    this.createdAt = at;
    this.createdBy = by;
  }

  /** Whether it is valid at a moment. */
  boolean isValid(Instant moment) {
    return !moment.isBefore(validFrom) && moment.isBefore(validUntil);
  }

  /** Below which amount of an order it is not taken, in the currency of its promotion. */
  @Nullable Money minimumAmount(Currency currency) {
    return minimumAmount == null ? null : new Money(minimumAmount, currency);
  }

  UUID id() {
    return id;
  }

  UUID promotionId() {
    return promotionId;
  }

  String offer() {
    return offer;
  }

  int totalLimit() {
    return totalLimit;
  }

  @Nullable Integer customerLimit() {
    return customerLimit;
  }

  int redeemed() {
    return redeemed;
  }

  /**
   * @param currency of its promotion
   */
  VoucherView view(Currency currency) {
    return new VoucherView(
        id,
        promotionId,
        code,
        offer,
        minimumAmount(currency),
        validFrom,
        validUntil,
        totalLimit,
        customerLimit,
        redeemed,
        createdAt);
  }

  private static Instant micros(@Nullable Instant moment, Instant otherwise) {
    return Objects.requireNonNullElse(moment, otherwise).truncatedTo(ChronoUnit.MICROS);
  }
}
