package org.kexin.analysis.algorithm.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grade of one customer and all that led to it.
 *
 * @param weighted sum of weight × points, a whole number so that no rounding decides
 * @param totalWeight what it is divided by for the score; 0 where there is no score
 * @param parts of the score, in the order of the terms
 * @param judged every grade from the best one down to the one that was earned
 */
public record Grading(
    Grade grade, long weighted, long totalWeight, List<Part> parts, List<Judged> judged) {

  /** Name for the answer; the policy has a version of its own. */
  public static final String METHOD =
      "grade by weighted points and conditions, the best whose conditions are all met";

  public Grading {
    parts = List.copyOf(parts);
    judged = List.copyOf(judged);
  }

  /**
   * One fact of the score.
   *
   * @param value null where it is not known, which earns no points
   * @param points 0 to 100
   */
  public record Part(GradingFact fact, @Nullable BigDecimal value, int points, int weight) {}

  /**
   * One grade that was looked at.
   *
   * @param scoreMet whether the score is enough
   * @param conditions in the order of the terms
   */
  public record Judged(
      Grade grade, int minimumScore, boolean scoreMet, List<ConditionOutcome> conditions) {

    public Judged {
      conditions = List.copyOf(conditions);
    }

    /** Whether the grade is earned. */
    public boolean met() {
      return scoreMet && conditions.stream().allMatch(ConditionOutcome::met);
    }
  }

  /**
   * One condition.
   *
   * @param value null where it is not known, which meets nothing
   */
  public record ConditionOutcome(
      GradingTerms.Condition condition, @Nullable BigDecimal value, boolean met) {}

  /** 0 to 100. */
  public double score() {
    return totalWeight == 0 ? 0 : (double) weighted / totalWeight;
  }

  /**
   * Grades one customer.
   *
   * @param facts what is known
   */
  public static Grading of(GradingTerms terms, Map<GradingFact, BigDecimal> facts) {
    List<Part> parts = new ArrayList<>();
    long weighted = 0;
    for (GradingTerms.Weight weight : terms.weights()) {
      BigDecimal value = facts.get(weight.fact());
      int points = value == null ? 0 : weight.points(value);
      weighted += (long) points * weight.weight();
      parts.add(new Part(weight.fact(), value, points, weight.weight()));
    }
    long total = terms.totalWeight();
    List<Judged> judged = new ArrayList<>();
    for (GradingTerms.Requirement requirement : terms.grades()) {
      Judged outcome = judge(requirement, weighted >= requirement.minimumScore() * total, facts);
      judged.add(outcome);
      if (outcome.met()) {
        return new Grading(requirement.grade(), weighted, total, parts, judged);
      }
    }
    return new Grading(Grade.ORDINARY, weighted, total, parts, judged);
  }

  private static Judged judge(
      GradingTerms.Requirement requirement, boolean scoreMet, Map<GradingFact, BigDecimal> facts) {
    return new Judged(
        requirement.grade(),
        requirement.minimumScore(),
        scoreMet,
        requirement.conditions().stream()
            .map(
                condition -> {
                  BigDecimal value = facts.get(condition.fact());
                  boolean met = value != null && value.compareTo(condition.atLeast()) >= 0;
                  return new ConditionOutcome(condition, value, met);
                })
            .toList());
  }
}
