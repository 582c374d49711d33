package org.kexin.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.PermissionsChanged;
import org.kexin.customer.ContactableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.CustomerRoster;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Making and ending rules; claiming, completing and dismissing tasks. */
@ApplicationScoped
class CareService {

  /** What a task changes of its customer. */
  private static final Set<String> CHANGED = Set.of("care");

  private final CareRules rules;
  private final CareTasks tasks;
  private final CustomerDirectory customers;
  private final ContactableCustomers contactable;
  private final CustomerRoster roster;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  CareService(
      CareRules rules,
      CareTasks tasks,
      CustomerDirectory customers,
      ContactableCustomers contactable,
      CustomerRoster roster,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.rules = rules;
    this.tasks = tasks;
    this.customers = customers;
    this.contactable = contactable;
    this.roster = roster;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a rule, followed from the present day on.
   *
   * @throws ProblemException {@code validation-failed}
   */
  @Transactional
  Receipt make(NewCareRule document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      problems.addAll(document.contradictions());
    }
    ProblemException.demandNone(problems);
    CareRule rule = new CareRule(ids.next(), document, clock.now(), viewing.caller().userId());
    rules.persistAndFlush(rule);
    return new Receipt(rule.id(), null, rule.version());
  }

  /**
   * Ends a rule; tasks that it made stay.
   *
   * @throws ProblemException {@code not-found}; {@code transition-refused} if it has ended
   */
  @Transactional
  Receipt end(UUID id) {
    CareRule rule = rules.findForUpdate(id).orElseThrow(ProblemException::notFound);
    rule.end(clock.now(), viewing.caller().userId());
    rules.flush();
    return new Receipt(id, null, rule.version());
  }

  /** The rule. */
  @Transactional
  CareRuleView rule(UUID id) {
    CareRule rule = rules.findById(id);
    if (rule == null) {
      throw ProblemException.notFound();
    }
    return CareRuleView.of(rule);
  }

  /** A page of rules, the last made first. */
  @Transactional
  Page<CareRuleView> rules(PageRequest page) {
    return Page.of(rules.list(page), page, last -> last.id().toString()).map(CareRuleView::of);
  }

  /**
   * Takes a task on.
   *
   * @throws ProblemException {@code not-found}; {@code transition-refused} if it is not open;
   *     {@code consent-missing} if the customer does not agree any more
   */
  @Transactional
  Receipt claim(UUID id) {
    // First the customer and then the task, as a withdrawal locks them.
    roster.lock(tasks.customerOf(id).orElseThrow(ProblemException::notFound));
    CareTask task = reached(id);
    task.claim(viewing.caller().userId());
    contactable.demand(task.customerId(), task.channel(), task.kind().furtherUses());
    return changed(task);
  }

  /**
   * Says what came of a task that the caller claimed.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if the caller did not claim it, or it has ended
   */
  @Transactional
  Receipt complete(UUID id, NewCareResult document) {
    ProblemException.demandNone(violations.of(document));
    CareTask task = reached(id);
    task.complete(document, clock.now(), viewing.caller().userId());
    return changed(task);
  }

  /**
   * Decides against a task.
   *
   * @throws ProblemException {@code not-found}; {@code validation-failed}; {@code
   *     transition-refused} if it has ended
   */
  @Transactional
  Receipt dismiss(UUID id, NewCareDismissal document) {
    ProblemException.demandNone(violations.of(document));
    CareTask task = reached(id);
    task.dismiss(document, clock.now());
    return changed(task);
  }

  /** The task as the caller may see it. */
  @Transactional
  CareTaskView task(UUID id) {
    CareTask task = tasks.findById(id);
    if (task == null) {
      throw ProblemException.notFound();
    }
    viewing.concerns(task.customerId());
    customers.demandReach(task.customerId());
    return view(task);
  }

  /** A page; without the tasks for restricted customers, so it may be short. */
  @Transactional
  Page<CareTaskView> tasks(
      CareTaskState state, @Nullable UUID customer, boolean mine, PageRequest page) {
    CareTaskQuery query =
        new CareTaskQuery(state, customer, mine ? viewing.caller().userId() : null);
    Page<CareTask> cut =
        Page.of(
            tasks.list(query, viewing.reach(), page),
            page,
            last -> new CareTaskQuery.Position(last.dueOn(), last.id()).text());
    Set<UUID> open = customers.withinReach(cut.items().stream().map(CareTask::customerId).toList());
    viewing.expect(open);
    return cut.filter(task -> open.contains(task.customerId())).map(this::view);
  }

  /** Cancels what rests on a consent that is gone, in the transaction that took it back. */
  void on(@Observes PermissionsChanged event) {
    for (CareTask task : tasks.liveOf(event.person())) {
      boolean agreed =
          contactable
              .among(Set.of(event.person()), task.channel(), task.kind().furtherUses())
              .contains(event.person());
      if (!agreed) {
        task.cancel(clock.now());
      }
    }
  }

  private CareTaskView view(CareTask task) {
    return CareTaskView.of(
        task, viewing.at(task.customerId(), Set.of()), task.isOf(viewing.caller().userId()));
  }

  private CareTask reached(UUID id) {
    CareTask task = tasks.findForUpdate(id).orElseThrow(ProblemException::notFound);
    customers.demandReach(task.customerId());
    return task;
  }

  private Receipt changed(CareTask task) {
    tasks.flush();
    changes.record(task.customerId(), CHANGED);
    return new Receipt(task.id(), null, task.version());
  }
}
