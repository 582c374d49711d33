package org.kexin.customer;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of the attributes in which two documents of a customer differ. Pure. */
final class ChangedAttributes {

  /** What hides a customer. */
  static final String DELETED = "deletedAt";

  private final SortedSet<String> names = new TreeSet<>();

  private ChangedAttributes() {}

  /** The attributes that a customer is made with. */
  static SortedSet<String> of(NewCustomer after) {
    return between(null, after);
  }

  /**
   * @param before null for a customer that did not exist
   */
  static SortedSet<String> between(@Nullable NewCustomer before, NewCustomer after) {
    ChangedAttributes changed = new ChangedAttributes();
    changed.compare("kind", before, after, NewCustomer::kind);
    changed.compare("name", before, after, NewCustomer::name);
    changed.compare("phones", before, after, NewCustomer::phones);
    changed.compare("emails", before, after, NewCustomer::emails);
    changed.compare("addresses", before, after, NewCustomer::addresses);
    changed.compare("contactPersons", before, after, NewCustomer::contactPersons);
    changed.compare("identityDocument", before, after, NewCustomer::identityDocument);
    changed.compare("bankAccounts", before, after, NewCustomer::bankAccounts);
    changed.compare("creditLimit", before, after, NewCustomer::creditLimit);
    changed.compare("externalIds", before, after, NewCustomer::externalIds);
    changed.compare("source", before, after, NewCustomer::source);
    changed.compare("department", before, after, NewCustomer::department);
    changed.individual(before == null ? null : before.individual(), after.individual());
    changed.enterprise(before == null ? null : before.enterprise(), after.enterprise());
    return changed.names;
  }

  private void individual(@Nullable Individual before, @Nullable Individual after) {
    compare("individual.gender", before, after, Individual::gender);
    compare("individual.birthDate", before, after, Individual::birthDate);
    compare("individual.occupation", before, after, Individual::occupation);
    compare("individual.incomeBand", before, after, Individual::incomeBand);
    compare("individual.maritalStatus", before, after, Individual::maritalStatus);
    compare("individual.householdMembers", before, after, Individual::householdMembers);
  }

  private void enterprise(@Nullable Enterprise before, @Nullable Enterprise after) {
    compare("enterprise.creditCode", before, after, Enterprise::creditCode);
    compare("enterprise.size", before, after, Enterprise::size);
    compare("enterprise.industry", before, after, Enterprise::industry);
    compare("enterprise.legalRepresentative", before, after, Enterprise::legalRepresentative);
  }

  private <T> void compare(
      String name, @Nullable T before, @Nullable T after, Function<T, @Nullable Object> attribute) {
    if (!Objects.equals(known(before, attribute), known(after, attribute))) {
      names.add(name);
    }
  }

  /** An empty list says as little as a missing member. */
  private static <T> @Nullable Object known(
      @Nullable T facts, Function<T, @Nullable Object> attribute) {
    Object value = facts == null ? null : attribute.apply(facts);
    return value instanceof Collection<?> many && many.isEmpty() ? null : value;
  }
}
