package org.kexin.analysis.grading;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Bought;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.grading.Grading;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.analysis.run.StandingModel;
import org.kexin.analysis.run.StandingRuns;
import org.kexin.customer.CustomerFact;
import org.kexin.customer.CustomerFacts;
import org.kexin.shared.Clock;

/** What the policy that holds makes of one customer, by the scores of the last standing run. */
@ApplicationScoped
class PresentGrades {

  private final StandingModel<GradesView> standing;
  private final GradingPolicies policies;
  private final CustomerFacts facts;
  private final SalesPass sales;
  private final MembershipFacts memberships;
  private final Clock clock;

  PresentGrades(
      StandingRuns runs,
      GradingPolicies policies,
      CustomerFacts facts,
      SalesPass sales,
      MembershipFacts memberships,
      ObjectMapper mapper,
      Clock clock) {
    this.standing = StandingModel.of(runs, mapper, "grades", GradesView.class);
    this.policies = policies;
    this.facts = facts;
    this.sales = sales;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * A customer who can be graded.
   *
   * @param judged null until the scores of all customers by this policy are computed
   */
  record Present(GradingPolicyView policy, @Nullable Judged judged) {}

  /**
   * The grade by the policy alone.
   *
   * @param day of the judgement
   * @param currency of revenue; null where nothing was sold
   * @param asOf moment of the facts of others
   */
  record Judged(
      Grading grading, LocalDate day, @Nullable String currency, @Nullable Instant asOf) {}

  /** Empty for a customer who is deleted or restricted, and for none. */
  Optional<Present> of(UUID customer) {
    return facts.of(customer).map(this::present);
  }

  private Present present(CustomerFact customer) {
    GradingPolicyView policy = policies.at(customer.kind(), clock.now());
    GradesView.OfKind model = model(policy);
    return new Present(policy, model == null ? null : judge(customer.id(), policy, model));
  }

  private Judged judge(UUID customer, GradingPolicyView policy, GradesView.OfKind model) {
    LocalDate day = model.referenceDate();
    SalesQuery query = GradeAnalysis.salesOf(policy.terms(), day, null);
    Bought.Sum sum = new Bought.Sum();
    SalesPass.Tally tally = sales.readOf(customer, query, sum::add);
    GradesView.ScoreBounds bounds = model.scoreBounds();
    GradingTerms rules = policy.terms().rules();
    Grading grading =
        Grading.of(
            rules,
            GradeFacts.with(
                bounds == null
                    ? GradeFacts.NOTHING_BOUGHT
                    : GradeFacts.of(sum.bought(), bounds, day),
                memberships.of(customer, rules, policy.terms().firstDay(day), day)));
    return new Judged(grading, day, tally.currency(), model.about().asOf());
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
}
