package org.kexin.aftersales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.TimePosition;
import org.kexin.shared.Violations;
import org.kexin.transaction.SalesDirectory;

/** Opening, ending, rating and reading service cases. */
@ApplicationScoped
class ServiceCaseService {

  /** What a case changes of its customer. */
  private static final Set<String> CHANGED = Set.of("serviceCases");

  private final ServiceCases cases;
  private final SalesDirectory sales;
  private final CustomerDirectory customers;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  ServiceCaseService(
      ServiceCases cases,
      SalesDirectory sales,
      CustomerDirectory customers,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.cases = cases;
    this.sales = sales;
    this.customers = customers;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a case.
   *
   * @throws ProblemException {@code validation-failed}; {@code already-exists} if the id is taken
   */
  @Transactional
  Receipt open(NewServiceCase document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      problems.add(
          new FieldProblem(
              "/id", "id-invalid", "Make ids as UUID version 7, or leave the member out."));
    }
    if (document.customerId() != null) {
      problems.addAll(unknown(document));
    }
    ProblemException.demandNone(problems);
    customers.demandReach(document.customerId());
    UUID id = document.id() == null ? ids.next() : document.id();
    ServiceCase opened = new ServiceCase(id, document, clock.now(), viewing.caller().userId());
    try {
      cases.persistAndFlush(opened);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "This id is taken; make a fresh UUID version 7.");
    }
    return changed(opened);
  }

  /**
   * Says what was done.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if it has ended
   */
  @Transactional
  Receipt end(UUID id, NewCaseResult document) {
    ProblemException.demandNone(violations.of(document));
    ServiceCase found = reached(id);
    found.end(document, clock.now(), viewing.caller().userId());
    return changed(found);
  }

  /**
   * Takes the customer's rating.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if it has not ended; {@code already-rated}
   */
  @Transactional
  Receipt rate(UUID id, NewRating document) {
    ProblemException.demandNone(violations.of(document));
    ServiceCase found = reached(id);
    found.rate(Rating.of(document, clock.now()));
    return changed(found);
  }

  /** The case as the caller may see it. */
  @Transactional
  ServiceCaseView read(UUID id) {
    ServiceCase found = cases.findById(id);
    if (found == null) {
      throw ProblemException.notFound();
    }
    viewing.concerns(found.customerId());
    customers.demandReach(found.customerId());
    return ServiceCaseView.of(found, viewing.at(found.customerId(), Set.of()));
  }

  /**
   * A page; without the cases of restricted customers, so it may be short.
   *
   * @throws ProblemException {@code parameter-invalid} if neither a customer nor a state is asked
   *     for
   */
  @Transactional
  Page<ServiceCaseView> list(@Nullable UUID customer, @Nullable CaseState state, PageRequest page) {
    if (customer == null && state == null) {
      throw ProblemException.parameter("state", "Ask for a customerId or for a state.");
    }
    Page<ServiceCase> cut =
        Page.of(
            cases.list(customer, state, viewing.reach(), page),
            page,
            last -> new TimePosition(last.openedAt(), last.id()).text());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(ServiceCase::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(found -> ServiceCaseView.of(found, viewing.at(found.customerId(), Set.of())));
  }

  private ServiceCase reached(UUID id) {
    ServiceCase found = cases.findForUpdate(id).orElseThrow(ProblemException::notFound);
    customers.demandReach(found.customerId());
    return found;
  }

  private Receipt changed(ServiceCase found) {
    cases.flush();
    changes.record(found.customerId(), CHANGED);
    return new Receipt(found.id(), null, found.version());
  }

  private List<FieldProblem> unknown(NewServiceCase document) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!customers.exists(document.customerId())) {
      problems.add(new FieldProblem("/customerId", "customer-unknown", "No customer has this id."));
    }
    UUID order = document.transactionId();
    // An order of somebody else is not told apart from none: it is not the caller's to know.
    if (order != null
        && sales
            .find(order)
            .filter(sale -> document.customerId().equals(sale.customerId()))
            .isEmpty()) {
      problems.add(
          new FieldProblem(
              "/transactionId", "transaction-unknown", "This customer has no such order."));
    }
    return problems;
  }
}
