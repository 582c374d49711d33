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
import org.kexin.shared.person.TimeLineEntry;

/** That a member took a reward for points. Its id is that of the spending in the ledger. */
@Entity
@Table(name = "reward_claim")
class RewardClaim {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "reward_id")
  private UUID rewardId;

  @Column(name = "points")
  private long points;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private ClaimState state;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  @Column(name = "cancelled_at")
  private @Nullable Instant cancelledAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected RewardClaim() {}

  RewardClaim(UUID id, LoyaltyAccount account, LoyaltyReward reward, Instant at) {
    this.id = id;
    this.accountId = account.id();
    this.customerId = account.customerId();
    this.rewardId = reward.id();
    this.points = reward.points();
    this.state = ClaimState.CLAIMED;
    this.claimedAt = at;
  }

  /**
   * @throws ProblemException {@code claim-cancelled} if it was cancelled before
   */
  void cancel(Instant at) {
    if (state == ClaimState.CANCELLED) {
      throw new ProblemException(
          ProblemCode.CLAIM_CANCELLED, "The points were given back then; nothing was changed.");
    }
    state = ClaimState.CANCELLED;
    cancelledAt = at;
  }

  UUID id() {
    return id;
  }

  UUID rewardId() {
    return rewardId;
  }

  long version() {
    return version;
  }

  TimeLineEntry entry() {
    return new TimeLineEntry("REWARD", claimedAt, id, id, state.name());
  }

  RewardClaimView view() {
    return new RewardClaimView(id, rewardId, points, state, claimedAt, cancelledAt);
  }
}
