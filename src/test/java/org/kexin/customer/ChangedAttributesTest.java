package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only what really differs is named. */
class ChangedAttributesTest {

  private static final Individual BORN_IN_MAY =
      new Individual(
          Individual.Gender.FEMALE, LocalDate.of(1990, 5, 17), null, null, null, List.of());
  private static final Individual BORN_IN_JUNE =
      new Individual(
          Individual.Gender.FEMALE, LocalDate.of(1990, 6, 17), null, null, null, List.of());

  @Test
  void theSameDocumentHasNoChanges() {
    assertThat(ChangedAttributes.between(person("Anna", BORN_IN_MAY), person("Anna", BORN_IN_MAY)))
        .isEmpty();
  }

  @Test
  void membersAreNamedOneByOne() {
    assertThat(ChangedAttributes.between(person("Anna", BORN_IN_MAY), person("Ann", BORN_IN_JUNE)))
        .containsExactly("individual.birthDate", "name");
  }

  @Test
  void whatIsTakenAwayAsAWholeIsNamedByWhatWasKnown() {
    assertThat(ChangedAttributes.between(person("Anna", BORN_IN_MAY), person("Anna", null)))
        .containsExactly("individual.birthDate", "individual.gender");
  }

  @Test
  void noAttributeThereIsGoesUnnamed() throws JsonProcessingException {
    NewCustomer full =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .readValue(
                """
                {"id":"0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d","kind":"INDIVIDUAL","name":"Anna",
                 "individual":{"gender":"FEMALE","birthDate":"1990-05-17","occupation":"nurse",
                  "incomeBand":"LOW","maritalStatus":"SINGLE",
                  "householdMembers":[{"name":"Ann","relationship":"CHILD"}]},
                 "enterprise":{"creditCode":"1","size":"SMALL","industry":"retail",
                  "legalRepresentative":"Ann"},
                 "phones":[{"number":"+8613812345678"}],"emails":[{"address":"a@example.com"}],
                 "addresses":[{"country":"CN"}],"contactPersons":[{"name":"Ann"}],
                 "identityDocument":{"type":"OTHER","number":"1234"},
                 "bankAccounts":[{"number":"1234"}],
                 "creditLimit":{"amount":"12.30","currency":"CNY"},
                 "externalIds":[{"source":"shop","value":"1"}],"source":"WEBSITE",
                 "department":"sales"}
                """,
                NewCustomer.class);
    Set<String> all =
        Stream.of(
                members(NewCustomer.class, ""),
                members(Individual.class, "individual."),
                members(Enterprise.class, "enterprise."))
            .flatMap(names -> names)
            .collect(Collectors.toCollection(TreeSet::new));
    // The id never changes; the facts of the two kinds are named one by one.
    all.removeAll(Set.of("id", "individual", "enterprise"));

    assertThat(ChangedAttributes.of(full)).isEqualTo(all);
  }

  @Test
  void aNewCustomerIsNamedByWhatIsKnown() {
    assertThat(ChangedAttributes.of(person("Anna", null)))
        .containsExactly("kind", "name", "source");
    assertThat(
            ChangedAttributes.of(
                NewCustomer.knownOnlyAs(new ExternalId("shop", "1"), Source.SALES_RECORD)))
        .containsExactly("externalIds", "kind", "source");
  }

  private static NewCustomer person(String name, @Nullable Individual individual) {
    return new NewCustomer(
        null,
        Kind.INDIVIDUAL,
        name,
        individual,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        List.of(),
        Source.WEBSITE,
        null);
  }

  private static Stream<String> members(Class<?> of, String prefix) {
    return Arrays.stream(of.getRecordComponents()).map(it -> prefix + it.getName());
  }
}
