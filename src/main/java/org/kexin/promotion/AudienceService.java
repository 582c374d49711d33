package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Saving and reading audiences. */
@ApplicationScoped
class AudienceService {

  private final Audiences audiences;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  AudienceService(
      Audiences audiences, Viewing viewing, Violations violations, Ids ids, Clock clock) {
    this.audiences = audiences;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Saves an audience.
   *
   * @throws ProblemException {@code validation-failed} if something is missing or out of its range
   */
  @Transactional
  Receipt create(NewAudience document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    UUID id = ids.next();
    audiences.persist(new Audience(id, document, clock.now(), viewing.caller().userId()));
    return new Receipt(id, null, 0);
  }

  Page<AudienceView> list(PageRequest page) {
    return Page.of(audiences.list(page), page, last -> last.view().id().toString())
        .map(Audience::view);
  }

  AudienceView read(UUID id) {
    return audiences
        .findByIdOptional(id)
        .map(Audience::view)
        .orElseThrow(ProblemException::notFound);
  }
}
