package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Changing and deleting one customer. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CustomerChangeIT {

  private static final String CUSTOMERS = "/v1/customers";
  private static final String CUSTOMER = "/v1/customers/{id}";

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
    Api.as(SERVICE_AGENT)
        .contentType("application/json")
        .body(Map.of("phone", "+861088886666"))
        .post("/v1/customers/search")
        .then()
        .body("items.id", contains(id));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"isAdmin\": true} | unknown-member | /isAdmin",
        "{\"phones\": [{\"number\": \"12345\"}]} | phone-invalid | /phones/0/number",
        "{\"phones\": {}} | type-mismatch | /phones",
        "{\"name\": null} | name-required | /name",
        "{\"source\": null} | not-null | /source",
        "{\"individual\": {\"birthDate\": \"\"}} | type-mismatch | /individual/birthDate",
        "{\"name\": \"a\\u0000\"} | type-mismatch | /name"
      })
  void aPatchToWhatCannotBeIsRefused(String patch, String code, String pointer) {
    String id = created(aPerson());

    Api.patching(SERVICE_AGENT, "\"0\"")
        .body(patch)
        .patch(CUSTOMER, id)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo(code))
        .body("errors[0].pointer", equalTo(pointer));
    Api.as(SERVICE_AGENT).get(CUSTOMER, id).then().header("ETag", "\"0\"");
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
}
