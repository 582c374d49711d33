package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Creating and reading one customer. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerIT {

  private static final String CUSTOMERS = "/v1/customers";
  private static final String CUSTOMER = "/v1/customers/{id}";

  @Test
  void aNewCustomerGetsAnIdAndACodeWhoseCheckDigitFits() {
    ExtractableResponse<Response> answer =
        Api.writing(SERVICE_AGENT)
            .body(aPerson())
            .post(CUSTOMERS)
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("version", equalTo(0))
            .extract();

    String id = answer.path("id");
    assertThat(answer.header("Location")).endsWith("/v1/customers/" + id);
    String code = answer.path("code");
    assertThat(CustomerCode.parse(code).value()).isEqualTo(code);
  }

  @Test
  void anIdMadeByTheCallerIsKept() {
    String id = People.anId().toString();

    assertThat(created(with(aPerson(), "id", id))).isEqualTo(id);
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    String id = created(aPerson());

    Api.writing(SERVICE_AGENT)
        .body(with(aPerson(), "id", id))
        .post(CUSTOMERS)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void anEnterpriseIsKeptWithItsRegisterFacts() {
    String creditCode = CreditCode.ofBody("91999999MA0000" + "00X").value();
    Map<String, Object> body =
        with(
            anEnterprise(),
            "enterprise",
            Map.of(
                "creditCode", creditCode,
                "size", "LARGE",
                "industry", "steel",
                "legalRepresentative", "王芳"));
    String id =
        Api.writing(SERVICE_AGENT)
            .header("Allow-Duplicate", "true")
            .body(body)
            .post(CUSTOMERS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    Api.as(SALES)
        .get(CUSTOMER, id)
        .then()
        .statusCode(200)
        .body("kind", equalTo("ENTERPRISE"))
        .body("enterprise.creditCode", equalTo(creditCode))
        .body("enterprise.size", equalTo("LARGE"))
        .body("enterprise.legalRepresentative", equalTo("王芳"))
        .body("contactPersons[0].name", not(equalTo(the("name", body))))
        .body("masked", contains("contactPersons"));
  }

  @Test
  void theServiceAgentSeesTheNameAndMaskedContacts() {
    Map<String, Object> person = aPerson();
    String phone = "+8614512345678";
    person.put("phones", List.of(Map.of("number", phone)));
    person.put("emails", List.of(Map.of("address", "li.ming@kexin.example")));
    String id =
        Api.writing(SERVICE_AGENT)
            .header("Allow-Duplicate", "true")
            .body(person)
            .post(CUSTOMERS)
            .then()
            .extract()
            .path("id");

    Api.as(SERVICE_AGENT)
        .get(CUSTOMER, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("name", equalTo(the("name", person)))
        .body("individual.birthDate", equalTo("1990-05-17"))
        .body("phones[0].number", equalTo("145****5678"))
        .body("emails[0].address", equalTo("l***@kexin.example"))
        .body("masked", containsInAnyOrder("phones", "emails"));
  }

  @Test
  void marketingSeesNeitherNameNorBirthday() {
    Map<String, Object> person = aPerson();
    String id = created(person);

    Api.as(MARKETING)
        .get(CUSTOMER, id)
        .then()
        .statusCode(200)
        .body("name", equalTo(firstOf(the("name", person)) + "***"))
        .body("individual.birthDate", equalTo("1990-01-01"))
        .body("individual.gender", nullValue())
        .body("phones", nullValue())
        .body("emails", nullValue())
        .body("masked", hasItems("phones", "emails"))
        .body("masked", hasItem("individual.gender"));
  }

  @Test
  void thePartnerDoesNotLearnWhoIsACustomerWithoutTheirConsent() {
    Api.as(PARTNER)
        .get(CUSTOMER, created(aPerson()))
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"))
        .body("detail", equalTo("There is nothing here that you may see; check the id."));
  }

  @Test
  void onlyTheMembersThatWereAskedForAreAnswered() {
    Map<String, Object> person = aPerson();
    String id = created(person);

    Map<String, Object> answer =
        Api.as(SERVICE_AGENT)
            .queryParam("fields", "name,kind")
            .get(CUSTOMER, id)
            .then()
            .statusCode(200)
            .extract()
            .path("");

    assertThat(answer).containsOnlyKeys("id", "name", "kind", "version", "masked");
    assertThat(answer.get("name")).isEqualTo(the("name", person));
  }

  @Test
  void aVersionThatTheCallerHasIsNotSentAgain() {
    String id = created(aPerson());

    String body =
        Api.as(SERVICE_AGENT)
            .header("If-None-Match", "\"7\", \"0\"")
            .get(CUSTOMER, id)
            .then()
            .statusCode(304)
            .header("ETag", "\"0\"")
            .extract()
            .asString();
    assertThat(body).isEmpty();

    Api.as(SERVICE_AGENT).header("If-None-Match", "\"7\"").get(CUSTOMER, id).then().statusCode(200);
  }

  @Test
  void somethingThatNeverWasAndSomethingDeletedAreAnsweredAlike() {
    Api.as(SERVICE_AGENT)
        .get(CUSTOMER, People.anId().toString())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-found"));
  }

  private static String firstOf(Object name) {
    String text = String.valueOf(name);
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
