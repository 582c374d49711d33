package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a complaint. Invariant: it is never changed; only erasure takes the
 * text and the link to the person. What is told of a run of a clock is told once: the table has a
 * unique key for that.
 */
@Entity
@Immutable
@Table(name = "complaint_event")
class ComplaintEvent {

  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(30)")
  private EventKind kind;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor", columnDefinition = "varchar(10)")
  private ActorKind actor;

  @Column(name = "user_id")
  private @Nullable String userId;

  @Enumerated(EnumType.STRING)
  @Column(name = "clock", columnDefinition = "varchar(20)")
  private @Nullable ClockKind clock;

  @Column(name = "run_no")
  private @Nullable Integer run;

  @Column(name = "detail")
  private @Nullable String detail;

  @Column(name = "note")
  private byte @Nullable [] note;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ComplaintEvent() {}

  /**
   * What somebody did.
   *
   * @param userId of the member of staff; null for others
   * @param detail a code, such as the severity that it has now
   * @param sealedNote under the key of the customer
   */
  ComplaintEvent(
      UUID id,
      Complaint complaint,
      EventKind kind,
      Instant at,
      ActorKind actor,
      @Nullable String userId,
      @Nullable String detail,
      byte @Nullable [] sealedNote) {
    this.id = id;
    this.complaintId = complaint.id();
    this.customerId = complaint.customerId();
    this.kind = kind;
    this.occurredAt = at;
    this.actor = actor;
    this.userId = userId;
    this.detail = detail;
    this.note = sealedNote;
  }

  /** What happened by itself. */
  ComplaintEvent(UUID id, Complaint complaint, Complaint.Noticed noticed) {
    this(id, complaint, noticed.kind(), noticed.at(), ActorKind.SERVICE, null, null, null);
    this.clock = noticed.clock();
    this.run = noticed.clock() == null ? null : noticed.run();
  }

  UUID id() {
    return id;
  }

  UUID complaintId() {
    return complaintId;
  }

  EventKind kind() {
    return kind;
  }

  Instant occurredAt() {
    return occurredAt;
  }

  ActorKind actor() {
    return actor;
  }

  @Nullable String userId() {
    return userId;
  }

  @Nullable ClockKind clock() {
    return clock;
  }

  @Nullable Integer run() {
    return run;
  }

  @Nullable String detail() {
    return detail;
  }

  byte @Nullable [] note() {
    return note;
  }
}
