package org.kexin.lifecycle;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.kexin.access.Look;
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

/** Reading where customers stand, and publishing the policy that says so. */
@ApplicationScoped
class LifeCycleService {

  private final LifeCycles lifeCycles;
  private final LifeCyclePolicies policies;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  LifeCycleService(
      LifeCycles lifeCycles,
      LifeCyclePolicies policies,
      CustomerDirectory customers,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.lifeCycles = lifeCycles;
    this.policies = policies;
    this.customers = customers;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** Where a customer stands, with a page of changes, as the caller may see it. */
  @Transactional
  LifeCycleView of(UUID customer, PageRequest request) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
    String after = request.after();
    Page<LifeCycleChange> page =
        Page.of(
            lifeCycles.changes(
                customer, after == null ? null : TimePosition.parse(after), request.rowsToRead()),
            request,
            last -> last.position().text());
    Look look = viewing.at(customer, Set.of());
    LifeCycle found = lifeCycles.of(customer).orElse(null);
    return new LifeCycleView(
        customer,
        look.showOrHide("stage", BEHAVIOUR, found == null ? null : found.stage()),
        look.showOrHide("reason", BEHAVIOUR, found == null ? null : found.reason()),
        look.showOrHide("since", BEHAVIOUR, found == null ? null : found.since()),
        look.showOrHide("policyVersion", BEHAVIOUR, found == null ? null : found.policyVersion()),
        look.showOrHide(
            "changes", BEHAVIOUR, page.items().stream().map(LifeCycleChange::view).toList()),
        page.nextPageToken(),
        look.masked());
  }

  /** The policies, the last published first. */
  @Transactional
  Page<LifeCyclePolicyView> policies(PageRequest page) {
    long below = page.afterNumbers(1, Integer.MAX_VALUE)[0];
    return Page.of(
        policies.list(below, page.rowsToRead()), page, last -> String.valueOf(last.version()));
  }

  /**
   * Publishes the next version; the job then derives everybody anew.
   *
   * @throws ProblemException {@code validation-failed}; {@code already-exists} if somebody
   *     published another at the same moment
   */
  @Transactional
  Receipt publish(LifeCycleTerms terms) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(terms));
    if (terms.lostDays() <= terms.lapsingDays()) {
      problems.add(
          new FieldProblem(
              "/lostDays", "not-after-lapsing", "Somebody is lost after they were lapsing."));
    }
    ProblemException.demandNone(problems);
    UUID id = ids.next();
    int version = policies.current().version() + 1;
    try {
      policies.persistAndFlush(
          new LifeCyclePolicy(id, version, terms, clock.now(), viewing.caller().userId()));
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "Somebody published another version at the same moment.");
    }
    return new Receipt(id, String.valueOf(version), 0);
  }
}
