package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ObjectionRegister;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.CustomerPass;
import org.kexin.analysis.Effort;
import org.kexin.analysis.Filters;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.grading.FourFifths;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.Grading;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.customer.Kind;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** How grades spread over customers; also the bounds that single customers are scored by. */
@ApplicationScoped
class GradeAnalysis implements LongAnalysis<GradeParameters> {

  static final Answering.Method METHOD =
      new Answering.Method(Grading.METHOD + "; " + FourFifths.METHOD, "1");

  private static final int STRETCH = 1_000;

  private final CustomerPass customers;
  private final MembershipFacts memberships;
  private final GradingPolicies policies;
  private final ObjectionRegister objections;
  private final Answering answering;

  GradeAnalysis(
      CustomerPass customers,
      MembershipFacts memberships,
      GradingPolicies policies,
      ObjectionRegister objections,
      Answering answering) {
    this.customers = customers;
    this.memberships = memberships;
    this.policies = policies;
    this.objections = objections;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "grades";
  }

  @Override
  public GradeParameters question(Asked asked) {
    return GradeParameters.of(asked);
  }

  @Override
  public boolean isStanding() {
    return true;
  }

  /** For the present caller. */
  GradesView answer(GradeParameters question) {
    return answer(question, answering.groups(), answering.effort());
  }

  /** How grades would spread by a policy that is not published. */
  GradesView.OfKind preview(NewGradingPolicy policy) {
    return grade(
        new Judgement(
            policy.kind(), null, policy.terms(), answering.today(), null, answering.groups()),
        answering.effort());
  }

