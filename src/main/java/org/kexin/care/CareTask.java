package org.kexin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * What somebody shall do for a customer: open, claimed by one member of staff, then done,
 * dismissed, or cancelled with the consent that it rested on.
 */
@Entity
@Table(name = "care_task")
class CareTask {

  @Id private UUID id;

  @Column(name = "rule_id")
  private UUID ruleId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "occasion")
  private String occasion;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(30)")
  private CareKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private ConsentChannel channel;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private CareTaskState state;

  @Column(name = "assignee")
  private @Nullable String assignee;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome", columnDefinition = "varchar(20)")
  private @Nullable CareOutcome outcome;

  @Column(name = "note")
  private @Nullable String note;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected CareTask() {}

  CareTask(UUID id, CareRule rule, Occasions.Occasion occasion, Instant at) {
    this.id = id;
    this.ruleId = rule.id();
    this.customerId = occasion.customer();
    this.occasion = occasion.key();
    this.kind = rule.kind();
    this.channel = rule.channel();
    this.dueOn = occasion.dueOn();
    this.state = CareTaskState.OPEN;
    this.createdAt = at;
  }

  /**
   * Gives it to a member of staff.
   *
   * @throws ProblemException {@code transition-refused} if it is not open
   */
  void claim(String by) {
    demand(CareTaskState.OPEN, "Only an open task is claimed; this one is %s.");
    state = CareTaskState.CLAIMED;
    assignee = by;
  }

  /**
   * Says what came of it.
   *
   * @throws ProblemException {@code transition-refused} if it is not claimed, or by somebody else
   */
  void complete(NewCareResult result, Instant at, String by) {
    demand(CareTaskState.CLAIMED, "Only a claimed task is completed; this one is %s.");
    if (!Objects.equals(assignee, by)) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED, "Somebody else claimed this task.");
    }
    state = CareTaskState.DONE;
    outcome = result.outcome();
    note = result.note();
    endedAt = at;
  }

  /**
   * Decides against it.
   *
   * @throws ProblemException {@code transition-refused} if it has ended
   */
  void dismiss(NewCareDismissal dismissal, Instant at) {
    if (!state.isLive()) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED, "The task has ended: it is %s.".formatted(state));
    }
    state = CareTaskState.DISMISSED;
    note = dismissal.reason();
    endedAt = at;
  }

  /** Ends it because the consent is gone; does nothing to one that has ended. */
  void cancel(Instant at) {
    if (state.isLive()) {
      state = CareTaskState.CANCELLED;
      endedAt = at;
    }
  }

  private void demand(CareTaskState needed, String detail) {
    if (state != needed) {
      throw new ProblemException(ProblemCode.TRANSITION_REFUSED, detail.formatted(state));
    }
  }

  UUID id() {
    return id;
  }

  UUID ruleId() {
    return ruleId;
  }

  UUID customerId() {
    return customerId;
  }

  String occasion() {
    return occasion;
  }

  CareKind kind() {
    return kind;
  }

  ConsentChannel channel() {
    return channel;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  CareTaskState state() {
    return state;
  }

  boolean isOf(String user) {
    return user.equals(assignee);
  }

  @Nullable CareOutcome outcome() {
    return outcome;
  }

  @Nullable String note() {
    return note;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  long version() {
    return version;
  }
}
