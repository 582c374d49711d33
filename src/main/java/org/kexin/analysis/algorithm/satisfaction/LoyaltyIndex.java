package org.kexin.analysis.algorithm.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.satisfaction.LoyaltyPolicy.Component;

/**
 * The loyalty of one customer: the weighted mean of what is known, times 100. What is not known
 * does not lower the index; its weight goes to the other components, and that is said.
 *
 * @param value 0 to 100
 * @param policyVersion of the weights
 * @param coverage share of the weights that is known, 0 to 1
 * @param parts one per weighted component, in the order of {@link Component}
 */
public record LoyaltyIndex(
    Measure<Double> value, String policyVersion, double coverage, List<Part> parts) {

  /** Name and version for the answer; the policy has a version of its own. */
  public static final String METHOD = "loyalty index/1 (weighted mean of known components)";

  /** Too little is known. */
  public static final Reason TOO_LITTLE_KNOWN =
      new Reason("TOO_LITTLE_KNOWN", "Less of the weights is known than the policy asks for.");

  private static final Reason NO_PURCHASES =
      new Reason("NO_PURCHASES", "There is no purchase up to the reference day.");
  private static final Reason OBSERVED_TOO_SHORTLY =
      new Reason("OBSERVED_TOO_SHORTLY", "The first purchase is too recent.");
  private static final Reason TOO_FEW_INTERVALS =
      new Reason("TOO_FEW_INTERVALS", "Regularity needs at least three purchase days.");
  private static final Reason NO_RECOMMENDATION =
      new Reason("NO_RECOMMENDATION", "The question on recommendation has no answer on its scale.");
  private static final Reason REFERRALS_UNKNOWN =
      new Reason("REFERRALS_UNKNOWN", "Referrals are not recorded.");

  private static final double FULL = 100;

  public LoyaltyIndex {
    parts = List.copyOf(parts);
  }

  /**
   * One component.
   *
   * @param weight of the policy
   * @param score 0 to 1
   * @param appliedWeight share of the index that this component decides, 0 to 1, all known ones
   *     adding up to 1
   * @param contribution score · applied weight · 100, in points of the index
   * @param reason what the score rests on, or why there is none
   */
  public record Part(
      Component component,
      double weight,
      Measure<Double> score,
      Measure<Double> appliedWeight,
      Measure<Double> contribution,
      Reason reason) {}

  private record Scored(Measure<Double> score, Reason reason) {

    static Scored of(double score, String code, String detail) {
      return new Scored(Measure.of(score), new Reason(code, detail));
    }

    static Scored missing(Reason reason) {
      return new Scored(Measure.missing(reason), reason);
    }
  }

  /** Computes the index of one customer. */
  public static LoyaltyIndex of(LoyaltyFacts facts, LoyaltyPolicy policy) {
    double all = 0;
    double known = 0;
    List<Scored> scores = new ArrayList<>();
    for (Map.Entry<Component, Double> entry : policy.weights().entrySet()) {
      Scored scored = score(entry.getKey(), facts, policy);
      scores.add(scored);
      all += entry.getValue();
      known += scored.score().value() == null ? 0 : entry.getValue();
    }
    List<Part> parts = new ArrayList<>();
    double index = 0;
    for (Map.Entry<Component, Double> entry : policy.weights().entrySet()) {
      Part part = part(entry.getKey(), entry.getValue(), scores.get(parts.size()), known);
      Double contribution = part.contribution().value();
      index += contribution == null ? 0 : contribution;
      parts.add(part);
    }
    double coverage = known / all;
    boolean enough = known > 0 && coverage >= policy.minimumCoverage();
    return new LoyaltyIndex(
        enough ? Measure.of(Math.min(FULL, index)) : Measure.missing(TOO_LITTLE_KNOWN),
        policy.version(),
        coverage,
        parts);
  }

  private static Part part(Component component, double weight, Scored scored, double known) {
    Double score = scored.score().value();
    if (score == null) {
      Measure<Double> missing = Measure.missing(scored.reason());
      return new Part(component, weight, missing, missing, missing, scored.reason());
    }
    double applied = weight / known;
    return new Part(
        component,
        weight,
        scored.score(),
        Measure.of(applied),
        Measure.of(FULL * applied * score),
        scored.reason());
  }

  private static Scored score(Component component, LoyaltyFacts facts, LoyaltyPolicy policy) {
    return switch (component) {
      case REPEAT_RATE -> repeatRate(facts);
      case ACTIVE_MONTHS -> activeMonths(facts, policy.minimumMonths());
      case REGULARITY -> regularity(facts);
      case RECOMMENDATION -> recommendation(facts);
      case REFERRALS -> referrals(facts, policy.fullReferrals());
    };
  }

  private static Scored repeatRate(LoyaltyFacts facts) {
    long days = facts.purchaseDays();
    if (days == 0) {
      return Scored.missing(NO_PURCHASES);
    }
    return Scored.of(
        (days - 1.0) / days,
        "REPEAT_RATE",
        String.format(
            Locale.ROOT, "%d of %d purchase days were repeat purchases.", days - 1, days));
  }

  private static Scored activeMonths(LoyaltyFacts facts, int minimum) {
    if (facts.purchaseDays() == 0) {
      return Scored.missing(NO_PURCHASES);
    }
    if (facts.monthsObserved() < minimum) {
      return Scored.missing(OBSERVED_TOO_SHORTLY);
    }
    return Scored.of(
        (double) facts.monthsActive() / facts.monthsObserved(),
        "ACTIVE_MONTHS",
        String.format(
            Locale.ROOT,
            "%d of %d months since the first purchase had a purchase.",
            facts.monthsActive(),
            facts.monthsObserved()));
  }

  private static Scored regularity(LoyaltyFacts facts) {
    Double variation = facts.intervalVariation();
    if (variation == null) {
      return Scored.missing(TOO_FEW_INTERVALS);
    }
    return Scored.of(
        1 / (1 + variation),
        "REGULARITY",
        String.format(
            Locale.ROOT,
            "The days between purchases have a coefficient of variation of %.2f.",
            variation));
  }

  private static Scored recommendation(LoyaltyFacts facts) {
    Integer answer = facts.recommendation();
    if (answer == null || !Scale.NPS.holds(answer)) {
      return Scored.missing(NO_RECOMMENDATION);
    }
    return Scored.of(
        answer / (double) Scale.NPS.highest(),
        "RECOMMENDATION",
        String.format(
            Locale.ROOT, "The answer to the question on recommendation was %d of 10.", answer));
  }

  private static Scored referrals(LoyaltyFacts facts, int full) {
    Long referrals = facts.referrals();
    if (referrals == null) {
      return Scored.missing(REFERRALS_UNKNOWN);
    }
    return Scored.of(
        Math.min(1, (double) referrals / full),
        "REFERRALS",
        String.format(
            Locale.ROOT,
            "The customer brought %d others; %d earn the full score.",
            referrals,
            full));
  }
}
