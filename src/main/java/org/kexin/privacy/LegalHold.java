package org.kexin.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** That data must not be erased for now, of one person or of all. Released once, for ever. */
@Entity
@Table(name = "legal_hold")
class LegalHold {

  @Id private UUID id;

  @Column(name = "person_id")
  private @Nullable UUID personId;

  @Column(name = "reason")
  private String reason;

  @Column(name = "held_until")
  private @Nullable Instant heldUntil;

  @Column(name = "placed_at")
  private Instant placedAt;

  @Column(name = "placed_by")
  private String placedBy;

  @Column(name = "released_at")
  private @Nullable Instant releasedAt;

  @Column(name = "released_by")
  private @Nullable String releasedBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LegalHold() {}

  LegalHold(UUID id, NewLegalHold document, Instant at, String by) {
    this.id = id;
    this.personId = document.personId();
    this.reason = document.reason();
    this.heldUntil = document.heldUntil();
    this.placedAt = at;
    this.placedBy = by;
  }

  /**
   * Ends the hold.
   *
   * @throws ProblemException {@code not-ready} if it was released before
   */
  void release(Instant at, String by) {
    if (releasedAt != null) {
      throw new ProblemException(ProblemCode.NOT_READY, "The hold was released already.");
    }
    releasedAt = at;
    releasedBy = by;
  }

  UUID id() {
    return id;
  }

  @Nullable UUID personId() {
    return personId;
  }

  long version() {
    return version;
  }

  LegalHoldView view() {
    return new LegalHoldView(id, personId, reason, heldUntil, placedAt, releasedAt);
  }
}
