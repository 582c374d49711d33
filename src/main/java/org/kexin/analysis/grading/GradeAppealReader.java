package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;

/** Reading appeals. Texts are opened for one appeal at a time, never for a list. */
@ApplicationScoped
class GradeAppealReader {

  private final GradeAppeals appeals;
  private final Appellants appellants;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Viewing viewing;

  GradeAppealReader(
      GradeAppeals appeals,
      Appellants appellants,
      CustomerDirectory customers,
      DataKeys keys,
      Viewing viewing) {
    this.appeals = appeals;
    this.appellants = appellants;
    this.customers = customers;
    this.keys = keys;
    this.viewing = viewing;
  }

  /**
   * An appeal with what was said.
   *
   * @throws ProblemException {@code not-found}; {@code not-your-customer} as {@link
   *     CustomerDirectory#demandReach} says
   */
  @Transactional
  GradeAppealView read(UUID id) {
    GradeAppeal found = appeals.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    viewing.concerns(found.customerId());
    customers.demandReach(found.customerId());
    return told(found);
  }

  /**
   * An appeal of the caller.
   *
   * @throws ProblemException {@code not-found} also if it is somebody else's
   */
  @Transactional
  GradeAppealView readOwn(UUID id) {
    UUID own = appellants.own();
    return appeals
        .findByIdOptional(id)
        .filter(appeal -> appeal.customerId().equals(own))
        .map(this::told)
        .orElseThrow(ProblemException::notFound);
  }

  /** A page of a work list; without the appeals of restricted customers, so it may be short. */
  @Transactional
  Page<GradeAppealView> list(AppealState state, PageRequest page) {
    Page<GradeAppeal> cut =
        Page.of(appeals.list(state, viewing.reach(), page), page, last -> last.id().toString());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(GradeAppeal::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(
            found ->
                GradeAppealView.of(
                    found, AppealTexts.NONE, viewing.at(found.customerId(), Set.of())));
  }

  /**
   * Appeals of one customer, the last filed first.
   *
   * @throws ProblemException as {@link Appellants#demandReach} says
   */
  @Transactional
  Page<GradeAppealView> listOf(UUID customer, PageRequest page) {
    appellants.demandReach(customer);
    return of(customer, page);
  }

  /**
   * Appeals of the caller, the last filed first.
   *
   * @throws ProblemException {@code not-found} if the caller is no customer
   */
  @Transactional
  Page<GradeAppealView> listOwn(PageRequest page) {
    return of(appellants.own(), page);
  }

  private Page<GradeAppealView> of(UUID customer, PageRequest page) {
    Look look = viewing.at(customer, Set.of());
    return Page.of(
            appeals.of(customer, page.afterId(), page.rowsToRead()),
            page,
            last -> last.id().toString())
        .map(found -> GradeAppealView.of(found, AppealTexts.NONE, look));
  }

  private GradeAppealView told(GradeAppeal found) {
    UUID customer = found.customerId();
    return GradeAppealView.of(
        found,
        AppealTexts.of(found, keys.find(customer).orElse(null)),
        viewing.at(customer, Set.of()));
  }
}
