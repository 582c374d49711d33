package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Finding customers by what is known of them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerSearchIT {

  @Test
  void aChineseNameIsFoundByAnyTwoNeighbouringCharacters() {
    String name = People.aChineseName();
    String id = created(with(aPerson(), "name", name));

    assertThat(found("name", name)).containsExactly(id);
    assertThat(found("name", name.substring(0, 2))).contains(id);
    assertThat(found("name", name.substring(1))).contains(id);
  }

  @Test
  void aSingleCharacterIsLookedForAtTheStartOfTheName() {
    // Outside the basic plane: one character of two UTF-16 units.
    String id = created(with(aPerson(), "name", "𠮷" + People.aChineseName()));

    assertThat(found("name", "𠮷")).contains(id);
  }

  @Test
  void aRareCharacterWithinANameIsFoundWithTwoNeighbours() {
    String name = People.aChineseName();
    String id = created(with(aPerson(), "name", name + "𠮷"));

    assertThat(found("name", name.substring(1) + "𠮷")).contains(id);
  }

  @Test
  void lettersThatAreStopWordsElsewhereAreFound() {
    String middle = "ai" + letters() + "an";
    String id = created(with(aPerson(), "name", "Ma" + middle + "is"));

    assertThat(found("name", middle)).containsExactly(id);
    assertThat(found("name", middle.toUpperCase(java.util.Locale.ROOT))).containsExactly(id);
  }

  @Test
  void aNameOfSeveralWordsIsFoundByAPartAcrossTheBlank() {
    String family = "Li" + letters();
    String id = created(with(aPerson(), "name", "Anna B " + family));
    created(with(aPerson(), "name", "Anna C " + family));

    assertThat(found("name", "na B " + family)).containsExactly(id);
    assertThat(found("name", "B " + family.substring(0, 6))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%", "__", "'", "\"", "\\", "+*", "-x +y", "(a b) > <c", "@3"})
  void signsWithAMeaningToTheDatabaseFindOnlyThemselves(String signs) {
    String plain = letters();
    created(with(aPerson(), "name", "Q" + plain));
    String id = created(with(aPerson(), "name", "Q" + signs + plain));

    assertThat(found("name", "Q" + signs + plain)).containsExactly(id);
    assertThat(found("name", "Q" + plain.charAt(0) + signs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%%",
        "'; drop table customer; -- ",
        "' or '1'='1",
        "\" or 1=1 #",
        "+* -\"",
        "))) union select"
      })
  void anInjectionFindsNobody(String attempt) {
    created(aPerson());

    assertThat(found("name", attempt)).isEmpty();
    search(Map.of("externalId", Map.of("source", "web-shop", "value", attempt))).statusCode(400);
  }

  @Test
  void aCodeIsFoundAsItIsSpoken() {
    String id = created(aPerson());
    String code = Api.as(SERVICE_AGENT).get("/v1/customers/{id}", id).path("code");

    assertThat(found("code", code)).containsExactly(id);
    assertThat(found("code", CustomerCode.parse(code).grouped())).containsExactly(id);
    assertThat(found("code", fullWidth(code))).containsExactly(id);
  }

  @Test
  void aCodeWithAWrongCheckDigitIsRefusedRatherThanNotFound() {
    String code = Api.as(SERVICE_AGENT).get("/v1/customers/{id}", created(aPerson())).path("code");
    int last = code.charAt(11) - '0';

    search(Map.of("code", code.substring(0, 11) + (last + 1) % 10))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/code"))
        .body("errors[0].code", equalTo("code-invalid"));
  }

  @Test
  void aPhoneIsFoundInEverySpelling() {
    String tail = People.digits(8);
    String id = created(with(aPerson(), "phones", List.of(Map.of("number", "145" + tail))));

    for (String spelling :
        List.of(
            "145" + tail,
            "+86145" + tail,
            "0086 145 " + tail,
            "(+86) 145-" + tail.substring(0, 4) + "-" + tail.substring(4),
            fullWidth("145" + tail))) {
      assertThat(found("phone", spelling)).as(spelling).containsExactly(id);
    }
  }

  @Test
  void anEmailIsFoundInAnotherCase() {
    String address = "Ming." + People.digits(10) + "@kexin.example";
    String id = created(with(aPerson(), "emails", List.of(Map.of("address", address))));

    assertThat(found("email", address.toUpperCase(java.util.Locale.ROOT))).containsExactly(id);
    assertThat(found("email", "x" + address)).isEmpty();
  }

  @Test
  void aDocumentNumberIsFoundAsTyped() {
    LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(Integer.parseInt(People.digits(4)));
    String number =
        ResidentId.of("9" + People.digits(5), birth, Integer.parseInt(People.digits(3))).value();
    String id =
        created(
            with(aPerson(), "identityDocument", Map.of("type", "RESIDENT_ID", "number", number)));

    assertThat(found("documentNumber", number)).containsExactly(id);
    assertThat(
            found(
                "documentNumber",
                number.substring(0, 6)
                    + " "
                    + fullWidth(number.substring(6, 14))
                    + "-"
                    + number.substring(14).toLowerCase(java.util.Locale.ROOT)))
        .containsExactly(id);
  }

  @Test
  void anExternalIdIsFound() {
    Map<String, String> externalId = People.anExternalId();
    String id = created(with(aPerson(), "externalIds", List.of(externalId)));

    search(Map.of("externalId", externalId)).statusCode(200).body("items.id", contains(id));
  }

  @Test
  void allCriteriaMustFit() {
    Map<String, Object> one = with(aPerson(), "phones", List.of(Map.of("number", People.aPhone())));
    Map<String, Object> other = with(aPerson(), "name", the("name", one));
    String id = created(one);
    created(other);
    String phone = phoneOf(one);

    search(Map.of("name", the("name", one), "phone", phone))
        .statusCode(200)
        .body("items.id", contains(id));
    search(Map.of("name", "nobody" + letters(), "phone", phone))
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void aSearchGoesOnWhereItStoppedAndRefusesTheTokenOfAnother() {
    String name = "Pa" + letters();
    List<String> ids =
        List.of(
            created(with(aPerson(), "name", name)),
            created(with(aPerson(), "name", name)),
            created(with(aPerson(), "name", name)));

    String token =
        search(Map.of("name", name, "pageSize", 2))
            .statusCode(200)
            .body("items.id", contains(ids.get(0), ids.get(1)))
            .extract()
            .path("nextPageToken");
    search(Map.of("name", name, "pageSize", 2, "pageToken", token))
        .statusCode(200)
        .body("items.id", contains(ids.get(2)));
    search(Map.of("name", name + "x", "pageToken", token))
        .statusCode(400)
        .body("code", equalTo("page-token-invalid"));
  }

  @Test
  void aSearchForNothingIsRefused() {
    search(Map.of("pageSize", 10))
        .statusCode(400)
        .body("errors[0].code", equalTo("criterion-required"));
  }

  private static ValidatableResponse search(Map<String, ?> body) {
    return Api.as(SERVICE_AGENT)
        .contentType("application/json")
        .body(body)
        .post("/v1/customers/search")
        .then();
  }

  private static List<String> found(String member, String value) {
    return search(Map.of(member, value)).statusCode(200).extract().path("items.id");
  }

  private static String phoneOf(Map<String, Object> person) {
    return String.valueOf(the("phones", person)).replaceAll("[^+0-9]", "");
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    People.digits(8).chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
    return letters.toString();
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }
}
