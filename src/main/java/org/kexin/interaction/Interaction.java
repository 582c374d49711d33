package org.kexin.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * A contact between a customer and the company. Written once; a consultation or an objection is
 * then handled, once.
 */
@Entity
@Table(name = "interaction")
class Interaction {

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(20)")
  private InteractionKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "direction", columnDefinition = "varchar(10)")
  private Direction direction;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private InteractionChannel channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "occasion", columnDefinition = "varchar(10)")
  private Occasion occasion;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "product_id")
  private @Nullable UUID productId;

  @Column(name = "transaction_id")
  private @Nullable UUID transactionId;

  @Column(name = "subject")
  private String subject;

  @Column(name = "notes")
  private @Nullable String notes;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private @Nullable HandlingState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome", columnDefinition = "varchar(10)")
  private @Nullable HandlingOutcome outcome;

  @Column(name = "handling")
  private @Nullable String handling;

  @Column(name = "handled_at")
  private @Nullable Instant handledAt;

  @Column(name = "handled_by")
  private @Nullable String handledBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Interaction() {}

  Interaction(UUID id, NewInteraction document, Instant at, String by) {
    this.id = id;
    this.customerId = document.customerId();
    this.kind = document.kind();
    this.direction = document.direction();
    this.channel = document.channel();
    this.occasion = document.occasion();
    this.occurredAt = document.occurredAt().truncatedTo(ChronoUnit.MICROS);
    this.productId = document.productId();
    this.transactionId = document.transactionId();
    this.subject = document.subject();
    this.notes = document.notes();
    this.recordedAt = at;
    this.recordedBy = by;
    this.state = document.kind().asksForHandling() ? HandlingState.OPEN : null;
  }

  /**
   * Says how it was handled.
   *
   * @throws ProblemException {@code handling-refused} if there is nothing to handle, or it was
   *     handled before
   */
  void handle(NewHandling document, Instant at, String by) {
    if (state != HandlingState.OPEN) {
      throw new ProblemException(
          ProblemCode.HANDLING_REFUSED,
          state == null
              ? "Only consultations and objections are handled."
              : "It was handled already; read it to see how.");
    }
    state = HandlingState.HANDLED;
    outcome = document.outcome();
    handling = document.text();
    handledAt = at;
    handledBy = by;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  InteractionKind kind() {
    return kind;
  }

  Direction direction() {
    return direction;
  }

  InteractionChannel channel() {
    return channel;
  }

  Occasion occasion() {
    return occasion;
  }

  Instant occurredAt() {
    return occurredAt;
  }

  @Nullable UUID productId() {
    return productId;
  }

  @Nullable UUID transactionId() {
    return transactionId;
  }

  String subject() {
    return subject;
  }

  @Nullable String notes() {
    return notes;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Nullable HandlingState state() {
    return state;
  }

  @Nullable HandlingOutcome outcome() {
    return outcome;
  }

  @Nullable String handling() {
    return handling;
  }

  @Nullable Instant handledAt() {
    return handledAt;
  }

  long version() {
    return version;
  }
}
