package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.analysis.algorithm.grading.TermsCheck;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Checking and publishing policies. */
@ApplicationScoped
class GradingPolicyService {

  private final GradingPolicies policies;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  GradingPolicyService(
      GradingPolicies policies, Viewing viewing, Violations violations, Ids ids, Clock clock) {
    this.policies = policies;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  Page<GradingPolicyView> list(PageRequest page) {
    return Page.of(policies.list(page), page, last -> last.id().toString());
  }

  /**
   * Publishes the next version: for what is asked from now on.
   *
   * @throws ProblemException {@code validation-failed}; {@code already-exists} if somebody else
   *     published one in the same moment
   */
  @Transactional
  Receipt publish(NewGradingPolicy document) {
    demandSound(document);
    GradingPolicy policy =
        new GradingPolicy(
            ids.next(),
            document,
            policies.countOf(document.kind()) + 1,
            clock.now(),
            viewing.caller().userId());
    try {
      policies.persistAndFlush(policy);
    } catch (ConstraintViolationException faster) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "Somebody else published a policy just now; look at it.");
    }
    return new Receipt(policy.view().id(), null, 0);
  }

  /**
   * Refuses a policy that contradicts itself, or of which a part can never decide.
   *
   * @throws ProblemException {@code validation-failed}
   */
  void demandSound(NewGradingPolicy document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    ProblemException.demandNone(problems);
    PolicyTerms terms = document.terms();
    String currency = terms.currency();
    if (currency != null && !isCurrency(currency)) {
      problems.add(
          new FieldProblem("/terms/currency", "currency-invalid", "Use an ISO 4217 code."));
    }
    GradingTerms rules = rules(terms, problems);
    if (rules != null) {
      TermsCheck.of(rules).forEach(finding -> problems.add(problem(finding, terms)));
    }
    ProblemException.demandNone(problems);
  }

  private static @Nullable GradingTerms rules(PolicyTerms terms, List<FieldProblem> problems) {
    try {
      return terms.rules();
    } catch (IllegalArgumentException contradiction) {
      problems.add(
          new FieldProblem(
              "/terms",
              "terms-contradictory",
              "Name each fact once, have bands ascend, and grades descend to above ORDINARY."));
      return null;
    }
  }

  private static boolean isCurrency(String code) {
    try {
      return Money.currency(code) != null;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static FieldProblem problem(TermsCheck.Finding finding, PolicyTerms terms) {
    String pointer = pointer(finding, terms);
    return switch (finding.defect()) {
      case TOO_COMPLICATED ->
          new FieldProblem(
              "/terms", "terms-too-complicated", "Use fewer facts, bands and conditions.");
      case UNREACHABLE ->
          new FieldProblem(
              pointer,
              "grade-unreachable",
              "No customer can ever have %s.".formatted(finding.grade()));
      case SHADOWED ->
          new FieldProblem(
              pointer,
              "rule-shadowed",
              "Nobody's grade depends on %s here; leave it out or change it."
                  .formatted(finding.fact()));
      case SCORE_SHADOWED ->
          new FieldProblem(
              pointer,
              "rule-shadowed",
              "Nobody's grade depends on this minimum score; set it to 0 or change it.");
    };
  }

  private static String pointer(TermsCheck.Finding finding, PolicyTerms terms) {
    List<Grade> grades = terms.grades().stream().map(PolicyTerms.GradeTerms::grade).toList();
    int grade = grades.indexOf(finding.grade());
    if (grade < 0) {
      return "/terms/grades";
    }
    return switch (finding.defect()) {
      case SHADOWED ->
          "/terms/grades/%d/conditions/%d"
              .formatted(
                  grade,
                  terms.grades().get(grade).conditions().stream()
                      .map(PolicyTerms.FactCondition::fact)
                      .toList()
                      .indexOf(finding.fact()));
      case SCORE_SHADOWED -> "/terms/grades/%d/minimumScore".formatted(grade);
      case UNREACHABLE, TOO_COMPLICATED -> "/terms/grades/%d".formatted(grade);
    };
  }
}
