package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** Customers are for the department that is responsible for them, unless somebody says why not. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NeedToKnowIT {

  private static final String CUSTOMER = "/v1/customers/{id}";

  /** The departments of the callers in the sample realm. */
  private static final String SERVICE_DEPARTMENT = "customer-service";

  private static final String SALES_DEPARTMENT = "sales";
  private static final String GLASS = "Break-Glass-Reason";
  private static final String REASON = "Call-back on case 4711 + 4712";

  private final String requestId = "test-" + People.anId();

  @Test
  void everybodySeesCustomersOfTheirDepartmentAndOfNone() {
    for (Map.Entry<String, String> own :
        Map.of(SERVICE_AGENT, SERVICE_DEPARTMENT, SALES, SALES_DEPARTMENT).entrySet()) {
      read(own.getKey(), of(own.getValue()))
          .statusCode(200)
          .body("department", equalTo(own.getValue()));
      read(own.getKey(), created(aPerson())).statusCode(200).body("department", nullValue());
    }
  }

  @Test
  void aCustomerOfAnotherDepartmentIsRefusedAndTheRefusalSaysTheWayOut() throws SQLException {
    String id = of(SALES_DEPARTMENT);

    read(SERVICE_AGENT, id)
        .statusCode(403)
        .body("code", equalTo("not-your-customer"))
        .body("detail", containsString(GLASS))
        .body("name", nullValue());

    assertThat(record())
        .containsEntry("outcome", "DENIED")
        .containsEntry("operation", "getCustomer")
        .containsEntry("persons", List.of(id))
        .doesNotContainKey("justification");
  }

  @Test
  void departmentsAreComparedAsTheyAreWritten() {
    read(SERVICE_AGENT, of("Customer-Service")).statusCode(403);
  }

  @Test
  void theGlassIsBrokenWithAReasonThatIsRecorded() throws SQLException {
    String id = of(SALES_DEPARTMENT);

    request(SERVICE_AGENT).header(GLASS, REASON).get(CUSTOMER, id).then().statusCode(200);

    assertThat(record())
        .containsEntry("outcome", "DISCLOSED")
        .containsEntry("persons", List.of(id))
        .containsEntry("justification", Map.of("kind", "BREAK_GLASS", "text", REASON));
  }

  @Test
  void aChineseReasonComesPercentEncodedAndIsRecordedAsItReads() throws SQLException {
    request(SALES)
        .header(
            GLASS,
            "%E5%AE%A2%E6%88%B7%E6%9D%A5%E7%94%B5%E6%8A%95%E8%AF%89%EF%BC%8C%E5%90%8C%E4%BA%8B"
                + "%E7%97%85%E5%81%87")
        .get(CUSTOMER, of(SERVICE_DEPARTMENT))
        .then()
        .statusCode(200);

    assertThat(record())
        .containsEntry("justification", Map.of("kind", "BREAK_GLASS", "text", "客户来电投诉，同事病假"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"because", "%E5%AE%A2", "a broken percent sign %2", "two lines%0Aof text"})
  void whatIsNoReasonBreaksNoGlass(String reason) throws SQLException {
    String id = of(SALES_DEPARTMENT);

    request(SERVICE_AGENT)
        .header(GLASS, reason)
        .get(CUSTOMER, id)
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"))
        .body("errors[0].pointer", equalTo(GLASS));

    assertThat(record())
        .containsEntry("outcome", "NOTHING_SHOWN")
        .doesNotContainKey("justification");
  }

  @Test
  void aReasonThatIsNotNeededIsNotRecordedAsABreach() throws SQLException {
    request(SERVICE_AGENT)
        .header(GLASS, REASON)
        .get(CUSTOMER, of(SERVICE_DEPARTMENT))
        .then()
        .statusCode(200);

    assertThat(record()).containsEntry("outcome", "DISCLOSED").doesNotContainKey("justification");
  }

  @Test
  void theGlassShowsNoMoreThanTheRole() {
    request(SERVICE_AGENT)
        .header(GLASS, REASON)
        .get(CUSTOMER, of(SALES_DEPARTMENT))
        .then()
        .statusCode(200)
        .body("phones[0].number", containsString("****"));
  }

  @Test
  void whoWorksAcrossDepartmentsIsNotBound() {
    String id = of("elsewhere");

    for (String role : List.of(DATA_STEWARD, PRIVACY_OFFICER, MARKETING)) {
      read(role, id).statusCode(200).body("id", equalTo(id));
    }
  }

  @Test
  void changesAreRefusedInTheSameWayAndRecordedWhenTheGlassIsBroken() throws SQLException {
    String id = of(SALES_DEPARTMENT);
    Map<String, Object> patch = Map.of("name", "Ann " + People.digits(12));

    patching(SERVICE_AGENT)
        .body(patch)
        .patch(CUSTOMER, id)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    patching(SERVICE_AGENT)
        .header(GLASS, REASON)
        .body(patch)
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200);

    read(SALES, id).statusCode(200).body("name", equalTo(patch.get("name")));
    List<Map<String, @Nullable Object>> records =
        Database.accesses(requestId).stream()
            .filter(access -> "patchCustomer".equals(access.get("operation")))
            .toList();
    assertThat(records).hasSizeGreaterThanOrEqualTo(2);
    assertThat(records.getFirst())
        .containsEntry("outcome", "DENIED")
        .containsEntry("persons", List.of(id))
        .doesNotContainKey("justification");
    assertThat(records.subList(1, records.size()).stream().filter(NeedToKnowIT::isJustified))
        .singleElement()
        .satisfies(
            access ->
                assertThat(access)
                    .containsEntry("outcome", "NOTHING_SHOWN")
                    .containsEntry("persons", List.of(id))
                    .containsEntry("justification", Map.of("kind", "BREAK_GLASS", "text", REASON)));
  }

  @Test
  void aCustomerIsHandedOverByChangingTheDepartment() {
    String id = of(SERVICE_DEPARTMENT);
    patching(SERVICE_AGENT)
        .body(Map.of("department", SALES_DEPARTMENT))
        .patch(CUSTOMER, id)
        .then()
        .statusCode(200);

    read(SERVICE_AGENT, id).statusCode(403);
    read(SALES, id).statusCode(200).body("department", equalTo(SALES_DEPARTMENT));
  }

  @Test
  void anUpsertWithoutADepartmentLeavesItAsItIs() {
    Map<String, String> externalId = People.anExternalId();
    Map<String, Object> person = with(aPerson(), "externalIds", List.of(externalId));
    String id = created(with(person, "department", SALES_DEPARTMENT));

    upsert(externalId, with(person, "name", People.aChineseName()));
    read(SALES, id).body("department", equalTo(SALES_DEPARTMENT));
    upsert(externalId, with(person, "department", "elsewhere"));
    read(DATA_STEWARD, id).body("department", equalTo("elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " sales", "sales ", " ", "a  b", "a\tb", "a\u0007"})
  void aDepartmentHasNoBlanksThatNobodySees(String department) {
    Api.writing(DATA_STEWARD)
        .body(with(aPerson(), "department", department))
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"));
  }

  @Test
  void thePartnerIsBoundByConsentAndNotByDepartment() {
    read(PARTNER, of(SALES_DEPARTMENT)).statusCode(404);
  }

  private static boolean isJustified(Map<String, @Nullable Object> access) {
    return access.get("justification") != null;
  }

  private static String of(String department) {
    return created(with(aPerson(), "department", department));
  }

  private ValidatableResponse read(String role, String id) {
    return request(role).get(CUSTOMER, id).then();
  }

  private RequestSpecification request(String role) {
    return Api.as(role).header("X-Request-Id", requestId);
  }

  private RequestSpecification patching(String role) {
    return Api.patching(role, "\"0\"").header("X-Request-Id", requestId);
  }

  private static void upsert(Map<String, String> externalId, Map<String, Object> body) {
    Api.as(PARTNER)
        .contentType("application/json")
        .body(body)
        .put(
            "/v1/customers/by-external-id/{source}/{value}",
            externalId.get("source"),
            externalId.get("value"))
        .then()
        .statusCode(200);
  }

  private Map<String, @Nullable Object> record() throws SQLException {
    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(1);
    return Objects.requireNonNull(records.getFirst());
  }
}
