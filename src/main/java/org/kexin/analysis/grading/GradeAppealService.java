package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.ObjectionRegister;
import org.kexin.access.Viewing;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.customer.CustomerDirectory;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/**
 * Filing, deciding and withdrawing appeals. A policy grades by itself, so whoever is graded may
 * have a person look at it (GDPR article 22(3), PIPL article 24).
 */
@ApplicationScoped
class GradeAppealService {

  private static final int MOST_YEARS_HELD = 1;

  private final GradeAppeals appeals;
  private final PresentGrades grades;
  private final ObjectionRegister objections;
  private final Appellants appellants;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Answering answering;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  GradeAppealService(
      GradeAppeals appeals,
      PresentGrades grades,
      ObjectionRegister objections,
      Appellants appellants,
      CustomerDirectory customers,
      DataKeys keys,
      Answering answering,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.appeals = appeals;
    this.grades = grades;
    this.objections = objections;
    this.appellants = appellants;
    this.customers = customers;
    this.keys = keys;
    this.answering = answering;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Files the appeal of a customer who told a member of staff.
   *
   * @throws ProblemException {@code validation-failed}; {@code not-found} or {@code
   *     not-your-customer} as {@link Appellants#demandReach} says; {@code no-grade} if the customer
   *     has none; {@code appeal-open} if an appeal waits for a decision
   */
  @Transactional
  Receipt file(UUID customer, NewGradeAppeal document) {
    ProblemException.demandNone(violations.of(document));
    appellants.demandReach(customer);
    return filed(customer, document, viewing.caller().userId());
  }

  /**
   * Files the appeal of the caller.
   *
   * @throws ProblemException as {@link #file}; {@code not-found} if the caller is no customer
   */
  @Transactional
  Receipt fileOwn(NewGradeAppeal document) {
    ProblemException.demandNone(violations.of(document));
    return filed(appellants.own(), document, null);
  }

  private Receipt filed(UUID customer, NewGradeAppeal document, @Nullable String by) {
    demandProfiled(customer);
    if (appeals.isOpenOf(customer)) {
      throw openAlready();
    }
    GradeAppeal appeal =
        new GradeAppeal(
            ids.next(),
            customer,
            contested(customer),
            AppealTexts.sealReason(keys.findOrThrow(customer), document.reason()),
            clock.now(),
            by);
    try {
      appeals.persistAndFlush(appeal);
    } catch (ConstraintViolationException raced) {
      throw openAlready();
    }
    return changed(appeal);
  }

  /** What the customer is graded as at this moment: by a person if one decided, else by policy. */
  private GradeAppeal.Contested contested(UUID customer) {
    PresentGrades.Present present =
        grades
            .of(customer)
            .orElseThrow(() -> noGrade("A restricted or deleted customer is not graded."));
    int policy = present.policy().number();
    GradeAppeal.Held held = appeals.bearing(customer, answering.today()).held();
    if (held != null) {
      return new GradeAppeal.Contested(held.grade(), policy);
    }
    PresentGrades.Judged judged = present.judged();
    if (judged == null) {
      throw noGrade(
          "The scores of all customers by the present policy are not computed yet; ask again"
              + " later.");
    }
    return new GradeAppeal.Contested(judged.grading().grade(), policy);
  }

  /**
   * A person decides.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     four-eyes-required} if the caller filed it or is the customer; {@code transition-refused}
   *     if it is closed; {@code no-grade} if the customer objects to profiling meanwhile
   */
  @Transactional
  Receipt decide(UUID id, NewAppealDecision document) {
    demandAcceptable(document);
    GradeAppeal found = reached(id);
    UUID customer = found.customerId();
    found.demandOtherThanFiler(viewing.caller().userId());
    if (customer.equals(viewing.caller().customerId())) {
      throw new ProblemException(
          ProblemCode.FOUR_EYES_REQUIRED, "Nobody decides on their own grade.");
    }
    found.demandOpen();
    demandProfiled(customer);
    if (document.grade() == found.contestedGrade()) {
      throw ProblemException.invalid(
          "/grade", "grade-unchanged", "Grant another grade, or uphold the contested one.");
    }
    DataKey key = keys.findOrThrow(customer);
    byte[] reason = AppealTexts.sealDecision(key, document.reason());
    Grade grade = document.grade();
    LocalDate until = document.heldUntil();
    if (grade == null || until == null) {
      found.uphold(reason, clock.now(), viewing.caller().userId());
    } else {
      found.grant(
          new GradeAppeal.Held(grade, until), reason, clock.now(), viewing.caller().userId());
    }
    return changed(found);
  }

  /**
   * The customer does not pursue it, as a member of staff was told.
   *
   * @throws ProblemException {@code not-found}; {@code transition-refused} if it is closed
   */
  @Transactional
  Receipt withdraw(UUID id) {
    GradeAppeal found = reached(id);
    found.withdraw(clock.now(), viewing.caller().userId());
    return changed(found);
  }

  /** The caller does not pursue it. As {@link #withdraw}. */
  @Transactional
  Receipt withdrawOwn(UUID id) {
    UUID own = appellants.own();
    GradeAppeal found =
        appeals
            .findForUpdate(id)
            .filter(appeal -> appeal.customerId().equals(own))
            .orElseThrow(ProblemException::notFound);
    found.withdraw(clock.now(), null);
    return changed(found);
  }

  private void demandAcceptable(NewAppealDecision document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    ProblemException.demandNone(problems);
    boolean granted = document.verdict() == AppealVerdict.GRANTED;
    if ((document.grade() != null) != granted) {
      problems.add(
          new FieldProblem("/grade", "unfit", "A grade is given where it is granted, else none."));
    }
    LocalDate until = document.heldUntil();
    if ((until != null) != granted || (until != null && !isWithinReach(until))) {
      problems.add(
          new FieldProblem(
              "/heldUntil",
              "unfit",
              "A granted grade is held from today on by a year at most; no other has a last day."));
    }
    ProblemException.demandNone(problems);
  }

  private boolean isWithinReach(LocalDate until) {
    LocalDate today = answering.today();
    return !until.isBefore(today) && !until.isAfter(today.plusYears(MOST_YEARS_HELD));
  }

  private void demandProfiled(UUID customer) {
    if (!objections.objectingToProfiling(List.of(customer)).isEmpty()) {
      throw noGrade("A customer who objects to profiling has no grade.");
    }
  }

  private GradeAppeal reached(UUID id) {
    GradeAppeal found = appeals.findForUpdate(id).orElseThrow(ProblemException::notFound);
    customers.demandReach(found.customerId());
    return found;
  }

  private Receipt changed(GradeAppeal appeal) {
    appeals.flush();
    changes.record(appeal.customerId(), Set.of(GradeAppeal.CHANGED));
    return new Receipt(appeal.id(), null, appeal.version());
  }

  private static ProblemException openAlready() {
    return new ProblemException(
        ProblemCode.APPEAL_OPEN,
        "One appeal of a customer is open at a time: wait for its decision, or withdraw it.");
  }

  private static ProblemException noGrade(String detail) {
    return new ProblemException(ProblemCode.NO_GRADE, detail);
  }
}
