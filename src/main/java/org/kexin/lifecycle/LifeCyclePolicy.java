package org.kexin.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A version of the policy. Never changes: what was derived by it says so. */
@Entity
@Table(name = "life_cycle_policy")
class LifeCyclePolicy {

  @Id private UUID id;

  @Column(name = "version")
  private int version;

  @Column(name = "interest_days")
  private int interestDays;

  @Column(name = "repeat_orders")
  private int repeatOrders;

  @Column(name = "core_orders")
  private int coreOrders;

  @Column(name = "core_days")
  private int coreDays;

  @Column(name = "advocate_referrals")
  private int advocateReferrals;

  @Column(name = "lapsing_days")
  private int lapsingDays;

  @Column(name = "lost_days")
  private int lostDays;

  @Column(name = "won_back_days")
  private int wonBackDays;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LifeCyclePolicy() {}

  LifeCyclePolicy(UUID id, int version, LifeCycleTerms terms, Instant at, String by) {
    this.id = id;
    this.version = version;
    this.interestDays = terms.interestDays();
    this.repeatOrders = terms.repeatOrders();
    this.coreOrders = terms.coreOrders();
    this.coreDays = terms.coreDays();
    this.advocateReferrals = terms.advocateReferrals();
    this.lapsingDays = terms.lapsingDays();
    this.lostDays = terms.lostDays();
    this.wonBackDays = terms.wonBackDays();
    this.publishedAt = at;
    this.publishedBy = by;
  }

  LifeCyclePolicyView view() {
    return new LifeCyclePolicyView(
        version,
        new LifeCycleTerms(
            interestDays,
            repeatOrders,
            coreOrders,
            coreDays,
            advocateReferrals,
            lapsingDays,
            lostDays,
            wonBackDays),
        publishedAt);
  }
}
