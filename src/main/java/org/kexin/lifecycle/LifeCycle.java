package org.kexin.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a customer stands, to be read; written by {@link LifeCycleRows} alone. */
@Entity
@Table(name = "life_cycle")
class LifeCycle {

  @Id
  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "stage", columnDefinition = "varchar(20)")
  private LifeCycleStage stage;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "varchar(20)")
  private LifeCycleReason reason;

  @Column(name = "since")
  private Instant since;

  @Column(name = "policy_version")
  private int policyVersion;

  @Column(name = "referrals")
  private int referrals;

  @Column(name = "interested_at")
  private @Nullable Instant interestedAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LifeCycle() {}

  LifeCycleStage stage() {
    return stage;
  }

  LifeCycleReason reason() {
    return reason;
  }

  Instant since() {
    return since;
  }

  int policyVersion() {
    return policyVersion;
  }

  int referrals() {
    return referrals;
  }

  @Nullable Instant interestedAt() {
    return interestedAt;
  }
}
