package org.kexin.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;

/** That a customer came to stand elsewhere, to be read; written by {@link LifeCycleRows} alone. */
@Entity
@Table(name = "life_cycle_change")
class LifeCycleChange {

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_stage", columnDefinition = "varchar(20)")
  private LifeCycleStage from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_stage", columnDefinition = "varchar(20)")
  private LifeCycleStage to;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "varchar(20)")
  private LifeCycleReason reason;

  @Column(name = "policy_version")
  private int policyVersion;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LifeCycleChange() {}

  LifeCycleView.Change view() {
    return new LifeCycleView.Change(changedAt, from, to, reason, policyVersion);
  }

  TimeLineEntry onTimeLine() {
    return new TimeLineEntry(LifeCycleOfPerson.KIND, changedAt, id, customerId, to.name());
  }

  TimePosition position() {
    return new TimePosition(changedAt, id);
  }
}
