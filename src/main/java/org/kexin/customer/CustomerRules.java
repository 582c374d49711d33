package org.kexin.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;

/**
 * What makes a customer document acceptable, and its normal form. Pure: the same document on the
 * same day gives the same result.
 */
final class CustomerRules {

  /** Region of phone numbers that are written without a country code. */
  static final String DEFAULT_REGION = "CN";

  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final List<FieldProblem> problems = new ArrayList<>();
  private final LocalDate today;

  private CustomerRules(LocalDate today) {
    this.today = today;
  }

  /** What came of checking a document. */
  sealed interface Checked {}

  /** The document in its normal form: canonical phones, e-mails and numbers. */
  record Accepted(NewCustomer document) implements Checked {}

  /** Everything that is wrong with it. */
  record Refused(List<FieldProblem> problems) implements Checked {}

  /** Checks all rules at once. */
  static Checked check(NewCustomer document, LocalDate today) {
    CustomerRules rules = new CustomerRules(today);
    NewCustomer normal = rules.normalise(document);
    return rules.problems.isEmpty() ? new Accepted(normal) : new Refused(rules.problems);
  }

  private NewCustomer normalise(NewCustomer document) {
    checkIdentity(document);
    checkKind(document);
    List<ContactFacts.Phone> phones = new ArrayList<>();
    for (int i = 0; i < document.phones().size(); i++) {
      phones.add(phone(document.phones().get(i), "/phones/" + i + "/number"));
    }
    List<ContactFacts.Email> emails = new ArrayList<>();
    for (int i = 0; i < document.emails().size(); i++) {
      emails.add(email(document.emails().get(i), "/emails/" + i + "/address"));
    }
    checkAddresses(document.addresses());
    return new NewCustomer(
        document.id(),
        document.kind(),
        document.name(),
        individual(document.individual()),
        enterprise(document.enterprise()),
        phones,
        emails,
        document.addresses(),
        contactPersons(document.contactPersons()),
        document(document),
        bankAccounts(document.bankAccounts()),
        creditLimit(document.creditLimit()),
        document.externalIds(),
        document.source(),
        document.department());
  }

