package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
        Source.WEBSITE);
  }
}
