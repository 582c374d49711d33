package org.kexin.privacy;

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
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * What a person asks for by right. Invariants: nothing happens before somebody looked who is
 * asking; the deadline moves once at most; what is answered or refused changes no more.
 */
@Entity
@Table(name = "privacy_request")
class PrivacyRequest {

  /** The name under which the log tells of a request that changed. */
  static final String CHANGED = "privacyRequests";

  @Id private UUID id;

  @Column(name = "person_id")
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(30)")
  private RequestKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "open_kind", columnDefinition = "varchar(30)")
  private @Nullable RequestKind openKind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private RequestState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(20)")
  private RequestChannel channel;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "recorded_by")
  private @Nullable String recordedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "identity_method", columnDefinition = "varchar(30)")
  private @Nullable IdentityMethod identityMethod;

  @Column(name = "identity_checked_at")
  private @Nullable Instant identityCheckedAt;

  @Column(name = "identity_checked_by")
  private @Nullable String identityCheckedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "extension_reason", columnDefinition = "varchar(30)")
  private @Nullable ExtensionReason extensionReason;

  @Column(name = "preview_id")
  private @Nullable UUID previewId;

  @Column(name = "previewed_at")
  private @Nullable Instant previewedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "refusal_reason", columnDefinition = "varchar(30)")
  private @Nullable RefusalReason refusalReason;

  @Column(name = "legal_ground")
  private @Nullable String legalGround;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PrivacyRequest() {}

  /**
   * A request that came just now, or earlier by another way.
   *
   * @param recordedBy user id of the member of staff; null where the person did it themselves
   */
  PrivacyRequest(
      UUID id,
      UUID personId,
      RequestKind kind,
      RequestChannel channel,
      Instant receivedAt,
      Instant dueAt,
      @Nullable String recordedBy) {
    this.id = id;
    this.personId = personId;
    this.kind = kind;
    this.openKind = kind;
    this.state = RequestState.RECEIVED;
    this.channel = channel;
    this.receivedAt = receivedAt;
    this.dueAt = dueAt;
    this.recordedBy = recordedBy;
  }

  /**
   * Somebody looked who is asking.
   *
   * @param by user id of the member of staff; null where the person signed in
   * @throws ProblemException {@code not-ready} unless it was only received so far
   */
  void identify(IdentityMethod method, @Nullable String by, Instant at) {
    demand(state == RequestState.RECEIVED, "The identity was checked already.");
    state = RequestState.IDENTIFIED;
    identityMethod = method;
    identityCheckedBy = by;
    identityCheckedAt = at;
  }

  /**
   * Moves the deadline.
   *
   * @throws ProblemException {@code not-ready} if it was moved before, or the request is closed
   */
  void extend(ExtensionReason reason, Instant newDueAt) {
    demand(
        state.isOpen() && extensionReason == null,
        "The deadline of an open request is moved once at most.");
    extensionReason = reason;
    dueAt = newDueAt;
    remindedAt = null;
  }

  /**
   * Somebody works on it.
   *
   * @throws ProblemException {@code identity-check-required} if nobody looked who is asking, {@code
   *     not-ready} if it is closed
   */
  void begin() {
    demandIdentified();
    state = RequestState.IN_PROGRESS;
  }

  /** As {@link #begin}; and notes what was shown of an erasure, to be carried out as shown. */
  void preview(UUID shown, Instant at) {
    begin();
    previewId = shown;
    previewedAt = at;
  }

  /** It has its answer. As {@link #begin}. */
  void answer(Instant at) {
    begin();
    close(RequestState.ANSWERED, at);
  }

  /**
   * It is not done.
   *
   * @throws ProblemException {@code identity-check-required} if nobody looked who is asking and
   *     that is not the reason, {@code not-ready} if it is closed
   */
  void refuse(RefusalReason reason, String ground, Instant at) {
    if (reason != RefusalReason.IDENTITY_NOT_SHOWN) {
      demandIdentified();
    }
    demand(state.isOpen(), "The request is closed.");
    refusalReason = reason;
    legalGround = ground;
    close(RequestState.REFUSED, at);
  }

  void remind(Instant at) {
    remindedAt = at;
  }

  /**
   * @throws ProblemException as {@link #begin}
   */
  void demandIdentified() {
    if (state == RequestState.RECEIVED) {
      throw new ProblemException(
          ProblemCode.IDENTITY_CHECK_REQUIRED,
          "Check who is asking and record how; before that a request has no effect.");
    }
    demand(state.isIdentified(), "The request is closed.");
  }

  private void close(RequestState end, Instant at) {
    state = end;
    openKind = null;
    closedAt = at;
  }

  private static void demand(boolean allowed, String detail) {
    if (!allowed) {
      throw new ProblemException(ProblemCode.NOT_READY, detail);
    }
  }

  UUID id() {
    return id;
  }

  UUID personId() {
    return personId;
  }

  RequestKind kind() {
    return kind;
  }

  RequestState state() {
    return state;
  }

  Instant dueAt() {
    return dueAt;
  }

  @Nullable Instant identityCheckedAt() {
    return identityCheckedAt;
  }

  @Nullable UUID previewId() {
    return previewId;
  }

  @Nullable Instant previewedAt() {
    return previewedAt;
  }

  long version() {
    return version;
  }

  /** The request as it is told. */
  PrivacyRequestView view(Instant now) {
    return new PrivacyRequestView(
        id,
        personId,
        kind,
        state,
        channel,
        receivedAt,
        dueAt,
        state.isOpen() && dueAt.isBefore(now),
        identityMethod,
        identityCheckedAt,
        extensionReason,
        refusalReason,
        legalGround,
        closedAt,
        remindedAt);
  }
}
