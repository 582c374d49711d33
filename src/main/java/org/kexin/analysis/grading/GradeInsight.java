package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.Grading;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;

/**
 * The grade of one customer, with every condition that was met or missed, and what appeals made of
 * it.
 */
@ApplicationScoped
class GradeInsight implements InsightSource {

  private static final String CODE = "grade";
  private static final int MOST_REASONS = 20;
  private static final Answering.Method METHOD = new Answering.Method(Grading.METHOD, "1");

  private static final Reason NO_MODEL =
      new Reason(
          "NO_MODEL",
          "The scores of all customers by this policy are not computed yet; ask again later.");
  private static final Reason NOT_GRADED =
      new Reason("NOT_GRADED", "A restricted or deleted customer is not graded.");

  private final PresentGrades grades;
  private final GradeAppeals appeals;
  private final Answering answering;

  GradeInsight(PresentGrades grades, GradeAppeals appeals, Answering answering) {
    this.grades = grades;
    this.appeals = appeals;
    this.answering = answering;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Optional<PresentGrades.Present> found = grades.of(customer);
    if (found.isEmpty()) {
      return List.of(Insight.missing(CODE, NOT_GRADED, METHOD));
    }
    GradeAppeals.Bearing bearing = appeals.bearing(customer, answering.today());
    PresentGrades.Judged judged = found.get().judged();
    return List.of(
        judged == null && bearing.held() == null
            ? Insight.missing(CODE, NO_MODEL, METHOD)
            : insight(found.get().policy(), judged, bearing));
  }

  /** What a person gave goes before what the policy gives. */
  private static Insight insight(
      GradingPolicyView policy,
      PresentGrades.@Nullable Judged judged,
      GradeAppeals.Bearing bearing) {
    GradeAppeal.Held held = bearing.held();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("policy", String.valueOf(policy.number()));
    parameters.put("kind", policy.kind().name());
    parameters.put("months", String.valueOf(policy.terms().months()));
    List<Insight.Why> reasons = new ArrayList<>(onAppeal(bearing, judged));
    if (held != null) {
      parameters.put("heldUntil", held.until().toString());
    }
    if (judged != null) {
      parameters.put("referenceDate", judged.day().toString());
      if (judged.currency() != null) {
        parameters.put("currency", judged.currency());
      }
      reasons.addAll(reasons(judged.grading()));
    }
    Grade grade = held != null ? held.grade() : Objects.requireNonNull(judged).grading().grade();
    return Insight.of(
        CODE,
        grade.name(),
        null,
        reasons.stream().limit(MOST_REASONS).toList(),
        METHOD,
        parameters,
        judged == null ? null : judged.asOf());
  }

  private static List<Insight.Why> onAppeal(
      GradeAppeals.Bearing bearing, PresentGrades.@Nullable Judged judged) {
    List<Insight.Why> reasons = new ArrayList<>();
    GradeAppeal.Held held = bearing.held();
    if (held != null) {
      reasons.add(
          new Insight.Why(
              "GRANTED_ON_APPEAL",
              "On appeal a person gave %s until %s; %s"
                  .formatted(
                      held.grade(),
                      held.until(),
                      judged == null
                          ? "what the policy alone would give is not computed yet."
                          : "the policy alone would give " + judged.grading().grade() + ".")));
    }
    Instant since = bearing.openSince();
    if (since != null) {
      reasons.add(
          new Insight.Why(
              "UNDER_APPEAL",
              "The customer has contested the grade since %s; a person will decide."
                  .formatted(since)));
    }
    return reasons;
  }

  private static List<Insight.Why> reasons(Grading grading) {
    List<Insight.Why> reasons = new ArrayList<>();
    for (Grading.Judged judged : grading.judged().reversed()) {
      for (Grading.ConditionOutcome outcome : judged.conditions()) {
        reasons.add(condition(judged, outcome));
      }
      if (judged.minimumScore() > 0) {
        reasons.add(
            new Insight.Why(
                judged.grade() + (judged.scoreMet() ? "_SCORE_MET" : "_SCORE_MISSED"),
                String.format(
                    Locale.ROOT,
                    "%s asks for a score of %d; it is %.1f of 100.",
                    judged.grade(),
                    judged.minimumScore(),
                    grading.score())));
      }
    }
    for (Grading.Part part : grading.parts()) {
      reasons.add(
          new Insight.Why(
              part.fact().name(),
              "%s is %s and earns %d of 100 points, weight %d."
                  .formatted(part.fact(), known(part.value()), part.points(), part.weight())));
    }
    return reasons;
  }

  private static Insight.Why condition(Grading.Judged judged, Grading.ConditionOutcome outcome) {
    GradingTerms.Condition condition = outcome.condition();
    return new Insight.Why(
        "%s_%s_%s".formatted(judged.grade(), condition.fact(), outcome.met() ? "MET" : "MISSED"),
        "%s asks for %s of %s or more; it is %s."
            .formatted(
                judged.grade(),
                condition.fact(),
                condition.atLeast().toPlainString(),
                known(outcome.value())));
  }

  private static String known(@Nullable BigDecimal value) {
    return value == null ? "not known" : value.toPlainString();
  }
}
