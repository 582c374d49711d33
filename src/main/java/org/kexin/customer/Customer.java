package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer. Invariants: id, code and kind never change; a deleted customer changes no more.
 *
 * <p>Facts stand in one JSON column per attribute class, so that a read is one row and a class can
 * be encrypted, masked and erased as one; what is searched stands in index tables beside ({@link
 * Customers}).
 */
@Entity
@Table(name = "customer")
class Customer {

  @Id private UUID id;

  @Column(name = "code")
  private String code;

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

  @Convert(converter = JsonColumns.OfContactFacts.class)
  @Column(name = "contact")
  private ContactFacts contact;

  @Convert(converter = JsonColumns.OfIdentityDocument.class)
  @Column(name = "identity_document")
  private @Nullable IdentityDocument identityDocument;

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

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Customer() {}

  /** A customer as its checked and normalised document says. */
  @SuppressWarnings("NullAway.Init") // restate() fills the rest
  Customer(UUID id, CustomerCode code, NewCustomer document, Instant at) {
    this.id = id;
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
        new ContactFacts(
            document.phones(), document.emails(), document.addresses(), document.contactPersons());
    identityDocument = document.identityDocument();
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

  /** What is known, as a document that can be changed and given back. */
  NewCustomer document() {
    return new NewCustomer(
        id,
        kind,
        name,
        individual,
        enterprise,
        contact.phones(),
        contact.emails(),
        contact.addresses(),
        contact.contactPersons(),
        identityDocument,
        externalIds,
        source,
        department);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
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