  @Override
  public GradesView answer(GradeParameters question, SmallGroups groups, Effort effort) {
    if (question.referenceDate() != null && !groups.individualsAllowed()) {
      throw ProblemException.parameter(
          "referenceDate",
          "This role is answered for the day of its facts; from one day to the next the grade of"
              + " one customer could be told.");
    }
    Instant moment =
        Objects.requireNonNullElseGet(question.asOf(), () -> answering.present(groups));
    LocalDate day =
        Objects.requireNonNullElseGet(
            question.referenceDate(), () -> LocalDate.ofInstant(moment, answering.zone()));
    Instant policyMoment =
        Objects.requireNonNullElseGet(
            question.asOf(), () -> answering.present(answering.groups(true)));
    List<GradesView.OfKind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      GradingPolicyView policy = policies.at(kind, policyMoment);
      Judgement asked = new Judgement(kind, policy, policy.terms(), day, question.asOf(), groups);
      kinds.add(groups.individualsAllowed() ? grade(asked, effort) : gradeIfMany(asked, effort));
    }
    return new GradesView(kinds.getFirst().about(), kinds);
  }

  /**
   * Who is judged, and by what.
   *
   * @param policy null for one that is not published
   * @param knownAt null for all that is known
   */
  private record Judgement(
      Kind kind,
      @Nullable GradingPolicyView policy,
      PolicyTerms terms,
      LocalDate day,
      @Nullable Instant knownAt,
      SmallGroups groups) {

    SalesQuery query() {
      return salesOf(terms, day, knownAt);
    }
  }

  /** The sales that a policy judges on a day. */
  static SalesQuery salesOf(PolicyTerms terms, LocalDate day, @Nullable Instant knownAt) {
    return new SalesQuery(
        terms.firstDay(day),
        day,
        SalesQuery.Returns.EXCLUDED,
        SalesQuery.Anonymous.EXCLUDED,
        terms.currency() == null ? null : Money.currency(terms.currency()),
        knownAt,
        Filters.NONE);
  }

  private GradesView.OfKind grade(Judgement asked, Effort effort) {
    SmallGroups groups = asked.groups();
    SalesQuery query = answering.fit(asked.query(), groups);
    LocalDate day = Objects.requireNonNullElse(query.to(), asked.day());
    GradingTerms rules = asked.terms().rules();
    Set<UUID> objecting = objecting();
    SalesPass.Outcome<GradeTally.Graded> outcome =
        answering.compute(
            effort,
            () -> {
              try (MembershipFacts.Beside beside =
                  memberships.beside(rules, asked.terms().firstDay(day), day)) {
                GradeTally tally = new GradeTally(asked.kind(), rules, objecting, beside, day);
                SalesPass.Tally seen = customers.read(query, tally);
                return new SalesPass.Outcome<>(tally.finish(groups.smallestGroup()), seen);
              }
            });
    GradeTally.Graded graded = outcome.result();
    About about =
        answering
            .about(
                METHOD,
                query,
                Map.of(
                    "kind", asked.kind().name(),
                    "policy", number(asked.policy()),
                    "referenceDate", day.toString()),
                outcome.tally(),
                graded.buyers(),
                groups)
            .plusUnnamed(groups.shows(graded.objected()) ? graded.objected() : 0);
    return new GradesView.OfKind(
        about,
        asked.kind(),
        asked.policy() == null ? null : asked.policy().number(),
        day,
        groups.show(graded.customers(), graded.customers()),
        counts(graded, groups),
        groups.individualsAllowed() ? bounds(graded.rfm()) : null,
        groups.individualsAllowed() ? fairness(graded) : List.of());
  }

  private static String number(@Nullable GradingPolicyView policy) {
    return policy == null ? "preview" : String.valueOf(policy.number());
  }

  /** Without figures where fewer than k customers bought in the period of this policy. */
  private GradesView.OfKind gradeIfMany(Judgement asked, Effort effort) {
    try {
      return grade(asked, effort);
    } catch (ProblemException tooFew) {
      if (tooFew.code() != ProblemCode.PARAMETER_INVALID || asked.knownAt() != null) {
        throw tooFew;
      }
      About about =
          answering.about(
              METHOD,
              asked.query(),
              Map.of("kind", asked.kind().name(), "policy", number(asked.policy())),
              new SalesPass.Tally(null, 0, null, List.of()),
              0,
              asked.groups());
      return new GradesView.OfKind(
          about,
          asked.kind(),
          asked.policy() == null ? null : asked.policy().number(),
          asked.day(),
          null,
          List.of(),
          null,
          List.of());
    }
  }

  /** Everybody who objects to profiling: they are not graded, nor do they move the scores. */
  private Set<UUID> objecting() {
    Set<UUID> all = new HashSet<>();
    UUID last = null;
    List<UUID> some;
    do {
      some = objections.objectingToProfiling(last, STRETCH);
      all.addAll(some);
      last = some.isEmpty() ? null : some.getLast();
    } while (some.size() == STRETCH);
    return all;
  }

  private static List<GradesView.GradeCount> counts(GradeTally.Graded graded, SmallGroups groups) {
    List<Grade> grades = Arrays.stream(Grade.values()).sorted(Comparator.reverseOrder()).toList();
    List<Boolean> shown = groups.shown(grades, grade -> graded.grades().getOrDefault(grade, 0L));
    List<GradesView.GradeCount> counts = new ArrayList<>();
    for (int i = 0; i < grades.size(); i++) {
      long customers = graded.grades().getOrDefault(grades.get(i), 0L);
      boolean share = shown.get(i) && graded.customers() > 0;
      counts.add(
          new GradesView.GradeCount(
              grades.get(i),
              shown.get(i) ? customers : null,
              share ? (double) customers / graded.customers() : null));
    }
    return counts;
  }

  private static GradesView.@Nullable ScoreBounds bounds(RfmResult<UUID> rfm) {
    RfmResult.Thresholds thresholds = rfm.thresholds();
    return thresholds.reason() != null
        ? null
        : new GradesView.ScoreBounds(
            texts(thresholds.recency()),
            texts(thresholds.frequency()),
            texts(thresholds.monetary()));
  }

  private static List<String> texts(List<BigDecimal> values) {
    return values.stream().map(BigDecimal::toPlainString).toList();
  }

  private static List<GradesView.Fairness> fairness(GradeTally.Graded graded) {
    return graded.fairness().entrySet().stream()
        .map(
            it ->
                new GradesView.Fairness(
                    it.getKey(),
                    it.getValue().reference(),
                    it.getValue().rows().stream()
                        .map(
                            row ->
                                new GradesView.FairnessGroup(
                                    row.group().name(),
                                    row.group().customers(),
                                    row.group().graded(),
                                    row.share(),
                                    row.ratio(),
                                    row.adverse()))
                        .toList()))
        .toList();
  }
}
