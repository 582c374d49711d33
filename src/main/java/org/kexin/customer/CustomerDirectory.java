package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.access.Changes;
import org.kexin.access.Reach;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemException;

/** Customers for other features: by id and by external id, never their facts. */
@ApplicationScoped
public class CustomerDirectory {

  /** The parameter that {@link #withinReach(String)} leaves open. */
  public static final String DEPARTMENT = "reachedDepartment";

  private final Customers customers;
  private final CustomerRestrictions restrictions;
  private final Viewing viewing;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  CustomerDirectory(
      Customers customers,
      CustomerRestrictions restrictions,
      Viewing viewing,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.customers = customers;
    this.restrictions = restrictions;
    this.viewing = viewing;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether a live customer has this id. */
  public boolean exists(UUID id) {
    return customers.findLive(id).isPresent();
  }

  /** What a live customer is; empty if there is none of this id. */
  public Optional<Kind> kindOf(UUID id) {
    return customers.findLive(id).map(Customer::kind);
  }

  /** Those of these ids that a live customer has, in one round trip. */
  public Set<UUID> existing(Collection<UUID> all) {
    return customers.standings(all).entrySet().stream()
        .filter(customer -> customer.getValue().live())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether anything is held of a customer with this id, hidden or deleted ones too. */
  @Transactional
  public boolean isHeld(UUID id) {
    Customer customer = customers.findById(id);
    return customer != null && !customer.isErased();
  }

  /**
   * A condition in the query language for rows that hang on a customer: that the customer is
   * assigned to the department {@value #DEPARTMENT} or to none.
   *
   * @param id the path of the customer's id in the query
   */
  public static String withinReach(String id) {
    return "exists (select 1 from Customer reached where reached.id = "
        + id
        + " and (reached.department is null or reached.department = :"
        + DEPARTMENT
        + "))";
  }

  /**
   * Lets the caller go on to something that hangs on a customer; one round trip.
   *
   * @throws ProblemException {@code not-found} if nobody but for compliance may work with the
   *     customer, {@code not-your-customer} as {@link Viewing#demandReach} says
   */
  public void demandReach(UUID customer) {
    Standing standing = customers.standings(Set.of(customer)).get(customer);
    if (standing == null) {
      viewing.demandReach(null);
      return;
    }
    if (standing.restricted() && !restrictions.areOpenTo(customer)) {
      throw ProblemException.notFound();
    }
    viewing.demandReach(standing.department());
  }

  /**
   * As {@link #demandReach}, to change what hangs on a live customer: its row is locked until the
   * transaction ends, so that what hangs on one customer is changed one after the other.
   *
   * @return what the customer is
   * @throws ProblemException {@code not-found} also if there is no such customer
   */
  public Kind lockReached(UUID id) {
    Customer customer =
        customers
            .findLiveForUpdate(id)
            .filter(it -> !it.isRestricted() || restrictions.areOpenTo(id))
            .orElseThrow(ProblemException::notFound);
    viewing.demandReach(customer.department());
    return customer.kind();
  }

  /**
   * Those of these customers that the caller may know, in one round trip. Ids without a row belong
   * to nobody any more, and stay.
   */
  public Set<UUID> withinReach(Collection<UUID> all) {
    Reach reach = viewing.reach();
    Set<UUID> within = new LinkedHashSet<>(all);
    customers
        .standings(within)
        .forEach(
            (id, standing) -> {
              if (!reach.covers(standing.department())
                  || (standing.restricted() && !restrictions.areOpenTo(id))) {
                within.remove(id);
              }
            });
    return within;
  }

  /** Customers by external id of one source; ids that nobody has are absent. */
  public Map<String, UUID> idsByExternalId(String source, Collection<String> values) {
    return customers.idsByExternalId(source, values);
  }

  /**
   * Customers by external id of one source, made where nobody has an id yet: with no facts but that
   * id. Two queries and batched inserts for any number of values.
   */
  @Transactional
  public Map<String, UUID> ensure(String source, Collection<String> values, Source collectedBy) {
    Map<String, UUID> known = new HashMap<>(customers.idsByExternalId(source, values));
    List<String> unknown = new ArrayList<>(new LinkedHashSet<>(values));
    unknown.removeAll(known.keySet());
    Iterator<CustomerCode> codes = customers.freshCodes(ids, unknown.size()).iterator();
    Map<UUID, SortedSet<String>> made = new HashMap<>();
    for (String value : unknown) {
      NewCustomer document = NewCustomer.knownOnlyAs(new ExternalId(source, value), collectedBy);
      UUID id = ids.next();
      customers.add(id, codes.next(), document, clock.now());
      known.put(value, id);
      made.put(id, ChangedAttributes.of(document));
    }
    changes.record(made);
    return known;
  }
}
