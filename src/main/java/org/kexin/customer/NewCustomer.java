package org.kexin.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * All that a caller may say of a customer: the body of a create, the content of an import line, and
 * the document that a merge patch changes.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 * @param department that is responsible for the customer, as tokens name it; null for none
 * @param name null only for somebody known by nothing but an external id
 */
@Schema(description = "All that a caller may say of a customer.")
public record NewCustomer(
    @Schema(description = "UUID version 7 made by the caller; fixed after creation.")
        @Nullable UUID id,
    @NotNull Kind kind,
    @Schema(
            description = "Full name; may be absent only where an external id is given.",
            examples = "张伟")
        @Nullable
        @Size(min = 1, max = 200)
        String name,
    @Nullable @Valid Individual individual,
    @Nullable @Valid Enterprise enterprise,
    @Size(max = 20) List<ContactFacts.@Valid Phone> phones,
    @Size(max = 20) List<ContactFacts.@Valid Email> emails,
    @Size(max = 20) List<ContactFacts.@Valid PostalAddress> addresses,
    @Size(max = 50) List<ContactFacts.@Valid ContactPerson> contactPersons,
    @Nullable @Valid IdentityDocument identityDocument,
    @Size(max = 10) List<FinancialFacts.@Valid BankAccount> bankAccounts,
    @Schema(description = "What the customer may owe (信用额度).") @Nullable Money creditLimit,
    @Size(max = 20) List<@Valid ExternalId> externalIds,
    @NotNull Source source,
    @Schema(
            description =
                "The department that is responsible for the customer (责任部门), as in the claim"
                    + " department of tokens; absent while nobody is.",
            examples = "customer-service")
        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = DEPARTMENT)
        String department) {

  /** Words between single blanks: what nobody would see must not make another department. */
  static final String DEPARTMENT = "[^\\s\\x00-\\x1F\\x7F]+( [^\\s\\x00-\\x1F\\x7F]+)*";

  /** A missing list is an empty one. */
  public NewCustomer {
    phones = orEmpty(phones);
    emails = orEmpty(emails);
    addresses = orEmpty(addresses);
    contactPersons = orEmpty(contactPersons);
    bankAccounts = orEmpty(bankAccounts);
    externalIds = orEmpty(externalIds);
  }

  /** Somebody of whom nothing is known but the id in another system. */
  public static NewCustomer knownOnlyAs(ExternalId externalId, Source source) {
    return new NewCustomer(
        null,
        Kind.INDIVIDUAL,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        List.of(externalId),
        source,
        null);
  }

  /** This document, known by one more external id. */
  NewCustomer with(ExternalId externalId) {
    if (externalIds.contains(externalId)) {
      return this;
    }
    List<ExternalId> all = new ArrayList<>(externalIds);
    all.add(externalId);
    return copy(id, all, department);
  }

  /** This document for the customer with that id. */
  NewCustomer withId(UUID customerId) {
    return copy(customerId, externalIds, department);
  }

  /**
   * This document with that department unless it names one itself: other systems, which replace
   * what they know, know nothing of our departments.
   */
  NewCustomer keeping(@Nullable String assigned) {
    return department == null ? copy(id, externalIds, assigned) : this;
  }

  private NewCustomer copy(
      @Nullable UUID newId, List<ExternalId> newExternalIds, @Nullable String newDepartment) {
    return new NewCustomer(
        newId,
        kind,
        name,
        individual,
        enterprise,
        phones,
        emails,
        addresses,
        contactPersons,
        identityDocument,
        bankAccounts,
        creditLimit,
        newExternalIds,
        source,
        newDepartment);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> items) {
    return items == null ? List.of() : List.copyOf(items);
  }
}
