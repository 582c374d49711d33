package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;

/**
 * One customer. Invariants: id, code and kind never change; a deleted customer changes no more.
 *
 * <p>Facts stand in one column per attribute class, so that a read is one row and a class can be
 * masked and erased as one. Contact, financial and sensitive facts are sealed under a key of the
 * customer's own; what is searched stands in index tables beside ({@link Customers}).
 */
@Entity
@Table(name = "customer")
class Customer {

  private static final SealedColumn<ContactFacts> CONTACT =
      new SealedColumn<>("customer.contact", ContactFacts.class, ContactFacts.NONE);
  private static final SealedColumn<FinancialFacts> FINANCIAL =
      new SealedColumn<>("customer.financial", FinancialFacts.class, FinancialFacts.NONE);
  private static final SealedColumn<SensitiveFacts> SENSITIVE =
      new SealedColumn<>("customer.sensitive", SensitiveFacts.class, SensitiveFacts.NONE);

  @Id private UUID id;

  @Column(name = "code")
  private @Nullable String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(20)")
  private Kind kind;

  @Column(name = "name")
  private @Nullable String name;

  @Convert(converter = JsonColumns.OfIndividual.class)
  @Column(name = "individual")
  private @Nullable Individual individual;

  @Convert(converter = JsonColumns.OfEnterprise.class)
  @Column(name = "enterprise")
  private @Nullable Enterprise enterprise;

  @Formula(DataKeys.WRAPPED)
  private byte @Nullable [] wrappedKey;

  @Transient private @Nullable DataKey key;

  @Column(name = "contact")
  private byte @Nullable [] contact;

  @Column(name = "financial")
  private byte @Nullable [] financial;

  @Column(name = "`sensitive`")
  private byte @Nullable [] sensitive;

  @Convert(converter = JsonColumns.OfExternalIds.class)
  @Column(name = "external_ids")
  private List<ExternalId> externalIds;

  @Enumerated(EnumType.STRING)
  @Column(name = "source", columnDefinition = "varchar(20)")
  private Source source;

  @Column(name = "department")
  private @Nullable String department;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @Column(name = "restricted_at")
  private @Nullable Instant restrictedAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Customer() {}

  /** A customer as its checked and normalised document says. */
  @SuppressWarnings("NullAway.Init") // restate() fills the rest
  Customer(UUID id, DataKey key, CustomerCode code, NewCustomer document, Instant at) {
    this.id = id;
    this.key = key;
    this.code = code.value();
    this.kind = document.kind();
    this.createdAt = at;
    restate(document, at);
  }

  /** Replaces all facts; the document's id and kind must be this customer's. */
  final void restate(NewCustomer document, Instant at) {
    if (deletedAt != null || document.kind() != kind) {
      throw new IllegalStateException("A deleted customer or its kind cannot change.");
    }
    name = document.name();
    individual = document.individual();
    enterprise = document.enterprise();
    contact =
        CONTACT.seal(
            key,
            new ContactFacts(
                document.phones(),
                document.emails(),
                document.addresses(),
                document.contactPersons()),
            contact);
    financial =
        FINANCIAL.seal(
            key, new FinancialFacts(document.bankAccounts(), document.creditLimit()), financial);
    sensitive = SENSITIVE.seal(key, new SensitiveFacts(document.identityDocument()), sensitive);
    externalIds = document.externalIds();
    source = document.source();
    department = document.department();
    updatedAt = at;
  }

  /** Hides the customer from every list and search; the row stays for the grace period. */
  void delete(Instant at) {
    deletedAt = at;
    updatedAt = at;
  }

  /**
   * Takes all facts away and leaves the id, hidden for ever.
   *
   * @return whether there were any
   */
  boolean erase(Instant at) {
    if (code == null) {
      return false;
    }
    code = null;
    name = null;
    individual = null;
    enterprise = null;
    contact = null;
    financial = null;
    sensitive = null;
    externalIds = List.of();
    department = null;
    createdAt = at;
    updatedAt = at;
    deletedAt = at;
    restrictedAt = null;
    return true;
  }

  boolean isErased() {
    return code == null;
  }

  /** Has nobody but the person and those who watch over privacy see or change the customer. */
  void restrict(Instant at) {
    restrictedAt = at;
  }

  /** Ends what {@link #restrict} began. */
  void liftRestriction() {
    restrictedAt = null;
  }

  boolean isRestricted() {
    return restrictedAt != null;
  }

  /** All that is held, for the person. */
  CustomerFile.Facts facts() {
    return new CustomerFile.Facts(
        id, code, document(), createdAt, updatedAt, deletedAt, restrictedAt);
  }

  /** What analyses may know, as the view {@code customer_fact} has it. */
  CustomerFact fact() {
    return CustomerFact.of(id, kind, source, createdAt, individual, enterprise);
  }

  /** Must come before {@link #document()} and {@link #restate} for a customer that was read. */
  Customer unlock(DataKeys keys) {
    key = wrappedKey == null ? null : keys.unwrap(id, wrappedKey);
    return this;
  }

  /** What is known, as a document that can be changed and given back. */
  NewCustomer document() {
    ContactFacts reached = CONTACT.open(key, contact);
    FinancialFacts money = FINANCIAL.open(key, financial);
    return new NewCustomer(
        id,
        kind,
        name,
        individual,
        enterprise,
        reached.phones(),
        reached.emails(),
        reached.addresses(),
        reached.contactPersons(),
        SENSITIVE.open(key, sensitive).identityDocument(),
        money.bankAccounts(),
        money.creditLimit(),
        externalIds,
        source,
        department);
  }

  UUID id() {
    return id;
  }

  /**
   * The code for people.
   *
   * @throws IllegalStateException of a customer who was erased
   */
  String code() {
    if (code == null) {
      throw new IllegalStateException("An erased customer has no code.");
    }
    return code;
  }

  Kind kind() {
    return kind;
  }

  @Nullable String department() {
    return department;
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }
}
