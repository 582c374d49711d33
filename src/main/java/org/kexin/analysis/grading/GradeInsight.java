package org.kexin.analysis.grading;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Bought;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.grading.Grading;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.analysis.insight.Insight;
import org.kexin.analysis.insight.InsightSource;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;
import org.kexin.customer.CustomerFact;
import org.kexin.customer.CustomerFacts;
import org.kexin.shared.Clock;

/** The grade of one customer, with every condition that was met or missed. */
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

  private final StandingModel<GradesView> standing;
  private final GradingPolicies policies;
  private final CustomerFacts facts;
  private final SalesPass sales;
  private final Clock clock;

  GradeInsight(
      StandingRuns runs,
      GradingPolicies policies,
      CustomerFacts facts,
      SalesPass sales,
      ObjectMapper mapper,
      Clock clock) {
    this.standing = StandingModel.of(runs, mapper, "grades", GradesView.class);
    this.policies = policies;
    this.facts = facts;
    this.sales = sales;
    this.clock = clock;
  }

  @Override
  public List<Insight> about(UUID customer) {
    Optional<CustomerFact> found = facts.of(customer);
    if (found.isEmpty()) {
      return List.of(Insight.missing(CODE, NOT_GRADED, METHOD));
    }
    GradingPolicyView policy = policies.at(found.get().kind(), clock.now());
    GradesView.OfKind model = model(policy);
    return List.of(
        model == null ? Insight.missing(CODE, NO_MODEL, METHOD) : grade(customer, policy, model));
  }

  private Insight grade(UUID customer, GradingPolicyView policy, GradesView.OfKind model) {
    LocalDate day = model.referenceDate();
    SalesQuery query = GradeAnalysis.salesOf(policy.terms(), day, null);
    Bought.Sum sum = new Bought.Sum();
    SalesPass.Tally tally = sales.readOf(customer, query, sum::add);
    GradesView.ScoreBounds bounds = model.scoreBounds();
    Grading grading =
        Grading.of(
            policy.terms().rules(),
            bounds == null ? GradeFacts.NOTHING_BOUGHT : GradeFacts.of(sum.bought(), bounds, day));
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("policy", String.valueOf(policy.number()));
    parameters.put("kind", policy.kind().name());
    parameters.put("months", String.valueOf(policy.terms().months()));
    parameters.put("referenceDate", day.toString());
    String currency = tally.currency();
    if (currency != null) {
      parameters.put("currency", currency);
    }
    return Insight.of(
        CODE,
        grading.grade().name(),
        null,
        reasons(grading),
        METHOD,
        parameters,
        model.about().asOf());
  }

  /** The model by this very policy; null until there is one. */
  private GradesView.@Nullable OfKind model(GradingPolicyView policy) {
    return standing.latest().stream()
        .flatMap(grades -> grades.kinds().stream())
        .filter(it -> it.kind() == policy.kind())
        .filter(it -> Integer.valueOf(policy.number()).equals(it.policy()))
        .findFirst()
        .orElse(null);
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
    return reasons.stream().limit(MOST_REASONS).toList();
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
