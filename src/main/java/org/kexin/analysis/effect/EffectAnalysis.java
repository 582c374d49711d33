package org.kexin.analysis.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.Filters;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.experiment.MannWhitney;
import org.kexin.analysis.algorithm.experiment.PromotionArm;
import org.kexin.analysis.algorithm.experiment.PromotionCost;
import org.kexin.analysis.algorithm.experiment.PromotionEffect;
import org.kexin.promotion.Participants;
import org.kexin.promotion.PromotionFacts;
import org.kexin.promotion.PromotionReader;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** The effect of one promotion on what its members bought. */
@ApplicationScoped
class EffectAnalysis implements LongAnalysis<EffectQuestion> {

  static final double LEVEL = .95;

  /** Nobody of a control group is approached. */
  static final PromotionCost FREE =
      new PromotionCost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final Answering.Method METHOD =
      new Answering.Method(
          "Promotion effect: chi-square of arm sizes, pooled z, Newcombe (1998), Welch (1947),"
              + " Mann-Whitney (1947), Holm (1979)",
          "1");
  private static final double PERCENT = 100;

  private final PromotionReader promotions;
  private final SalesPass sales;
  private final Answering answering;

  EffectAnalysis(PromotionReader promotions, SalesPass sales, Answering answering) {
    this.promotions = promotions;
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "promotion-effect";
  }

  @Override
  public EffectQuestion question(Asked asked) {
    return EffectQuestion.of(promotion(asked.text("promotionId")), EffectParameters.of(asked));
  }

  /** For the present caller. */
  EffectView answer(EffectQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public EffectView answer(EffectQuestion question, SmallGroups groups, Effort effort) {
    PromotionFacts promotion =
        promotions.find(question.promotion()).orElseThrow(ProblemException::notFound);
    if (!promotion.ran()) {
      throw new ProblemException(
          ProblemCode.PROMOTION_NOT_RUNNING, "A promotion has an effect once it runs.");
    }
    if (!groups.individualsAllowed()) {
      demandOneAnswer(question);
    }
    SalesQuery whole = window(promotion, question);
    boolean individuals = groups.individualsAllowed();
    if (!individuals && !isOver(whole, moment(question, groups))) {
      return EffectViews.tooEarly(
          about(whole, question, new SalesPass.Tally(null, 0, null, List.of()), 0, groups),
          promotion);
    }
    SalesQuery query = answering.fit(whole, groups);
    boolean complete = isOver(query, query.knownAt());
    SalesPass.Outcome<EffectPass> outcome = answering.compute(effort, () -> read(promotion, query));
    EffectPass pass = outcome.result();
    EffectViews.Found found = found(promotion, complete, question.margin(), pass);
    long orders = pass.targets().orders() + pass.controls().orders();
    SalesPass.Tally tally =
        new SalesPass.Tally(
            outcome.tally().currency(),
            orders,
            outcome.tally().knownAt(),
            outcome.tally().omitted());
    long buyers = pass.targets().buyers() + pass.controls().buyers();
    return EffectViews.view(
        about(query, question, tally, shownBuyers(pass, buyers, groups), groups), found, groups);
  }

  /** The orders of the arms are shown as a sum where those outside of them are not few. */
  private static long shownBuyers(EffectPass pass, long buyers, SmallGroups groups) {
    return groups.shows(pass.outsiders()) ? buyers : pass.outsiders();
  }

  private SalesPass.Outcome<EffectPass> read(PromotionFacts promotion, SalesQuery query) {
    try (Participants participants = promotions.participants(promotion, query.knownAt())) {
      EffectPass pass = new EffectPass(participants);
      SalesPass.Tally tally = sales.read(query, pass::sale);
      pass.finish();
      return new SalesPass.Outcome<>(pass, tally);
    }
  }

  private static EffectViews.Found found(
      PromotionFacts promotion, boolean complete, double margin, EffectPass pass) {
    ArmSums targets = pass.targets();
    ArmSums controls = pass.controls();
    PromotionCost cost =
        new PromotionCost(
            promotion.fixed().add(targets.discounts()),
            promotion.perContact(),
            promotion.perRedemption());
    if (controls.customers() == 0) {
      PromotionArm all = targets.arm(EffectViews.TARGET, 1, cost);
      PromotionCost spent = new PromotionCost(spent(all), BigDecimal.ZERO, BigDecimal.ZERO);
      PromotionArm takers = pass.takers().arm(EffectViews.TOOK_PART, 1, spent);
      return new EffectViews.Found(
          promotion,
          complete,
          PromotionEffect.of(List.of(takers), null, margin, LEVEL),
          null,
          pass);
    }
    double share = promotion.controlShare().doubleValue();
    return new EffectViews.Found(
        promotion,
        complete,
        PromotionEffect.of(
            List.of(targets.arm(EffectViews.TARGET, PERCENT - share, cost)),
            controls.arm(EffectViews.CONTROL, share, FREE),
            margin,
            LEVEL),
        MannWhitney.of(targets.values(), controls.values()),
        pass);
  }

  /** Contacts with who did not take part cost as much as those with who did. */
  private static BigDecimal spent(PromotionArm arm) {
    return arm.cost()
        .fixed()
        .add(arm.cost().perContact().multiply(BigDecimal.valueOf(arm.contacts())))
        .add(arm.cost().perRedemption().multiply(BigDecimal.valueOf(arm.redemptions())));
  }

  private About about(
      SalesQuery query,
      EffectQuestion question,
      SalesPass.Tally tally,
      long customers,
      SmallGroups groups) {
    Integer days = question.windowDays();
    return answering.about(
        METHOD,
        query,
        Map.of(
            "promotionId", question.promotion().toString(),
            "windowDays", days == null ? "OWN_PERIOD" : days.toString(),
            "marginPercent", question.marginPercent().toPlainString(),
            "level", String.valueOf(LEVEL)),
        tally,
        customers,
        groups);
  }

  /** The draw is random, so orders between the planned start and the draw do not favour an arm. */
  private SalesQuery window(PromotionFacts promotion, EffectQuestion question) {
    LocalDate first = LocalDate.ofInstant(promotion.startsAt(), answering.zone());
    Integer days = question.windowDays();
    LocalDate last =
        days == null
            ? LocalDate.ofInstant(promotion.endsAt().minusNanos(1), answering.zone())
            : first.plusDays(days - 1L);
    return new SalesQuery(
        first,
        last.isBefore(first) ? first : last,
        question.returns(),
        SalesQuery.Anonymous.EXCLUDED,
        promotion.currency(),
        question.asOf(),
        Filters.NONE);
  }

  private Instant moment(EffectQuestion question, SmallGroups groups) {
    Instant asked = question.asOf();
    return asked == null ? answering.present(groups) : asked;
  }

  private boolean isOver(SalesQuery query, @Nullable Instant knownAt) {
    LocalDate last = query.to();
    return last != null && last.isBefore(answering.day(knownAt));
  }

  /** Of two answers about one promotion the difference would be a few of its members. */
  private static void demandOneAnswer(EffectQuestion question) {
    if (question.windowDays() != null) {
      throw ProblemException.parameter(
          "windowDays", "For this role the window is the promotion's own period.");
    }
    if (question.returns() != SalesQuery.Returns.EXCLUDED) {
      throw ProblemException.parameter("returns", "For this role ask with returns=excluded.");
    }
  }

  private static UUID promotion(@Nullable String text) {
    try {
      if (text != null) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException notAnId) {
      // Told below, with the absent one.
    }
    throw ProblemException.parameter("promotionId", "promotionId is the id of a promotion.");
  }
}
