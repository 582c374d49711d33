package org.kexin.analysis.algorithm.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * The credit grade of an enterprise: the weighted mean of the points of its known ratios. A ratio
 * that is not known does not lower the grade; its weight goes to the others, and that is said.
 *
 * @param score 0 to 100
 * @param grade name of the grade of the score
 * @param policyVersion of the bands and weights
 * @param coverage share of the weights whose ratio is known, 0 to 1
 * @param parts one per rule, in the order of the policy
 */
public record CreditGrade(
    Measure<Double> score,
    Measure<String> grade,
    String policyVersion,
    double coverage,
    List<Part> parts) {

  /** Name and version for the answer; the policy has a version of its own. */
  public static final String METHOD = "credit grade/1 (weighted points of known ratios)";

  /** Too few ratios are known. */
  public static final Reason TOO_LITTLE_KNOWN =
      new Reason("TOO_LITTLE_KNOWN", "Less of the weights is known than the policy asks for.");

  /** Rounding of a weighted mean must not cost a grade. */
  private static final double ROUNDING = 1e-9;

  public CreditGrade {
    parts = List.copyOf(parts);
  }

  /**
   * One ratio of the grade.
   *
   * @param weight of the policy
   * @param points 0 to 100
   * @param contribution points · weight / known weights; all known ones add up to the score
   * @param reason what the points rest on, or why there are none
   */
  public record Part(
      Ratio ratio,
      double weight,
      Measure<Double> value,
      Measure<Double> points,
      Measure<Double> contribution,
      Reason reason) {}

  /** Grades the ratios of one enterprise. */
  public static CreditGrade of(EnterpriseRatios ratios, CreditPolicy policy) {
    double all = 0;
    double known = 0;
    for (CreditPolicy.RatioRule rule : policy.rules()) {
      all += rule.weight();
      known += ratios.of(rule.ratio()).value() == null ? 0 : rule.weight();
    }
    List<Part> parts = new ArrayList<>();
    double score = 0;
    for (CreditPolicy.RatioRule rule : policy.rules()) {
      Part part = part(rule, ratios.of(rule.ratio()), known);
      Double contribution = part.contribution().value();
      score += contribution == null ? 0 : contribution;
      parts.add(part);
    }
    double coverage = known / all;
    if (known == 0 || coverage < policy.minimumCoverage()) {
      return new CreditGrade(
          Measure.missing(TOO_LITTLE_KNOWN),
          Measure.missing(TOO_LITTLE_KNOWN),
          policy.version(),
          coverage,
          parts);
    }
    double points = Math.min(CreditPolicy.FULL, score);
    String grade =
        policy.grades().stream()
            .filter(one -> points >= one.fromPoints() - ROUNDING)
            .map(CreditPolicy.Grade::name)
            .findFirst()
            .orElseThrow();
    return new CreditGrade(
        Measure.of(points), Measure.of(grade), policy.version(), coverage, parts);
  }

  private static Part part(
      CreditPolicy.RatioRule rule, Measure<Double> ratio, double knownWeights) {
    Double value = ratio.value();
    if (value == null) {
      Reason missing = Objects.requireNonNull(ratio.reason());
      return new Part(rule.ratio(), rule.weight(), ratio, ratio, ratio, missing);
    }
    double points = rule.points(value);
    return new Part(
        rule.ratio(),
        rule.weight(),
        ratio,
        Measure.of(points),
        Measure.of(points * rule.weight() / knownWeights),
        new Reason(
            rule.ratio().name(),
            String.format(
                Locale.ROOT,
                "%s is %.4g and earns %.0f of 100 points.",
                rule.ratio().formula(),
                value,
                points)));
  }
}