  private void checkIdentity(NewCustomer document) {
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      refuse("/id", "id-invalid", "Make ids as UUID version 7, or leave the member out.");
    }
    if (document.name() == null && document.externalIds().isEmpty()) {
      refuse("/name", "name-required", "Give a name, or at least one external id.");
    }
    if (document.name() != null && document.name().isBlank()) {
      refuse("/name", "name-required", "A name of blanks is no name; leave the member out.");
    }
    long distinct = document.externalIds().stream().map(ExternalId::source).distinct().count();
    if (distinct < document.externalIds().size()) {
      refuse("/externalIds", "external-id-repeated", "Give one external id per source.");
    }
  }

  private void checkKind(NewCustomer document) {
    if (document.kind() == Kind.INDIVIDUAL && document.enterprise() != null) {
      refuse("/enterprise", "kind-mismatch", "An individual has no enterprise facts.");
    }
    if (document.kind() == Kind.INDIVIDUAL && !document.contactPersons().isEmpty()) {
      refuse("/contactPersons", "kind-mismatch", "An individual has no contact persons.");
    }
    if (document.kind() == Kind.ENTERPRISE && document.individual() != null) {
      refuse("/individual", "kind-mismatch", "An enterprise has no facts of an individual.");
    }
    if (document.kind() == Kind.ENTERPRISE && document.identityDocument() != null) {
      refuse("/identityDocument", "kind-mismatch", "An enterprise has a credit code instead.");
    }
  }

  private @Nullable Individual individual(@Nullable Individual individual) {
    if (individual == null) {
      return null;
    }
    LocalDate birth = individual.birthDate();
    if (birth != null && (birth.isAfter(today) || birth.isBefore(EARLIEST_BIRTH))) {
      refuse(
          "/individual/birthDate",
          "birth-date-invalid",
          "A birth date lies between 1850-01-01 and today.");
    }
    return individual;
  }

  private @Nullable Enterprise enterprise(@Nullable Enterprise enterprise) {
    if (enterprise == null || enterprise.creditCode() == null) {
      return enterprise;
    }
    String code =
        parse(
            enterprise.creditCode(),
            text -> CreditCode.parse(text).value(),
            "/enterprise/creditCode",
            "credit-code-invalid",
            "A unified social credit code has 18 characters and ends in its check character.");
    return new Enterprise(
        code, enterprise.size(), enterprise.industry(), enterprise.legalRepresentative());
  }

  private @Nullable IdentityDocument document(NewCustomer customer) {
    IdentityDocument document = customer.identityDocument();
    if (document == null || document.type() != IdentityDocument.Type.RESIDENT_ID) {
      return document;
    }
    String number =
        parse(
            document.number(),
            text -> ResidentId.parse(text).value(),
            "/identityDocument/number",
            "resident-id-invalid",
            "A resident id has 18 characters, a valid date within and the right check character.");
    return new IdentityDocument(document.type(), number, document.expiresOn());
  }

  private List<FinancialFacts.BankAccount> bankAccounts(List<FinancialFacts.BankAccount> accounts) {
    List<FinancialFacts.BankAccount> normal = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      FinancialFacts.BankAccount account = accounts.get(i);
      String number =
          parse(
              account.number(),
              CustomerRules::accountNumber,
              "/bankAccounts/" + i + "/number",
              "bank-account-invalid",
              "An account number has 8 to 34 letters and digits.");
      normal.add(new FinancialFacts.BankAccount(number, account.bank()));
    }
    return normal;
  }

  /** As long as an IBAN at most (ISO 13616); below eight the masked form would show half of it. */
  private static String accountNumber(String text) {
    String number = text.replace(" ", "").toUpperCase(Locale.ROOT);
    if (!number.matches("[A-Z0-9]{8,34}")) {
      throw new IllegalArgumentException("This is no account number.");
    }
    return number;
  }

  private @Nullable Money creditLimit(@Nullable Money limit) {
    if (limit != null && limit.amount().signum() < 0) {
      refuse("/creditLimit/amount", "credit-limit-negative", "A credit limit is zero or more.");
    }
    return limit;
  }

  private List<ContactFacts.ContactPerson> contactPersons(
      List<ContactFacts.ContactPerson> persons) {
    List<ContactFacts.ContactPerson> normal = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      ContactFacts.ContactPerson person = persons.get(i);
      String at = "/contactPersons/" + i;
      normal.add(
          new ContactFacts.ContactPerson(
              person.name(),
              person.position(),
              person.phone() == null ? null : phone(person.phone(), at + "/phone/number"),
              person.email() == null ? null : email(person.email(), at + "/email/address")));
    }
    return normal;
  }

  private void checkAddresses(List<ContactFacts.PostalAddress> addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      if (!COUNTRIES.contains(Objects.requireNonNullElse(addresses.get(i).country(), ""))) {
        refuse(
            "/addresses/" + i + "/country",
            "country-invalid",
            "A country is an ISO 3166-1 alpha-2 code such as CN.");
      }
    }
  }

  private ContactFacts.Phone phone(ContactFacts.Phone phone, String pointer) {
    return new ContactFacts.Phone(
        parse(
            phone.number(),
            text -> PhoneNumber.parse(text, DEFAULT_REGION).value(),
            pointer,
            "phone-invalid",
            "Write a number that exists, with its country code, such as +86 138 1234 5678."),
        phone.label());
  }

  private ContactFacts.Email email(ContactFacts.Email email, String pointer) {
    return new ContactFacts.Email(
        parse(
            email.address(),
            text -> EmailAddress.parse(text).value(),
            pointer,
            "email-invalid",
            "Write an address such as name@example.com."),
        email.label());
  }

  @SuppressWarnings("NullAway") // a missing value is Bean Validation's to report, not a second time
  private String parse(
      @Nullable String text,
      Function<String, String> canonical,
      String pointer,
      String code,
      String detail) {
    if (text == null) {
      return text;
    }
    try {
      return canonical.apply(text);
    } catch (IllegalArgumentException invalid) {
      refuse(pointer, code, detail);
      return text;
    }
  }

  private void refuse(String pointer, String code, String detail) {
    problems.add(new FieldProblem(pointer, code, detail));
  }
}
