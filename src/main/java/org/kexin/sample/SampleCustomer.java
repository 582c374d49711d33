package org.kexin.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sample: the body of a request that creates a customer, member by member. It is
 * not the API's own record, so that a change of the contract cannot change the sample unseen: a
 * test reads every line as that record.
 */
@RegisterForReflection(ignoreNested = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SampleCustomer(
    String kind,
    String name,
    List<ExternalId> externalIds,
    String source,
    @Nullable Individual individual,
    @Nullable Enterprise enterprise,
    List<Phone> phones,
    List<Email> emails,
    List<Address> addresses,
    List<ContactPerson> contactPersons,
    @Nullable IdentityDocument identityDocument) {

  enum Gender {
    FEMALE,
    MALE
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Individual(
      Gender gender,
      LocalDate birthDate,
      @Nullable String occupation,
      @Nullable String incomeBand,
      String maritalStatus,
      List<HouseholdMember> householdMembers) {}

  record HouseholdMember(String name, String relationship) {}

  record Enterprise(String creditCode, String size, String industry, String legalRepresentative) {}

  record ContactPerson(String name, String position, Phone phone, Email email) {}

  record ExternalId(String source, String value) {}

  record Phone(String number, String label) {}

  record Email(String address) {}

  record Address(
      String country, String region, String city, String street, String postalCode, String label) {}

  record IdentityDocument(String type, String number) {}
}
