package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a fact when it is shown masked. */
class MasksTest {

  @Test
  void aNameKeepsItsFirstCharacter() {
    assertThat(Masks.name("张伟")).isEqualTo("张***");
    assertThat(Masks.name("𠮷田")).isEqualTo("𠮷***");
    assertThat(Masks.name("O")).isEqualTo("O***");
  }

  @Test
  void aBirthDateKeepsItsYear() {
    assertThat(Masks.birthDate(LocalDate.of(1984, 2, 29))).isEqualTo(LocalDate.of(1984, 1, 1));
  }

  @Test
  void aPhoneKeepsItsEnds() {
    var phone = new ContactFacts.Phone("+8613812345678", ContactFacts.Label.MOBILE);

    assertThat(Masks.phones(List.of(phone)))
        .containsExactly(new ContactFacts.Phone("138****5678", ContactFacts.Label.MOBILE));
  }

  @Test
  void anEmailKeepsItsFirstCharacterAndDomain() {
    assertThat(Masks.emails(List.of(new ContactFacts.Email("li.ming@example.com", null))))
        .containsExactly(new ContactFacts.Email("l***@example.com", null));
  }

  @Test
  void anAddressKeepsCountryAndRegion() {
    var address = new ContactFacts.PostalAddress("CN", "浙江省", "杭州市", "文三路 90 号", "310012", null);

    assertThat(Masks.addresses(List.of(address)))
        .containsExactly(new ContactFacts.PostalAddress("CN", "浙江省", null, null, null, null));
  }

  @Test
  void aContactPersonIsMaskedThroughout() {
    var person =
        new ContactFacts.ContactPerson(
            "陈静",
            "buyer",
            new ContactFacts.Phone("+8613812345678", null),
            new ContactFacts.Email("chen@example.com", null));

    assertThat(Masks.contactPersons(List.of(person)))
        .containsExactly(
            new ContactFacts.ContactPerson(
                "陈***",
                "buyer",
                new ContactFacts.Phone("138****5678", null),
                new ContactFacts.Email("c***@example.com", null)));
  }

  @Test
  void ofADocumentOnlyAResidentIdKeepsItsEnds() {
    LocalDate expiry = LocalDate.of(2035, 6, 30);
    var resident =
        new IdentityDocument(IdentityDocument.Type.RESIDENT_ID, "999999197001310028", expiry);
    var passport = new IdentityDocument(IdentityDocument.Type.PASSPORT, "E12345678", expiry);

    assertThat(Masks.document(resident))
        .isEqualTo(
            new IdentityDocument(
                IdentityDocument.Type.RESIDENT_ID,
                ResidentId.parse("999999197001310028").masked(),
                null));
    assertThat(Masks.document(passport))
        .isEqualTo(new IdentityDocument(IdentityDocument.Type.PASSPORT, "****", null));
  }
}
