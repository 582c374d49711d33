package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who brought whom. Decided once: by the first purchase after it was recorded. */
@Entity
@Table(name = "loyalty_referral")
class LoyaltyReferral {

  @Id private UUID id;

  @Column(name = "programme_id")
  private UUID programmeId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "referred_customer_id")
  private UUID referredCustomerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private ReferralState state;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "purchased_at")
  private @Nullable Instant purchasedAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LoyaltyReferral() {}

  LoyaltyReferral(UUID id, LoyaltyAccount referrer, UUID referred, Instant at) {
    this.id = id;
    this.programmeId = referrer.programmeId();
    this.accountId = referrer.id();
    this.referredCustomerId = referred;
    this.state = ReferralState.RECORDED;
    this.recordedAt = at;
  }

  /**
   * Notes the first purchase.
   *
   * @throws IllegalStateException if one was noted before
   */
  void decide(boolean rewarded, Instant at) {
    if (state != ReferralState.RECORDED) {
      throw new IllegalStateException("There is one first purchase only.");
    }
    state = rewarded ? ReferralState.REWARDED : ReferralState.LAPSED;
    purchasedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID programmeId() {
    return programmeId;
  }

  UUID accountId() {
    return accountId;
  }

  UUID referredCustomerId() {
    return referredCustomerId;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  LoyaltyOfPerson.BroughtBySomebody broughtBySomebody() {
    return new LoyaltyOfPerson.BroughtBySomebody(
        id, programmeId, referredCustomerId, state, recordedAt, purchasedAt);
  }

  /**
   * @param named whether it says who was brought
   */
  LoyaltyReferralView view(boolean named) {
    return new LoyaltyReferralView(
        id, state, named ? referredCustomerId : null, recordedAt, purchasedAt);
  }
}
