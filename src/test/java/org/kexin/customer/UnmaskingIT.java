package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Masked attributes in clear: one customer, a reason, and a record of both. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class UnmaskingIT {

  private static final String REASON = "投诉 4711 约定的回电，客户要求";
  private static final String NUMBER = "999999197001310028";

  private final String requestId = "test-" + People.anId();

  @Test
  void theAttributesAskedForAreInClearAndOnlyThey() throws SQLException {
    Map<String, Object> person =
        with(aPerson(), "phones", List.of(Map.of("number", "+8613812345678")));
    String id = created(person);

    Map<String, Object> answer =
        unmask(SERVICE_AGENT, id, List.of("phones"), REASON)
            .statusCode(200)
            .body("phones[0].number", equalTo("+8613812345678"))
            .body("masked", empty())
            .extract()
            .path("");

    assertThat(answer).containsOnlyKeys("id", "phones", "version", "masked");
    assertThat(record())
        .containsEntry("operation", "unmaskCustomer")
        .containsEntry("outcome", "DISCLOSED")
        .containsEntry("purpose", "service")
        .containsEntry("persons", List.of(id))
        .containsEntry("disclosed", List.of("phones"))
        .containsEntry("masked", List.of())
        .containsEntry("justification", Map.of("kind", "UNMASKING", "text", REASON));
  }

  @Test
  void whatWasUnmaskedOnceIsMaskedInTheNextRead() {
    Map<String, Object> person = aPerson();
    String id = created(person);
    unmask(SERVICE_AGENT, id, List.of("phones", "emails"), REASON)
        .statusCode(200)
        .body("emails[0].address", equalTo(emailOf(person)));

    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}", id)
        .then()
        .statusCode(200)
        .body("masked", containsInAnyOrder("phones", "emails"));
  }

  @Test
  void theNumberOfADocumentIsInClearForTheOfficerAndWithoutConsentForNobodyElse()
      throws SQLException {
    String id =
        created(
            with(aPerson(), "identityDocument", Map.of("type", "RESIDENT_ID", "number", NUMBER)));

    unmask(PRIVACY_OFFICER, id, List.of("identityDocument"), REASON)
        .statusCode(200)
        .body("identityDocument.number", equalTo(NUMBER));
    for (String role : List.of(SERVICE_AGENT, SALES, DATA_STEWARD)) {
      unmask(role, id, List.of("identityDocument"), REASON)
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }

    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(4);
    assertThat(records.getFirst()).containsEntry("outcome", "DISCLOSED");
    assertThat(records.subList(1, 4))
        .allSatisfy(
            access ->
                assertThat(access)
                    .containsEntry("outcome", "DENIED")
                    .containsEntry("persons", List.of(id))
                    .containsEntry("disclosed", List.of())
                    .containsEntry("justification", Map.of("kind", "UNMASKING", "text", REASON)));
  }

  @Test
  void ofSeveralAttributesOneThatIsNotAllowedDeniesAll() {
    String id = created(aPerson());

    unmask(SALES, id, List.of("phones"), REASON).statusCode(200);
    unmask(SALES, id, List.of("phones", "identityDocument"), REASON)
        .statusCode(403)
        .body("phones", nullValue());
  }

  @Test
  void whatACustomerDoesNotHaveIsDeniedAllTheSame() {
    unmask(SERVICE_AGENT, created(aPerson()), List.of("identityDocument"), REASON).statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "too short", "          ", "   blanks   "})
  void aReasonOfLessThanTenCharactersIsNone(String reason) {
    unmask(SERVICE_AGENT, created(aPerson()), List.of("phones"), reason)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reason"))
        .body("errors[0].code", equalTo("size"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    unmask(SERVICE_AGENT, created(aPerson()), List.of("phones", "shoeSize"), "x".repeat(201))
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/reason", "/attributes/1"))
        .body("errors.code", containsInAnyOrder("size", "attribute-unknown"));
    unmask(SERVICE_AGENT, created(aPerson()), List.of(), REASON)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/attributes"));
  }

  @Test
  void nobodyUnmasksWhoIsNotThere() {
    unmask(SERVICE_AGENT, People.anId().toString(), List.of("phones"), REASON).statusCode(404);
  }

  @Test
  void theGlassCannotBeBrokenForIt() throws SQLException {
    String id = created(with(aPerson(), "department", "elsewhere"));

    request(SERVICE_AGENT)
        .header("Break-Glass-Reason", "I would really like to know")
        .body(Map.of("attributes", List.of("phones"), "reason", REASON))
        .post("/v1/customers/{id}/unmaskings", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));

    assertThat(record()).containsEntry("outcome", "DENIED").containsEntry("persons", List.of(id));
  }

  private ValidatableResponse unmask(
      String role, String id, List<String> attributes, String reason) {
    return request(role)
        .body(Map.of("attributes", attributes, "reason", reason))
        .post("/v1/customers/{id}/unmaskings", id)
        .then();
  }

  private RequestSpecification request(String role) {
    return Api.as(role).header("X-Request-Id", requestId).contentType(ContentType.JSON);
  }

  private Map<String, @Nullable Object> record() throws SQLException {
    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static Object emailOf(Map<String, Object> person) {
    Map<?, ?> email = (Map<?, ?>) ((List<?>) the("emails", person)).getFirst();
    return Objects.requireNonNull(email.get("address"));
  }
}
