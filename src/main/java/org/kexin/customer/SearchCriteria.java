package org.kexin.customer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemException;

/** A search in normal form: what the index tables can be asked. */
record SearchCriteria(
    @Nullable NamePart name,
    @Nullable String code,
    Map<Lookup.Of, String> lookups,
    @Nullable ExternalId externalId) {

  /**
   * @throws ProblemException {@code validation-failed} if nothing is looked for, or a code, phone
   *     or e-mail cannot be one
   */
  static SearchCriteria of(CustomerSearch search) {
    if (search.isEmpty()) {
      throw ProblemException.invalid(
          "", "criterion-required", "Give at least one of the members to search by.");
    }
    List<FieldProblem> problems = new ArrayList<>();
    Map<Lookup.Of, String> lookups = new EnumMap<>(Lookup.Of.class);
    String phone = search.phone();
    if (phone != null) {
      put(lookups, Lookup.Of.PHONE, () -> phoneKey(phone), "/phone", problems);
    }
    String email = search.email();
    if (email != null) {
      put(lookups, Lookup.Of.EMAIL, () -> EmailAddress.parse(email).key(), "/email", problems);
    }
    String number = search.documentNumber();
    if (number != null) {
      lookups.put(Lookup.Of.DOCUMENT, documentKey(number));
    }
    String code = code(search.code(), problems);
    ProblemException.demandNone(problems);
    String name = search.name();
    return new SearchCriteria(
        name == null ? null : new NamePart(name), code, lookups, search.externalId());
  }

  /** The values by which a customer can be looked up, each once. */
  static Set<Map.Entry<Lookup.Of, String>> lookupsOf(NewCustomer document) {
    Set<Map.Entry<Lookup.Of, String>> values = new LinkedHashSet<>();
    document.phones().forEach(it -> values.add(Map.entry(Lookup.Of.PHONE, phoneKey(it.number()))));
    document
        .emails()
        .forEach(
            it -> values.add(Map.entry(Lookup.Of.EMAIL, EmailAddress.parse(it.address()).key())));
    if (document.identityDocument() != null) {
      values.add(Map.entry(Lookup.Of.DOCUMENT, documentKey(document.identityDocument().number())));
    }
    Enterprise enterprise = document.enterprise();
    if (enterprise != null && enterprise.creditCode() != null) {
      values.add(Map.entry(Lookup.Of.DOCUMENT, documentKey(enterprise.creditCode())));
    }
    return values;
  }

  private static String phoneKey(String number) {
    return PhoneNumber.parse(number, CustomerRules.DEFAULT_REGION).value();
  }

  private static String documentKey(String number) {
    return TypedText.ungrouped(number).toUpperCase(java.util.Locale.ROOT);
  }

  private static @Nullable String code(@Nullable String text, List<FieldProblem> problems) {
    if (text == null) {
      return null;
    }
    try {
      return CustomerCode.parse(text).value();
    } catch (IllegalArgumentException mistyped) {
      problems.add(
          new FieldProblem(
              "/code", "code-invalid", "A code has 12 digits and its check digit must fit."));
      return null;
    }
  }

  private static void put(
      Map<Lookup.Of, String> lookups,
      Lookup.Of kind,
      java.util.function.Supplier<String> key,
      String pointer,
      List<FieldProblem> problems) {
    try {
      lookups.put(kind, key.get());
    } catch (IllegalArgumentException invalid) {
      problems.add(
          new FieldProblem(
              pointer, pointer.substring(1) + "-invalid", "This cannot be one; check it."));
    }
  }
}
