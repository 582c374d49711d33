package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Creating, reading, changing and deleting one customer. */
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
        .body("masked", hasItem("individual.gender"));
  }

  @Test
  void thePartnerSeesNoExternalIds() {
    String id = created(with(aPerson(), "externalIds", List.of(People.anExternalId())));

    Api.as(PARTNER)
        .get(CUSTOMER, id)
        .then()
        .statusCode(200)
        .body("externalIds", nullValue())
        .body("masked", hasItem("externalIds"));
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
  void aPatchChangesWhatItNamesAndNothingElse() {
    Map<String, Object> person = aPerson();
    String id = created(person);

    Api.patching(SERVICE_AGENT, "\"0\"")
        .body("{\"individual\": {\"occupation\": \"nurse\"}}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("id", equalTo(id));

    Api.as(SALES)
        .get(CUSTOMER, id)
        .then()
        .body("name", equalTo(the("name", person)))
        .body("individual.occupation", equalTo("nurse"))
        .body("individual.birthDate", equalTo("1990-05-17"))
        .body("phones.size()", equalTo(1));
  }

  @Test
  void nullRemovesAndAListIsReplacedWhole() throws SQLException {
    String id = created(aPerson());

    Api.patching(SERVICE_AGENT, "\"0\"")
        .body(
            """
            {"individual": {"birthDate": null},
             "emails": null,
             "phones": [{"number": "01088886666", "label": "WORK"}]}
            """)
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200);

    Api.as(SERVICE_AGENT)
        .get(CUSTOMER, id)
        .then()
        .body("individual.gender", equalTo("FEMALE"))
        .body("individual.birthDate", nullValue())
        .body("emails", nullValue())
        .body("phones.label", contains("WORK"));
    assertThat(
            Database.rows(
                "select contact->>'$.phones[0].number' n from customer where id = ?",
                (Object) Database.bytes(id)))
        .containsExactly(Map.of("n", "+861088886666"));
  }

  @Test
  void aPatchThatChangesNothingMakesNoVersion() {
    String id = created(aPerson());

    Api.patching(SERVICE_AGENT, "\"0\"")
        .body("{\"source\": \"WEBSITE\"}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"");
  }

  @Test
  void idAndKindNeverChange() {
    String id = created(aPerson());

    Api.patching(SERVICE_AGENT, "\"0\"")
        .body(Map.of("id", People.anId().toString()))
        .patch(CUSTOMER, id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/id"))
        .body("errors[0].code", equalTo("immutable"));
    Api.patching(SERVICE_AGENT, "\"0\"")
        .body("{\"kind\": \"ENTERPRISE\", \"individual\": null}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/kind"));
  }

  @Test
  void aWriteWithoutOrWithAStaleTagIsRefused() {
    String id = created(aPerson());

    Api.as(SERVICE_AGENT)
        .contentType("application/merge-patch+json")
        .body("{\"name\": \"X\"}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    Api.patching(SERVICE_AGENT, "\"4\"")
        .body("{\"name\": \"X\"}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(412)
        .body("code", equalTo("precondition-failed"));
    Api.as(DATA_STEWARD).delete(CUSTOMER, id).then().statusCode(428);
    Api.as(DATA_STEWARD).header("If-Match", "\"4\"").delete(CUSTOMER, id).then().statusCode(412);
    Api.as(SERVICE_AGENT).get(CUSTOMER, id).then().statusCode(200).header("ETag", "\"0\"");
  }

  @Test
  void aPatchOfAnotherMediaTypeIsRefusedWithTheOneThatIsRead() {
    String id = created(aPerson());

    Api.as(SERVICE_AGENT)
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body("{\"name\": \"X\"}")
        .patch(CUSTOMER, id)
        .then()
        .statusCode(415)
        .header("Accept-Patch", "application/merge-patch+json")
        .body("code", equalTo("media-type-unsupported"));
  }

  @Test
  void aDeletedCustomerIsGoneEverywhereAndItsExternalIdIsFree() throws SQLException {
    Map<String, String> externalId = People.anExternalId();
    Map<String, Object> person = with(aPerson(), "externalIds", List.of(externalId));
    String id = created(person);

    Api.as(DATA_STEWARD).header("If-Match", "\"0\"").delete(CUSTOMER, id).then().statusCode(204);

    Api.as(SERVICE_AGENT)
        .get(CUSTOMER, id)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    Api.patching(SERVICE_AGENT, "\"1\"").body("{}").patch(CUSTOMER, id).then().statusCode(404);
    Api.as(DATA_STEWARD).header("If-Match", "\"1\"").delete(CUSTOMER, id).then().statusCode(404);
    Api.as(SALES)
        .queryParam("sort", "-createdAt")
        .get(CUSTOMERS)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
    for (Map<String, Object> search :
        List.of(
            Map.<String, Object>of("externalId", externalId),
            Map.<String, Object>of("name", the("name", person)))) {
      Api.as(SERVICE_AGENT)
          .contentType("application/json")
          .body(search)
          .post("/v1/customers/search")
          .then()
          .statusCode(200)
          .body("items.size()", equalTo(0));
    }
    // Same phone, e-mail and external id: nothing of the deleted one is in the way.
    assertThat(created(person)).isNotEqualTo(id);
    assertThat(
            Database.rows(
                "select id from customer where id = ? and deleted_at is not null",
                (Object) Database.bytes(id)))
        .hasSize(1);
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
