package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Taking rewards for points: the piece and the points go together, and come back together. */
@ApplicationScoped
class RewardClaimService {

  private static final Set<String> CHANGED = Set.of("loyaltyPoints", "rewardClaims");

  private final RewardClaims claims;
  private final LoyaltyRewards rewards;
  private final ReachedAccounts reached;
  private final PointsService points;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  RewardClaimService(
      RewardClaims claims,
      LoyaltyRewards rewards,
      ReachedAccounts reached,
      PointsService points,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.claims = claims;
    this.rewards = rewards;
    this.reached = reached;
    this.points = points;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes a reward.
   *
   * @throws ProblemException {@code reward-out-of-time}, {@code reward-out-of-stock}, {@code
   *     points-insufficient} or {@code membership-closed}; {@code validation-failed} if the
   *     account's programme has no such reward
   */
  @Transactional
  Receipt claim(NewRewardClaim document) {
    ProblemException.demandNone(violations.of(document));
    return claim(reached.open(document.accountId()), document.rewardId());
  }

  /** As {@link #claim}, by the member, who calls. */
  @Transactional
  Receipt claimOwn(UUID account, OwnRewardClaim document) {
    ProblemException.demandNone(violations.of(document));
    return claim(reached.openOwn(account), document.rewardId());
  }

  private Receipt claim(PointsBook book, UUID wanted) {
    LoyaltyReward reward =
        rewards
            .findForUpdate(wanted)
            .filter(it -> it.programmeId().equals(book.account().programmeId()))
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/rewardId", "reward-unknown", "The account's programme has no such one."));
    Instant now = clock.now();
    reward.claim(now);
    RewardClaim claim = new RewardClaim(ids.next(), book.account(), reward, now);
    book.spend(
        reward.points(), PointsEntry.Cause.request(claim.id(), null, viewing.caller().userId()));
    claims.persist(claim);
    changes.record(book.account().customerId(), CHANGED);
    claims.flush();
    return new Receipt(claim.id(), null, claim.version());
  }

  /**
   * Gives a reward back, and gets the points back.
   *
   * @throws ProblemException {@code claim-cancelled} if it was, {@code membership-closed} if the
   *     points could not be given back
   */
  @Transactional
  Receipt cancel(UUID id) {
    UUID account = claims.accountOf(id);
    if (account == null) {
      throw ProblemException.notFound();
    }
    PointsBook book = reached.open(account);
    RewardClaim claim = Objects.requireNonNull(claims.findById(id));
    claim.cancel(clock.now());
    rewards.findForUpdate(claim.rewardId()).ifPresent(LoyaltyReward::putBack);
    points.giveBack(book, id);
    changes.record(book.account().customerId(), CHANGED);
    claims.flush();
    return new Receipt(id, null, claim.version());
  }

  /** Claims of a member, the last first. */
  RewardClaimPage list(UUID account, PageRequest page) {
    LoyaltyAccount found = reached.read(account);
    return RewardClaimPage.of(
        Page.of(
                claims.by(account, page.afterId(), page.rowsToRead()),
                page,
                last -> last.id().toString())
            .map(RewardClaim::view),
        viewing.at(found.customerId(), Set.of()));
  }
}
