package org.kexin.customer;

import java.time.LocalDate;
import java.util.List;

/** Renderings of customer facts that identify nobody by themselves. */
final class Masks {

  private static final String STARS = "***";

  /** As long as the shortest number, so that the masked one is still a document of the contract. */
  private static final String DOCUMENT_STARS = "****";

  private Masks() {}

  /** The first character and stars: 张***. */
  static String name(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + STARS;
  }

  /** First of January of the year: age stays usable, the day does not identify. */
  static LocalDate birthDate(LocalDate date) {
    return date.withDayOfYear(1);
  }

  static List<ContactFacts.Phone> phones(List<ContactFacts.Phone> phones) {
    return phones.stream().map(Masks::phone).toList();
  }

  static List<ContactFacts.Email> emails(List<ContactFacts.Email> emails) {
    return emails.stream().map(Masks::email).toList();
  }

  /** Country and region stay. */
  static List<ContactFacts.PostalAddress> addresses(List<ContactFacts.PostalAddress> addresses) {
    return addresses.stream()
        .map(
            address ->
                new ContactFacts.PostalAddress(
                    address.country(), address.region(), null, null, null, address.label()))
        .toList();
  }

  static List<ContactFacts.ContactPerson> contactPersons(List<ContactFacts.ContactPerson> persons) {
    return persons.stream()
        .map(
            person ->
                new ContactFacts.ContactPerson(
                    name(person.name()),
                    person.position(),
                    person.phone() == null ? null : phone(person.phone()),
                    person.email() == null ? null : email(person.email())))
        .toList();
  }

  static IdentityDocument document(IdentityDocument document) {
    return new IdentityDocument(document.type(), number(document), null);
  }

  /** The last four characters of the number and the bank: ***5702. */
  static List<FinancialFacts.BankAccount> bankAccounts(List<FinancialFacts.BankAccount> accounts) {
    return accounts.stream()
        .map(
            account ->
                new FinancialFacts.BankAccount(
                    STARS + account.number().substring(account.number().length() - 4),
                    account.bank()))
        .toList();
  }

  private static ContactFacts.Phone phone(ContactFacts.Phone phone) {
    return new ContactFacts.Phone(PhoneNumber.mask(phone.number()), phone.label());
  }

  private static ContactFacts.Email email(ContactFacts.Email email) {
    return new ContactFacts.Email(EmailAddress.mask(email.address()), email.label());
  }

  private static String number(IdentityDocument document) {
    return document.type() == IdentityDocument.Type.RESIDENT_ID
        ? ResidentId.parse(document.number()).masked()
        : DOCUMENT_STARS;
  }
}
