package org.kexin.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.PermissionsChanged;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;

/** Creating, reading, changing and deleting customers. */
@ApplicationScoped
class CustomerService {

  private static final int CANDIDATES = 10;

  private final Customers customers;
  private final GroupReader reader;
  private final PastFacts pastFacts;
  private final CustomerRestrictions restrictions;
  private final CustomerDirectory directory;
  private final Viewing viewing;
  private final Changes changes;
  private final Event<PermissionsChanged> permissionsChanged;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  CustomerService(
      Customers customers,
      GroupReader reader,
      PastFacts pastFacts,
      CustomerRestrictions restrictions,
      CustomerDirectory directory,
      Viewing viewing,
      Changes changes,
      Event<PermissionsChanged> permissionsChanged,
      Violations violations,
      MergePatch mergePatch,
      Ids ids,
      Clock clock) {
    this.customers = customers;
    this.reader = reader;
    this.pastFacts = pastFacts;
    this.restrictions = restrictions;
    this.directory = directory;
    this.viewing = viewing;
    this.changes = changes;
    this.permissionsChanged = permissionsChanged;
    this.violations = violations;
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  /** The customer as the caller may see it. One row, read without a transaction. */
  CustomerView read(UUID id, Set<String> fields) {
    viewing.concerns(id);
    return view(reached(id), fields);
  }

  /**
   * The attributes wanted in clear, of one customer.
   *
   * @throws ProblemException {@code validation-failed} if an attribute is unknown or the reason is
   *     none; {@code forbidden} if the policy keeps one of them masked whatever the reason
   */
  CustomerView unmask(UUID id, Unmasking unmasking) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(unmasking));
    problems.addAll(unmasking.unknownAttributes());
    ProblemException.demandNone(problems);
    viewing.concerns(id);
    Customer customer = reached(id);
    Set<AttributeClass> classes = EnumSet.noneOf(AttributeClass.class);
    unmasking
        .attributes()
        .forEach(
            attribute -> classes.addAll(CustomerView.CLASSES.getOrDefault(attribute, Set.of())));
    return CustomerView.of(
        customer,
        viewing.unmask(id, Set.copyOf(unmasking.attributes()), classes, unmasking.reason()));
  }

  Page<CustomerView> list(CustomerQuery query, PageRequest page, Set<String> fields) {
    // Cut first: the row that only tells of a next page is not shown, so it is not looked at.
    return views(
        Page.of(
            customers.list(query, viewing.reach(), restrictions.seesAll(), page),
            page,
            query.sort()::keyOf),
        fields);
  }

  Page<CustomerView> search(CustomerSearch search) {
    List<FieldProblem> problems = violations.of(search);
    ProblemException.demandNone(problems);
    SearchCriteria criteria = SearchCriteria.of(search);
    PageRequest page =
        PageRequest.of(search.pageSize(), search.pageToken(), "searchCustomers", criteria);
    List<Customer> rows = customers.search(criteria, viewing.reach(), restrictions.seesAll(), page);
    return views(Page.of(rows, page, customer -> customer.id().toString()), Set.of());
  }

  /**
   * @throws ProblemException {@code possible-duplicate} if another live customer has the same
   *     phone, e-mail or document and {@code allowDuplicate} is false; {@code already-exists} if
   *     the id or an external id is taken
   */
  @Transactional
  Receipt create(NewCustomer document, boolean allowDuplicate) {
    NewCustomer accepted = accepted(document);
    refuseTaken(accepted, null);
    if (!allowDuplicate) {
      refuseDuplicate(accepted);
    }
    return receipt(add(accepted));
  }

  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    Customer customer = demand(id, ifMatch);
    restate(customer, mergePatch.apply(customer.document(), patch, NewCustomer.class));
    return receipt(customer);
  }

  @Transactional
  void delete(UUID id, @Nullable String ifMatch) {
    Customer customer = demand(id, ifMatch);
    customer.delete(clock.now());
    customers.reindex(customer);
    changes.record(id, Set.of(ChangedAttributes.DELETED));
    customers.flush();
    permissionsChanged.fire(new PermissionsChanged(id));
  }

  /** Creates the customer with this external id, or restates the one that has it. */
  @Transactional
  Upserted upsert(ExternalId externalId, NewCustomer document) {
    NewCustomer accepted = accepted(document.with(externalId));
    UUID known =
        customers
            .idsByExternalId(externalId.source(), Set.of(externalId.value()))
            .get(externalId.value());
    if (known == null) {
      refuseTaken(accepted, null);
      return new Upserted(receipt(add(accepted)), true);
    }
    Customer customer = changeable(known);
    viewing.concerns(known);
    viewing.demandReach(customer.department());
    restate(customer, accepted.keeping(customer.department()));
    return new Upserted(receipt(customer), false);
  }

  /** What an upsert did. */
  record Upserted(Receipt receipt, boolean created) {}

  private Customer add(NewCustomer accepted) {
    UUID id = accepted.id() == null ? ids.next() : accepted.id();
    CustomerCode code = customers.freshCodes(ids, 1).getFirst();
    Customer customer = orAlreadyExists(() -> customers.add(id, code, accepted, clock.now()));
    changes.record(id, ChangedAttributes.of(accepted));
    return customer;
  }

  private void restate(Customer customer, NewCustomer document) {
    NewCustomer before = customer.document();
    refuseChangeOf(before, document);
    NewCustomer accepted = accepted(document);
    refuseTaken(accepted, customer.id());
    if (!accepted.withId(customer.id()).equals(before)) {
      pastFacts.restate(customer, accepted, clock.now());
      customers.flush();
      orAlreadyExists(
          () -> {
            customers.reindex(customer);
            return customer;
          });
      changes.record(customer.id(), ChangedAttributes.between(before, accepted));
    }
  }

  /** Another transaction may take an id or external id between our look and our insert. */
  private Customer orAlreadyExists(Supplier<Customer> change) {
    try {
      Customer changed = change.get();
      customers.flush();
      return changed;
    } catch (ConstraintViolationException raced) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS,
          "Somebody else took this id or external id at the same moment; send it again.");
    }
  }

  private boolean isOpen(Customer customer) {
    return !customer.isRestricted() || restrictions.areOpenTo(customer.id());
  }

  private Customer changeable(UUID id) {
    return customers
        .findLiveForUpdate(id)
        .filter(this::isOpen)
        .orElseThrow(ProblemException::notFound);
  }

  private Customer demand(UUID id, @Nullable String ifMatch) {
    Customer customer = changeable(id);
    viewing.concerns(id);
    viewing.demandReach(customer.department());
    EntityTags.demand(ifMatch, customer.version());
    return customer;
  }

  private NewCustomer accepted(NewCustomer document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    return switch (CustomerRules.check(document, clock.today(ZoneOffset.UTC))) {
      case CustomerRules.Accepted accepted when problems.isEmpty() -> accepted.document();
      case CustomerRules.Accepted accepted -> throw ProblemException.invalid(problems);
      case CustomerRules.Refused refused -> {
        problems.addAll(refused.problems());
        throw ProblemException.invalid(problems);
      }
    };
  }

  private static void refuseChangeOf(NewCustomer before, NewCustomer after) {
    boolean sameId = after.id() == null || after.id().equals(before.id());
    if (!sameId || after.kind() != before.kind()) {
      throw ProblemException.invalid(
          sameId ? "/kind" : "/id", "immutable", "Id and kind of a customer never change.");
    }
  }

  private void refuseTaken(NewCustomer document, @Nullable UUID self) {
    if (self == null && document.id() != null && customers.findById(document.id()) != null) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "This id is taken; make a fresh UUID version 7.");
    }
    for (ExternalId id : document.externalIds()) {
      UUID owner = customers.idsByExternalId(id.source(), Set.of(id.value())).get(id.value());
      if (owner != null && !owner.equals(self)) {
        throw collision(
            ProblemCode.ALREADY_EXISTS,
            "An external id belongs to the customer under candidates; change that one instead.",
            List.of(owner));
      }
    }
  }

  private void refuseDuplicate(NewCustomer document) {
    List<UUID> candidates = customers.sharing(document, null, CANDIDATES);
    if (!candidates.isEmpty()) {
      throw collision(
          ProblemCode.POSSIBLE_DUPLICATE,
          "Customers with the same phone, e-mail or document are listed under candidates; look at"
              + " them, and send Allow-Duplicate: true to insist.",
          candidates);
    }
  }

  /** Names only customers that the caller may know. */
  private ProblemException collision(ProblemCode code, String detail, List<UUID> candidates) {
    List<UUID> known = List.copyOf(directory.withinReach(candidates));
    return ProblemException.collision(
        code,
        known.size() == candidates.size()
            ? detail
            : detail + " Some are not named: ask a data steward.",
        known);
  }

  /**
   * The live customer, if the caller may know of them: one whom the policy shows nothing of is not
   * told apart from one who is not there.
   */
  private Customer reached(UUID id) {
    Customer customer =
        reader.findLive(id).filter(this::isOpen).orElseThrow(ProblemException::notFound);
    viewing.demandReach(customer.department());
    if (!viewing.showsAnythingOf(id)) {
      throw ProblemException.notFound();
    }
    return customer;
  }

  private Page<CustomerView> views(Page<Customer> page, Set<String> fields) {
    viewing.expect(page.items().stream().map(Customer::id).toList());
    return page.map(customer -> view(customer, fields));
  }

  private CustomerView view(Customer customer, Set<String> fields) {
    return CustomerView.of(customer, viewing.at(customer.id(), fields));
  }

  private static Receipt receipt(Customer customer) {
    return new Receipt(customer.id(), customer.code(), customer.version());
  }
}
