package org.kexin.loyalty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;

/** Offering rewards. */
@ApplicationScoped
class LoyaltyRewardService {

  private final LoyaltyRewards rewards;
  private final LoyaltyProgrammes programmes;
  private final MergePatch mergePatch;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  LoyaltyRewardService(
      LoyaltyRewards rewards,
      LoyaltyProgrammes programmes,
      MergePatch mergePatch,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.rewards = rewards;
    this.programmes = programmes;
    this.mergePatch = mergePatch;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  LoyaltyRewardView read(UUID id) {
    return rewards
        .findByIdOptional(id)
        .map(LoyaltyReward::view)
        .orElseThrow(ProblemException::notFound);
  }

  Page<LoyaltyRewardView> list(@Nullable UUID programme, PageRequest page) {
    return Page.of(rewards.list(programme, page), page, last -> last.id().toString())
        .map(LoyaltyReward::view);
  }

  /**
   * @throws ProblemException {@code validation-failed} if there is no such programme
   */
  @Transactional
  Receipt create(NewLoyaltyReward document) {
    List<FieldProblem> problems = problems(document);
    if (problems.isEmpty() && programmes.findById(document.programmeId()) == null) {
      problems.add(
          new FieldProblem("/programmeId", "programme-unknown", "No programme has this id."));
    }
    ProblemException.demandNone(problems);
    LoyaltyReward reward = new LoyaltyReward(ids.next(), document, clock.now());
    rewards.persistAndFlush(reward);
    return new Receipt(reward.id(), null, reward.version());
  }

  /**
   * Changes a reward; claims keep what they cost.
   *
   * @throws ProblemException {@code validation-failed} if there would be fewer pieces than are
   *     claimed, or the programme would change
   */
  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    LoyaltyReward reward = rewards.findForUpdate(id).orElseThrow(ProblemException::notFound);
    EntityTags.demand(ifMatch, reward.version());
    NewLoyaltyReward wanted = mergePatch.apply(reward.document(), patch, NewLoyaltyReward.class);
    List<FieldProblem> problems = problems(wanted);
    if (wanted.programmeId() != null && !wanted.programmeId().equals(reward.programmeId())) {
      problems.add(new FieldProblem("/programmeId", "fixed", "A reward stays with its programme."));
    }
    if (wanted.stock() != null && wanted.stock() < reward.claimed()) {
      problems.add(new FieldProblem("/stock", "claimed", "More pieces are claimed already."));
    }
    ProblemException.demandNone(problems);
    reward.restate(wanted);
    rewards.flush();
    return new Receipt(id, null, reward.version());
  }

  private List<FieldProblem> problems(NewLoyaltyReward document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.validFrom() != null
        && document.validUntil() != null
        && !document.validFrom().isBefore(document.validUntil())) {
      problems.add(
          new FieldProblem("/validUntil", "never-valid", "A reward's time ends after it begins."));
    }
    return problems;
  }
}
