package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * A customer's own facts, for the person and for erasure. Of an erased customer a row without facts
 * stays, so that nobody is given the same id again, such as by a device that repeats an old call.
 */
@ApplicationScoped
class CustomerFile implements PersonalDataHolder {

  private final Customers customers;
  private final PastFacts pastFacts;
  private final EntityManager entities;
  private final DataKeys keys;

  CustomerFile(Customers customers, PastFacts pastFacts, EntityManager entities, DataKeys keys) {
    this.customers = customers;
    this.pastFacts = pastFacts;
    this.entities = entities;
    this.keys = keys;
  }

  /**
   * All facts, in clear.
   *
   * @param code null of somebody who was erased, as all facts are
   * @param deletedAt since when the customer is hidden; null if they are not
   * @param restrictedAt since when nobody works with them; null if that is not so
   */
  record Facts(
      UUID id,
      @Nullable String code,
      NewCustomer facts,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant deletedAt,
      @Nullable Instant restrictedAt) {}

  @Override
  public Set<String> tables() {
    return Set.of(
        "customer", "customer_fact_past", "customer_lookup", "customer_external_id", "data_key");
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    Customer customer = customers.findById(person);
    if (customer != null) {
      file.add("customer", customer.unlock(keys).facts());
      pastFacts.of(person).forEach(past -> file.add("customerFactsBefore", past));
    }
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    Customer customer = customers.findById(person, LockModeType.PESSIMISTIC_WRITE);
    long rows = customer != null && customer.erase(terms.at()) ? 1 : 0;
    customers.flush();
    List<FieldOutcome> outcomes =
        new ArrayList<>(
            FieldOutcome.erased(
                "customer",
                rows,
                "code",
                "name",
                "individual",
                "birthday",
                "enterprise",
                "contact",
                "financial",
                "sensitive",
                "external_ids",
                "department",
                "created_at",
                "updated_at",
                "deleted_at",
                "restricted_at"));
    outcomes.addAll(
        FieldOutcome.kept(
            "customer",
            rows,
            "The bare id stays, so that it is never given to somebody else.",
            null,
            "id"));
    outcomes.addAll(
        FieldOutcome.erased(
            "customer_fact_past",
            pastFacts.erase(person),
            "customer_id",
            "version",
            "until_at",
            "source",
            "gender",
            "birth_year",
            "occupation",
            "income_band",
            "marital_status",
            "enterprise_size",
            "industry"));
    outcomes.addAll(
        FieldOutcome.erased(
            "customer_lookup",
            delete("delete from Lookup where key.customerId = :person", person),
            "fingerprint",
            "customer_id"));
    outcomes.addAll(
        FieldOutcome.erased(
            "customer_external_id",
            delete("delete from ExternalIdRow where customerId = :person", person),
            "source",
            "value",
            "customer_id"));
    outcomes.addAll(
        FieldOutcome.erased("data_key", keys.destroy(person), "owner", "wrapped", "created_at"));
    return outcomes;
  }

  private long delete(String statement, UUID person) {
    return entities.createQuery(statement).setParameter("person", person).executeUpdate();
  }
}
