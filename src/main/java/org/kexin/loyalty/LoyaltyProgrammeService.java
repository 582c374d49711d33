package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Making programmes and publishing their terms. */
@ApplicationScoped
class LoyaltyProgrammeService {

  private final LoyaltyProgrammes programmes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  LoyaltyProgrammeService(
      LoyaltyProgrammes programmes, Viewing viewing, Violations violations, Ids ids, Clock clock) {
    this.programmes = programmes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * One programme with a version of its terms.
   *
   * @param termsNumber null for those that hold now
   * @throws ProblemException {@code not-found} if there is no such programme or version
   */
  LoyaltyProgrammeView read(UUID id, @Nullable Integer termsNumber) {
    LoyaltyProgramme programme = programmes.findById(id);
    if (programme == null) {
      throw ProblemException.notFound();
    }
    int number = Objects.requireNonNullElse(termsNumber, programme.termsNumber());
    PublishedTerms terms = programmes.terms(id, number);
    if (terms == null) {
      throw ProblemException.notFound();
    }
    return LoyaltyProgrammeView.of(programme, number, terms.terms());
  }

  Page<LoyaltyProgrammeView> list(PageRequest page) {
    return Page.of(programmes.list(page), page, last -> last.id().toString())
        .map(LoyaltyProgrammeView::of);
  }

  /**
   * @throws ProblemException {@code already-exists} if the code is taken
   */
  @Transactional
  Receipt create(NewLoyaltyProgramme document) {
    refuseInvalid(document, document.terms());
    String by = viewing.caller().userId();
    LoyaltyProgramme programme = new LoyaltyProgramme(ids.next(), document, clock.now(), by);
    try {
      programmes.persistAndFlush(programme);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "Another programme has this code; choose another.");
    }
    programmes.add(
        new PublishedTerms(
            programme.id(), programme.termsNumber(), document.terms(), clock.now(), by));
    return new Receipt(programme.id(), programme.code(), programme.version());
  }

  /**
   * Publishes terms: for what is recorded from now on. What was earned keeps its times.
   *
   * @throws ProblemException {@code not-found} if there is no such programme
   */
  @Transactional
  Receipt publish(UUID id, NewLoyaltyTerms document) {
    refuseInvalid(document, document.terms());
    LoyaltyProgramme programme =
        programmes.findForUpdate(id).orElseThrow(ProblemException::notFound);
    programmes.add(
        new PublishedTerms(
            id, programme.promiseAnew(), document.terms(), clock.now(), viewing.caller().userId()));
    programmes.flush();
    return new Receipt(id, programme.code(), programme.version());
  }

  private void refuseInvalid(Object document, @Nullable ProgrammeTerms terms) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty() && terms != null) {
      problems.addAll(terms.contradictions("/terms"));
    }
    ProblemException.demandNone(problems);
  }
}
