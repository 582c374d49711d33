package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * One promotion. Invariants: it changes only while it is a draft; it runs only after its members
 * are frozen; what is closed or cancelled stays so.
 */
@Entity
@Table(name = "promotion")
class Promotion {

  @Id private UUID id;

  @Convert(converter = JsonColumns.OfPromotion.class)
  @Column(name = "document")
  private NewPromotion document;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private PromotionState state;

  @Column(name = "currency", columnDefinition = "char(3)")
  private String currency;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "audience_id")
  private @Nullable UUID audienceId;

  @Column(name = "control_seed")
  private byte @Nullable [] controlSeed;

  @Convert(converter = JsonColumns.OfActor.class)
  @Column(name = "starter")
  private @Nullable Actor starter;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Promotion() {}

  /** A draft as its checked document says. */
  @SuppressWarnings("NullAway.Init") // restate() fills the rest
  Promotion(UUID id, NewPromotion document, Instant at, String by) {
    this.id = id;
    this.state = PromotionState.DRAFT;
    this.createdAt = at;
    this.createdBy = by;
    restate(document);
  }

  /**
   * Replaces what is said of a draft.
   *
   * @throws ProblemException {@code promotion-not-draft} if it is none any more
   */
  final void restate(NewPromotion changed) {
    demandDraft();
    document = changed;
    currency = changed.cost().fixed().currency().getCurrencyCode();
    startsAt = changed.startsAt();
    endsAt = changed.endsAt();
    audienceId = changed.audienceId();
  }

  /**
   * Starts it: its members are frozen next, or it runs at once if it has no audience.
   *
   * @param seed of the control group, 32 bytes
   * @throws ProblemException {@code promotion-not-draft} if it was started or cancelled before,
   *     {@code not-ready} if its time is over
   */
  void start(byte[] seed, Actor by, Instant at) {
    demandDraft();
    if (!at.isBefore(endsAt)) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "The time of the promotion is over; change endsAt first.");
    }
    state = audienceId == null ? PromotionState.RUNNING : PromotionState.STARTING;
    controlSeed = seed;
    starter = by;
    startedAt = at;
  }

  /** Its members are frozen: it runs. */
  void run() {
    if (state != PromotionState.STARTING) {
      throw new IllegalStateException("Only a promotion that is starting begins to run.");
    }
    state = PromotionState.RUNNING;
  }

  /**
   * Ends it.
   *
   * @throws ProblemException {@code promotion-not-running} if it does not run
   */
  void close(Instant at) {
    if (state != PromotionState.RUNNING) {
      throw notRunning();
    }
    state = PromotionState.CLOSED;
    endedAt = at;
  }

  /**
   * Gives it up.
   *
   * @throws ProblemException {@code not-ready} if it ran, or was cancelled before
   */
  void cancel(Instant at) {
    if (state != PromotionState.DRAFT && state != PromotionState.STARTING) {
      throw new ProblemException(
          ProblemCode.NOT_READY,
          "Only a promotion that does not run yet is cancelled; close one that runs.");
    }
    state = PromotionState.CANCELLED;
    endedAt = at;
  }

  /**
   * @throws ProblemException {@code promotion-not-draft} if it is none any more
   */
  void demandDraft() {
    if (state != PromotionState.DRAFT) {
      throw new ProblemException(
          ProblemCode.PROMOTION_NOT_DRAFT,
          "Only a draft can be changed and started; create another promotion.");
    }
  }

  /** Whether something of that moment belongs to it, were it recorded now. */
  boolean isOpen(Instant moment) {
    return state == PromotionState.RUNNING && !moment.isBefore(startsAt) && moment.isBefore(endsAt);
  }

  /**
   * Lets a response be recorded.
   *
   * @param grace how long after the end they are taken
   * @throws ProblemException {@code promotion-not-running} if it never ran, {@code
   *     promotion-closed} if it is over for longer
   */
  void demandResponsesTaken(Instant now, Period grace) {
    switch (state) {
      case RUNNING -> {}
      case CLOSED -> {
        Instant until =
            Objects.requireNonNull(endedAt).atZone(ZoneOffset.UTC).plus(grace).toInstant();
        if (!now.isBefore(until)) {
          throw new ProblemException(
              ProblemCode.PROMOTION_CLOSED, "The time for responses to this promotion is over.");
        }
      }
      case DRAFT, STARTING, CANCELLED -> throw notRunning();
    }
  }

  static ProblemException notRunning() {
    return new ProblemException(
        ProblemCode.PROMOTION_NOT_RUNNING,
        "Read the promotion: it must be RUNNING, and within its time.");
  }

  Optional<Offer> offer(String key) {
    return document.offers().stream().filter(offer -> offer.key().equals(key)).findFirst();
  }

  UUID id() {
    return id;
  }

  NewPromotion document() {
    return document;
  }

  PromotionState state() {
    return state;
  }

  @Nullable UUID audienceId() {
    return audienceId;
  }

  /**
   * The draw of its control group.
   *
   * @throws IllegalStateException if it was not started
   */
  ControlDraw draw() {
    byte[] seed = controlSeed;
    if (seed == null) {
      throw new IllegalStateException("A promotion that was not started has no seed.");
    }
    String share = document.controlShare();
    return new ControlDraw(seed, new java.math.BigDecimal(share == null ? "0" : share));
  }

  /** On whose behalf its members are frozen; null before the start. */
  @Nullable Actor starter() {
    return starter;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  byte @Nullable [] controlSeed() {
    return controlSeed == null ? null : controlSeed.clone();
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  long version() {
    return version;
  }
}
