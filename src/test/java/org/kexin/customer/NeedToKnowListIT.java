package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.access.Reach;
import org.kexin.shared.PageRequest;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Lists, searches and what hangs on customers leave out those of other departments. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class NeedToKnowListIT {

  /** The departments of the callers in the sample realm. */
  private static final String SERVICE_DEPARTMENT = "customer-service";

  private static final String SALES_DEPARTMENT = "sales";
  private static final String GLASS = "Break-Glass-Reason";
  private static final String REASON = "Call-back on case 4711 + 4712";

  @Inject
  @SuppressWarnings("NullAway.Init")
  Customers customers;

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
    assertThat(walk(SERVICE_AGENT, "createdAt")).doesNotContain(of("CUSTOMER-SERVICE"));
    assertThat(walk(DATA_STEWARD, "createdAt")).containsAll(seen).containsAll(foreign);
  }

  @Test
  @Transactional
  void aCallerWithoutADepartmentReachesOnlyCustomersOfNone() {
    Map<String, Object> person = aPerson();
    String free = created(person);
    String assigned =
        created(with(with(aPerson(), "name", the("name", person)), "department", SALES_DEPARTMENT));
    Reach nowhere = new Reach(true, null);
    var newest = new CustomerQuery(null, null, CustomerQuery.Sort.ID_DESCENDING);
    var name = new NamePart(String.valueOf(the("name", person)));

    assertThat(customers.list(newest, nowhere, true, PageRequest.of(200, null)))
        .extracting(customer -> customer.id().toString())
        .contains(free)
        .doesNotContain(assigned);
    assertThat(
            customers.search(
                new SearchCriteria(name, null, Map.of(), null),
                nowhere,
                true,
                PageRequest.of(9, null)))
        .extracting(customer -> customer.id().toString())
        .containsExactly(free);
    assertThat(nowhere.covers(null)).isTrue();
    assertThat(nowhere.covers("")).isFalse();
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
    of(SERVICE_DEPARTMENT);
    Map<String, Object> person = with(aPerson(), "department", SALES_DEPARTMENT);
    String id = created(person);

    assertThat(
            Api.as(SERVICE_AGENT)
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
            Api.as(SERVICE_AGENT)
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
  void transactionsFollowTheirCustomer() throws SQLException {
    String currency = "MOP";
    String foreign = of(SALES_DEPARTMENT);
    String own = of(SERVICE_DEPARTMENT);
    String foreignOrder = anOrderOf(foreign, currency);
    String ownOrder = anOrderOf(own, currency);
    String nobodysOrder = anOrderOf(null, currency);
    String order = "/v1/transactions/{id}";

    Api.as(SERVICE_AGENT).get(order, ownOrder).then().statusCode(200);
    Api.as(SERVICE_AGENT).get(order, nobodysOrder).then().statusCode(200);
    Api.as(DATA_STEWARD).get(order, foreignOrder).then().statusCode(200);
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
  void purchasesOfARestrictedCustomerAreThereForComplianceOnly() {
    String person = of(SERVICE_DEPARTMENT);
    String order = anOrderOf(person, "MOP");
    PrivacyCalls.answer(PrivacyCalls.identified(person, "RESTRICTION")).statusCode(200);

    for (String role : List.of(SERVICE_AGENT, DATA_STEWARD)) {
      Api.as(role).get("/v1/transactions/{id}", order).then().statusCode(404);
      assertThat(orders(role, person)).as(role).isEmpty();
    }
    Api.as(PRIVACY_OFFICER).get("/v1/transactions/{id}", order).then().statusCode(200);
    assertThat(orders(PRIVACY_OFFICER, person)).containsExactly(order);
  }

  @Test
  void aRefusedDuplicateNamesNobodyOfAnotherDepartment() {
    Map<String, Object> person = with(aPerson(), "department", SALES_DEPARTMENT);
    String id = created(person);
    Map<String, Object> twin = with(aPerson(), "phones", the("phones", person));

    duplicate(SERVICE_AGENT, twin).body("$", not(hasKey("candidates")));
    duplicate(DATA_STEWARD, twin).body("candidates", contains(id));
  }

  private static ValidatableResponse duplicate(String role, Map<String, Object> person) {
    return Api.writing(role)
        .body(person)
        .post("/v1/customers")
        .then()
        .statusCode(409)
        .body("code", equalTo("possible-duplicate"));
  }

  private static String of(String department) {
    return created(with(aPerson(), "department", department));
  }

  private static List<String> search(String role, Map<String, Object> criteria) {
    return Api.as(role)
        .contentType("application/json")
        .body(criteria)
        .post("/v1/customers/search")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  /** All ids of the list, by pages that hold fewer than there are in the whole suite. */
  private static List<String> walk(String role, String sort) {
    List<String> ids = new ArrayList<>();
    String token = null;
    do {
      RequestSpecification request =
          Api.as(role)
              .queryParam("sort", sort)
              .queryParam("fields", "id")
              .queryParam("pageSize", 60);
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
}
