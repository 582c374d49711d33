package org.kexin.customer;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Look;
import org.kexin.shared.Money;

/**
 * A customer as one caller may see it. Members that were not asked for, are unknown, or are hidden
 * from the caller are absent; the latter, and those shown masked, are named in {@code masked}.
 */
@Schema(description = "A customer as the caller may see it.")
public record CustomerView(
    @Schema(description = "UUID version 7.") UUID id,
    @Schema(
            description = "Code for people (客户编码): 12 digits, the last a check digit.",
            examples = "482109375516",
            maxLength = 12)
        @Nullable String code,
    @Nullable Kind kind,
    @Schema(examples = "张伟", maxLength = 200) @Nullable String name,
    @Nullable Individual individual,
    @Nullable Enterprise enterprise,
    @Schema(maxItems = 20) @Nullable List<ContactFacts.Phone> phones,
    @Schema(maxItems = 20) @Nullable List<ContactFacts.Email> emails,
    @Schema(maxItems = 20) @Nullable List<ContactFacts.PostalAddress> addresses,
    @Schema(maxItems = 50) @Nullable List<ContactFacts.ContactPerson> contactPersons,
    @Nullable IdentityDocument identityDocument,
    @Schema(maxItems = 10) @Nullable List<FinancialFacts.BankAccount> bankAccounts,
    @Nullable Money creditLimit,
    @Schema(maxItems = 20) @Nullable List<ExternalId> externalIds,
    @Nullable Source source,
    @Schema(
            description = "The department that is responsible (责任部门); absent while nobody is.",
            examples = "customer-service",
            maxLength = 100)
        @Nullable String department,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members shown masked or left out by the access policy.",
            examples = "[\"phones\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Members that the policy may mask, with the classes of what stands in them. */
  static final SortedMap<String, Set<AttributeClass>> CLASSES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("name", Set.of(IDENTITY)),
                  Map.entry("individual", Set.of(IDENTITY, PROFILE)),
                  Map.entry("enterprise", Set.of(IDENTITY, PROFILE)),
                  Map.entry("phones", Set.of(CONTACT)),
                  Map.entry("emails", Set.of(CONTACT)),
                  Map.entry("addresses", Set.of(CONTACT)),
                  Map.entry("contactPersons", Set.of(CONTACT)),
                  Map.entry("identityDocument", Set.of(SENSITIVE)),
                  Map.entry("bankAccounts", Set.of(FINANCIAL)),
                  Map.entry("creditLimit", Set.of(FINANCIAL)),
                  Map.entry("externalIds", Set.of(BEHAVIOUR)))));

  /** Members that {@code fields=} may name. */
  static final Set<String> FIELDS =
      Set.of(
          "id",
          "code",
          "kind",
          "name",
          "individual",
          "enterprise",
          "phones",
          "emails",
          "addresses",
          "contactPersons",
          "identityDocument",
          "bankAccounts",
          "creditLimit",
          "externalIds",
          "source",
          "department",
          "createdAt",
          "updatedAt",
          "version");

  /** Builds the view attribute by attribute through the caller's look. */
  static CustomerView of(Customer customer, Look look) {
    NewCustomer facts = customer.document();
    return new CustomerView(
        customer.id(),
        look.wants("code") ? customer.code() : null,
        look.wants("kind") ? facts.kind() : null,
        look.show("name", IDENTITY, facts.name(), Masks::name),
        individual(facts.individual(), look),
        enterprise(facts.enterprise(), look),
        look.show("phones", CONTACT, facts.phones(), Masks::phones),
        look.show("emails", CONTACT, facts.emails(), Masks::emails),
        look.show("addresses", CONTACT, facts.addresses(), Masks::addresses),
        look.show("contactPersons", CONTACT, facts.contactPersons(), Masks::contactPersons),
        look.show("identityDocument", SENSITIVE, facts.identityDocument(), Masks::document),
        look.show("bankAccounts", FINANCIAL, facts.bankAccounts(), Masks::bankAccounts),
        look.showOrHide("creditLimit", FINANCIAL, facts.creditLimit()),
        look.showOrHide("externalIds", BEHAVIOUR, facts.externalIds()),
        look.wants("source") ? facts.source() : null,
        look.wants("department") ? facts.department() : null,
        look.wants("createdAt") ? customer.createdAt() : null,
        look.wants("updatedAt") ? customer.updatedAt() : null,
        customer.version(),
        look.masked());
  }

  private static @Nullable Individual individual(@Nullable Individual facts, Look look) {
    if (facts == null || !look.wants("individual")) {
      return null;
    }
    Look nested = look.within("individual");
    return new Individual(
        nested.showOrHide("gender", IDENTITY, facts.gender()),
        nested.show("birthDate", IDENTITY, facts.birthDate(), Masks::birthDate),
        nested.showOrHide("occupation", PROFILE, facts.occupation()),
        nested.showOrHide("incomeBand", PROFILE, facts.incomeBand()),
        nested.showOrHide("maritalStatus", PROFILE, facts.maritalStatus()),
        Objects.requireNonNullElse(
            nested.showOrHide("householdMembers", PROFILE, facts.householdMembers()), List.of()));
  }

  private static @Nullable Enterprise enterprise(@Nullable Enterprise facts, Look look) {
    if (facts == null || !look.wants("enterprise")) {
      return null;
    }
    Look nested = look.within("enterprise");
    return new Enterprise(
        nested.showOrHide("creditCode", IDENTITY, facts.creditCode()),
        nested.showOrHide("size", PROFILE, facts.size()),
        nested.showOrHide("industry", PROFILE, facts.industry()),
        nested.show("legalRepresentative", IDENTITY, facts.legalRepresentative(), Masks::name));
  }
}
