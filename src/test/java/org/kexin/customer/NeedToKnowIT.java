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
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
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
    assertThat(walk(SERVICE_AGENT, "createdAt")).doesNotContain(of("CUSTOMER-SERVICE"));
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
  void listsLeaveOutCustomersOfOtherDepartmentsInEveryOrder() {
    List<String> seen = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      seen.add(of(SERVICE_DEPARTMENT));
      foreign.add(of(SALES_DEPARTMENT));
      seen.add(created(aPerson()));
      foreign.add(of("elsewhere"));
    }

    for (String sort : List.of("createdAt", "-createdAt", "code", "-code")) {
      List<String> rows = walk(SERVICE_AGENT, sort);

      assertThat(rows).as(sort).doesNotHaveDuplicates().containsAll(seen);
      assertThat(rows).as(sort).doesNotContainAnyElementsOf(foreign);
    }
    assertThat(walk(SERVICE_AGENT, "createdAt")).isSorted().containsSubsequence(seen);
    assertThat(walk(DATA_STEWARD, "createdAt")).containsAll(seen).containsAll(foreign);
  }

  @Test
  void searchesLeaveThemOutToo() {
    Map<String, Object> person = with(aPerson(), "department", SALES_DEPARTMENT);
    String id = created(person);
    Map<String, Object> byName = Map.of("name", the("name", person));

    assertThat(search(SERVICE_AGENT, byName)).isEmpty();
    assertThat(search(SALES, byName)).containsExactly(id);
    assertThat(search(DATA_STEWARD, byName)).containsExactly(id);
  }

  @Test
  void listsAndSearchesAcceptNoReason() {
    Map<String, Object> person = with(aPerson(), "department", SALES_DEPARTMENT);
    String id = created(person);

    assertThat(
            request(SERVICE_AGENT)
                .header(GLASS, REASON)
                .contentType("application/json")
                .body(Map.of("name", the("name", person)))
                .post("/v1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id"))
        .isEmpty();
    assertThat(
            request(SERVICE_AGENT)
                .header(GLASS, REASON)
                .queryParam("sort", "-createdAt")
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id"))
        .isNotEmpty()
        .doesNotContain(id);
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
    assertThat(records).hasSize(2);
    assertThat(records.getFirst())
        .containsEntry("outcome", "DENIED")
        .containsEntry("persons", List.of(id));
    assertThat(records.getLast())
        .containsEntry("outcome", "CHANGED")
        .containsEntry("persons", List.of(id))
        .containsEntry("justification", Map.of("kind", "BREAK_GLASS", "text", REASON));
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
  @ValueSource(strings = {"", " sales", "sales ", " ", "a\tb\u0007"})
  void aDepartmentHasNoBlanksAround(String department) {
    Api.writing(DATA_STEWARD)
        .body(with(aPerson(), "department", department))
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"));
  }

  @Test
  void transactionsFollowTheirCustomer() throws SQLException {
    String currency = "MOP";
    String foreign = of(SALES_DEPARTMENT);
    String own = of(SERVICE_DEPARTMENT);
    String foreignOrder = anOrderOf(foreign, currency);
    String ownOrder = anOrderOf(own, currency);
    String nobodysOrder = anOrderOf(null, currency);
    String order = "/v1/transactions/{id}";

    request(SERVICE_AGENT).get(order, ownOrder).then().statusCode(200);
    request(SERVICE_AGENT).get(order, nobodysOrder).then().statusCode(200);
    request(DATA_STEWARD).get(order, foreignOrder).then().statusCode(200);
    Api.as(SERVICE_AGENT)
        .get(order, foreignOrder)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-customer"));
    String broken = "test-" + People.anId();
    Api.as(SERVICE_AGENT)
        .header("X-Request-Id", broken)
        .header(GLASS, REASON)
        .get(order, foreignOrder)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(foreign));

    assertThat(Database.accesses(broken))
        .singleElement()
        .satisfies(
            access ->
                assertThat(access)
                    .containsEntry("persons", List.of(foreign))
                    .containsEntry("justification", Map.of("kind", "BREAK_GLASS", "text", REASON)));
    assertThat(orders(SERVICE_AGENT, foreign)).isEmpty();
    assertThat(orders(SERVICE_AGENT, own)).containsExactly(ownOrder);
    assertThat(orders(SALES, foreign)).containsExactly(foreignOrder);
    assertThat(orders(PRIVACY_OFFICER, foreign)).containsExactly(foreignOrder);
  }

  @Test
  void thePartnerIsBoundByConsentAndNotByDepartment() {
    read(PARTNER, of(SALES_DEPARTMENT)).statusCode(404);
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

  private List<String> search(String role, Map<String, Object> criteria) {
    return request(role)
        .contentType("application/json")
        .body(criteria)
        .post("/v1/customers/search")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  /** All ids of the list, by pages as large as they can be. */
  private static List<String> walk(String role, String sort) {
    List<String> ids = new ArrayList<>();
    String token = null;
    do {
      RequestSpecification request =
          Api.as(role)
              .queryParam("sort", sort)
              .queryParam("fields", "id")
              .queryParam("pageSize", 7);
      if (token != null) {
        request.queryParam("pageToken", token);
      }
      JsonPath page = request.get("/v1/customers").then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      token = page.getString("nextPageToken");
    } while (token != null);
    return ids;
  }

  private static List<String> orders(String role, String customer) {
    return Api.as(role)
        .queryParam("customerId", customer)
        .get("/v1/transactions")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static String anOrderOf(@Nullable String customer, String currency) {
    String product = "NEED-" + People.digits(12);
    Api.writing(DATA_STEWARD)
        .body(Map.of("code", product, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    Map<String, Object> order =
        Map.of(
            "kind", "ORDER",
            "source", "need-to-know",
            "number", People.digits(12),
            "channel", "ONLINE",
            "currency", currency,
            "occurredAt", "2026-03-01T08:26:00Z",
            "lines", List.of(Map.of("productCode", product, "quantity", 1, "unitPrice", "2.55")));
    return Api.writing(DATA_STEWARD)
        .body(customer == null ? order : with(order, "customerId", customer))
        .post("/v1/transactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Map<String, @Nullable Object> record() throws SQLException {
    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(1);
    return Objects.requireNonNull(records.getFirst());
  }
}
