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
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Something to be had for points. Invariant: no more is claimed than there is; changes only under
 * its lock, which is taken after that of an account.
 */
@Entity
@Table(name = "loyalty_reward")
class LoyaltyReward {

  @Id private UUID id;

  @Column(name = "programme_id")
  private UUID programmeId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(10)")
  private RewardKind kind;

  @Column(name = "name")
  private String name;

  @Column(name = "description")
  private @Nullable String description;

  @Column(name = "points")
  private long points;

  @Column(name = "stock")
  private @Nullable Integer stock;

  @Column(name = "claimed")
  private int claimed;

  @Column(name = "valid_from")
  private @Nullable Instant validFrom;

  @Column(name = "valid_until")
  private @Nullable Instant validUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LoyaltyReward() {}

  LoyaltyReward(UUID id, NewLoyaltyReward document, Instant at) {
    this.id = id;
    this.programmeId = document.programmeId();
    this.createdAt = at;
    restate(document);
  }

  /** Replaces all but the programme; the document's must be this reward's. */
  final void restate(NewLoyaltyReward document) {
    if (!document.programmeId().equals(programmeId)) {
      throw new IllegalStateException("The programme of a reward never changes.");
    }
    kind = document.kind();
    name = document.name();
    description = document.description();
    points = document.points();
    stock = document.stock();
    validFrom = document.validFrom();
    validUntil = document.validUntil();
  }

  /**
   * Sets a piece aside.
   *
   * @throws ProblemException {@code reward-out-of-time} outside of its time, {@code
   *     reward-out-of-stock} if none is left
   */
  void claim(Instant at) {
    if ((validFrom != null && at.isBefore(validFrom))
        || (validUntil != null && !at.isBefore(validUntil))) {
      throw new ProblemException(
          ProblemCode.REWARD_OUT_OF_TIME, "Read the reward: it says from when until when.");
    }
    if (stock != null && claimed >= stock) {
      throw new ProblemException(ProblemCode.REWARD_OUT_OF_STOCK, "Choose another reward.");
    }
    claimed++;
  }

  /** Puts a piece back. */
  void putBack() {
    if (claimed == 0) {
      throw new IllegalStateException("None was claimed.");
    }
    claimed--;
  }

  NewLoyaltyReward document() {
    return new NewLoyaltyReward(
        programmeId, kind, name, description, points, stock, validFrom, validUntil);
  }

  UUID id() {
    return id;
  }

  UUID programmeId() {
    return programmeId;
  }

  long points() {
    return points;
  }

  int claimed() {
    return claimed;
  }

  long version() {
    return version;
  }

  LoyaltyRewardView view() {
    return new LoyaltyRewardView(
        id,
        programmeId,
        kind,
        name,
        description,
        points,
        stock,
        claimed,
        validFrom,
        validUntil,
        createdAt,
        version);
  }
}
