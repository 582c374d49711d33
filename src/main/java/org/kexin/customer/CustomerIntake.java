package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Violations;

/**
 * The way in for customers of other systems, many at a time, each known by its first external id.
 *
 * <p>The rules are those of single writes, except that a customer who shares a phone, e-mail or
 * document with another is not refused: a file cannot be asked whether it insists, and finding such
 * pairs is what the review of duplicates is for.
 */
@ApplicationScoped
public class CustomerIntake {

  private final Customers customers;
  private final PastFacts pastFacts;
  private final Violations violations;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  CustomerIntake(
      Customers customers,
      PastFacts pastFacts,
      Violations violations,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.customers = customers;
    this.pastFacts = pastFacts;
    this.violations = violations;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** What was done with a document. */
  public enum Change {
    CREATED,
    RESTATED,
    UNCHANGED,
    REFUSED
  }

  /**
   * What became of one document.
   *
   * @param problems all that is wrong with it, empty unless refused
   * @param customer whom it is about; null if it was refused
   */
  public record Result(Change change, List<FieldProblem> problems, @Nullable UUID customer) {

    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }

    private static Result of(Change change, UUID customer) {
      return new Result(change, List.of(), customer);
    }

    private static Result refused(String pointer, String code, String detail) {
      return new Result(Change.REFUSED, List.of(new FieldProblem(pointer, code, detail)), null);
    }
  }

  /**
   * Creates the customers that nobody knows by their first external id, and restates those that
   * differ. Documents take effect one after the other, so that of two for one customer the later
   * stays. Everything happens in the caller's transaction.
   *
   * @return a result for each document, in order
   */
  @Transactional
  public List<Result> upsert(List<NewCustomer> documents) {
    LocalDate today = clock.today(ZoneOffset.UTC);
    List<Checked> checked = documents.stream().map(document -> check(document, today)).toList();
    Known known = known(checked.stream().map(Checked::document).filter(Objects::nonNull).toList());
    List<Result> results = new ArrayList<>(documents.size());
    for (Checked candidate : checked) {
      NewCustomer document = candidate.document();
      results.add(
          document == null
              ? new Result(Change.REFUSED, candidate.problems(), null)
              : upsert(document, known));
    }
    changes.record(known.changed);
    return results;
  }

  private Result upsert(NewCustomer document, Known known) {
    Customer customer = known.byExternalId.get(document.externalIds().getFirst());
    boolean foreign =
        document.externalIds().stream()
            .map(known.byExternalId::get)
            .anyMatch(owner -> owner != null && owner != customer);
    if (foreign) {
      return Result.refused(
          "/externalIds", "already-exists", "An external id belongs to another customer.");
    }
    return customer == null ? create(document, known) : restate(customer, document, known);
  }

  private Result create(NewCustomer document, Known known) {
    UUID id = document.id() == null ? ids.next() : document.id();
    if (known.byId.containsKey(id)) {
      return Result.refused("/id", "already-exists", "This id is taken; leave it out.");
    }
    known.add(customers.add(id, known.code(customers, ids), document, clock.now()));
    known.changed(id, ChangedAttributes.of(document));
    return Result.of(Change.CREATED, id);
  }

  private Result restate(Customer customer, NewCustomer restated, Known known) {
    NewCustomer before = customer.document();
    NewCustomer document = restated.keeping(before.department());
    if (document.kind() != before.kind()) {
      return Result.refused("/kind", "immutable", "The kind of a customer never changes.");
    }
    if (document.id() != null && !document.id().equals(before.id())) {
      return Result.refused("/id", "immutable", "The id of a customer never changes.");
    }
    if (customer.isRestricted()) {
      return Result.refused("", "restricted", "Nobody may change this customer for now.");
    }
    if (document.withId(customer.id()).equals(before)) {
      return Result.of(Change.UNCHANGED, customer.id());
    }
    before.externalIds().forEach(known.byExternalId::remove);
    pastFacts.restate(customer, document, clock.now());
    customers.reindex(customer);
    // At once: a later document may take over an external id that this one gave up, and Hibernate
    // would insert it before it deletes it.
    customers.flush();
    known.add(customer);
    known.changed(customer.id(), ChangedAttributes.between(before, document));
    return Result.of(Change.RESTATED, customer.id());
  }

  private Checked check(NewCustomer document, LocalDate today) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.externalIds().isEmpty()) {
      problems.add(
          new FieldProblem(
              "/externalIds",
              "external-id-required",
              "Give an external id: by it the customer is found again."));
    }
    // What breaks a bound is not looked at further: the rules expect members to be there.
    if (!problems.isEmpty()) {
      return new Checked(null, problems);
    }
    return switch (CustomerRules.check(document, today)) {
      case CustomerRules.Accepted accepted -> new Checked(accepted.document(), List.of());
      case CustomerRules.Refused refused -> new Checked(null, refused.problems());
    };
  }

  /** A document in normal form, or what is wrong with it. */
  private record Checked(@Nullable NewCustomer document, List<FieldProblem> problems) {}

  /** One query for each source of external ids, and one that locks the customers. */
  private Known known(List<@Nullable NewCustomer> documents) {
    Map<String, List<String>> values =
        documents.stream()
            .filter(Objects::nonNull)
            .flatMap(document -> document.externalIds().stream())
            .collect(
                Collectors.groupingBy(
                    ExternalId::source,
                    Collectors.mapping(ExternalId::value, Collectors.toList())));
    // In order, so that two intakes lock the same rows in the same order.
    TreeSet<UUID> wanted = new TreeSet<>();
    values.forEach(
        (source, ofSource) -> wanted.addAll(customers.idsByExternalId(source, ofSource).values()));
    documents.stream()
        .map(document -> document == null ? null : document.id())
        .filter(Objects::nonNull)
        .forEach(wanted::add);
    Known known = new Known();
    customers.findForUpdate(wanted).forEach(known::add);
    long unknown =
        documents.stream()
            .filter(Objects::nonNull)
            .filter(document -> !known.byExternalId.containsKey(document.externalIds().getFirst()))
            .count();
    known.codes.addAll(customers.freshCodes(ids, Math.toIntExact(unknown)));
    return known;
  }

  /** Customers that documents of one intake may mean. */
  private static final class Known {

    private final Map<UUID, Customer> byId = new HashMap<>();
    private final Map<ExternalId, Customer> byExternalId = new HashMap<>();
    private final Deque<CustomerCode> codes = new ArrayDeque<>();
    private final Map<UUID, Set<String>> changed = new LinkedHashMap<>();

    /** One of those drawn for all; more are needed only where documents give up external ids. */
    CustomerCode code(Customers customers, Ids ids) {
      return codes.isEmpty() ? customers.freshCodes(ids, 1).getFirst() : codes.remove();
    }

    /** Several documents may change one customer. */
    void changed(UUID customer, Set<String> attributes) {
      changed.computeIfAbsent(customer, none -> new TreeSet<>()).addAll(attributes);
    }

    void add(Customer customer) {
      byId.put(customer.id(), customer);
      if (!customer.isDeleted()) {
        customer.document().externalIds().forEach(id -> byExternalId.put(id, customer));
      }
    }
  }
}
