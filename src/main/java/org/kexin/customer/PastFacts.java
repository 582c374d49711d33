package org.kexin.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What analyses knew of customers before it changed, so that an analysis of an earlier moment can
 * be had again. {@link CustomerFacts} reads it.
 */
@ApplicationScoped
public class PastFacts implements PanacheRepositoryBase<PastFact, PastFact.Key> {

  /** A customer's facts until a moment, for the person. */
  record Past(
      Instant until,
      String source,
      @Nullable String gender,
      @Nullable String birthYear,
      @Nullable String occupation,
      @Nullable String incomeBand,
      @Nullable String maritalStatus,
      @Nullable String enterpriseSize,
      @Nullable String industry) {}

  /**
   * Gives the customer the facts of a document, and keeps what analyses knew before, if that
   * changes. The row of the customer is locked.
   */
  void restate(Customer customer, NewCustomer document, Instant at) {
    CustomerFact before = customer.fact();
    long version = customer.version();
    customer.restate(document, at);
    if (!before.equals(customer.fact())) {
      persist(new PastFact(before, version, at));
    }
  }

  /** Of one customer, the oldest first. */
  List<Past> of(UUID customer) {
    return find("key.customerId = ?1 order by key.version", customer).stream()
        .map(PastFact::shown)
        .toList();
  }

  /** Takes those of one customer away. */
  long erase(UUID customer) {
    return delete("key.customerId", customer);
  }

  /**
   * Forgets what nobody can ask for any more, some at a time.
   *
   * @param before analyses of moments before this one need not be had again
   */
  @Transactional
  public long forget(Instant before, int limit) {
    List<PastFact.Key> keys =
        getEntityManager()
            .createQuery(
                "select key from PastFact where until < :before order by until", PastFact.Key.class)
            .setParameter("before", before)
            .setMaxResults(limit)
            .getResultList();
    return keys.isEmpty() ? 0 : delete("key in ?1", keys);
  }
}
