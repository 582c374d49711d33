package org.kexin.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Placing and releasing holds. */
@ApplicationScoped
class LegalHoldService {

  private final LegalHolds holds;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  LegalHoldService(
      LegalHolds holds,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.holds = holds;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  Receipt place(NewLegalHold document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    LegalHold hold = new LegalHold(ids.next(), document, clock.now(), viewing.caller().userId());
    holds.persistAndFlush(hold);
    record(hold);
    return new Receipt(hold.id(), null, hold.version());
  }

  /**
   * @throws ProblemException {@code not-found} if there is none, {@code not-ready} if it was
   *     released before
   */
  @Transactional
  Receipt release(UUID id) {
    LegalHold hold = holds.findForUpdate(id).orElseThrow(ProblemException::notFound);
    hold.release(clock.now(), viewing.caller().userId());
    holds.flush();
    record(hold);
    return new Receipt(hold.id(), null, hold.version());
  }

  @Transactional
  Page<LegalHoldView> list(PageRequest page) {
    Page<LegalHoldView> cut =
        Page.of(
            holds.list(page).stream().map(LegalHold::view).toList(),
            page,
            last -> last.id().toString());
    for (LegalHoldView hold : cut.items()) {
      UUID person = hold.personId();
      if (person != null) {
        viewing.concerns(person);
      }
    }
    viewing.shows("legalHolds");
    return cut;
  }

  private void record(LegalHold hold) {
    UUID person = hold.personId();
    if (person != null) {
      changes.record(person, Set.of("legalHolds"));
    }
  }
}
