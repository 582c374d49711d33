package org.kexin.aftersales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Deliveries and service: states in their order, ratings once. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AfterSalesIT {

  @ParameterizedTest
  @CsvSource({
    "SHIPPED, DELIVERED, 200",
    "SHIPPED, FAILED, 200",
    "SHIPPED, SENT_BACK, 200",
    "SHIPPED, SHIPPED, 409",
    "FAILED, DELIVERED, 200",
    "FAILED, SENT_BACK, 200",
    "FAILED, FAILED, 409",
    "FAILED, SHIPPED, 409",
    "DELIVERED, DELIVERED, 409",
    "DELIVERED, FAILED, 409",
    "DELIVERED, SENT_BACK, 409",
    "DELIVERED, SHIPPED, 409",
    "SENT_BACK, DELIVERED, 409",
    "SENT_BACK, FAILED, 409",
    "SENT_BACK, SENT_BACK, 409",
    "SENT_BACK, SHIPPED, 409"
  })
  void aDeliveryGoesOnlyWhereItCan(String from, String to, int status) {
    String order = order(created(aPerson()));
    String delivery = sent(order);
    if (!from.equals("SHIPPED")) {
      become(delivery, from).statusCode(200);
    }
    ValidatableResponse answer = become(delivery, to).statusCode(status);
    if (status == 409) {
      answer.body("code", equalTo("transition-refused"));
    }
    deliveries(order).body("items.state", contains(status == 409 ? from : to));
  }

  @Test
  void aDeliveryIsRatedOnceItHasEndedAndThatOnce() {
    String order = order(created(aPerson()));
    String delivery = sent(order);
    rate("/v1/deliveries", delivery, 4).statusCode(409).body("code", equalTo("transition-refused"));
    become(delivery, "DELIVERED").statusCode(200);
    rate("/v1/deliveries", delivery, 6).statusCode(400);
    rate("/v1/deliveries", delivery, 0).statusCode(400);
    rate("/v1/deliveries", delivery, 4).statusCode(200);
    rate("/v1/deliveries", delivery, 1).statusCode(409).body("code", equalTo("already-rated"));
    deliveries(order).body("items[0].rating.score", equalTo(4));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "DELIVERED, 2026-03-01T00:00:00Z, null, before-shipping",
        "DELIVERED, 2026-03-04T00:00:00Z, LOST, reason-unexpected",
        "FAILED, 2026-03-04T00:00:00Z, null, reason-needed"
      },
      nullValues = "null")
  void anOutcomeThatCannotBeIsRefused(
      String state, String at, @Nullable String reason, String code) {
    String order = order(created(aPerson()));
    Map<String, Object> outcome = new LinkedHashMap<>(Map.of("state", state, "at", at));
    if (reason != null) {
      outcome.put("reason", reason);
    }
    Api.writing(SERVICE_AGENT)
        .body(outcome)
        .post("/v1/deliveries/{id}/outcomes", sent(order))
        .then()
        .statusCode(400)
        .body("errors.code", contains(code));
    deliveries(order).body("items.state", contains("SHIPPED"));
  }

  @Test
  void onlyOrdersAreDelivered() {
    String customer = created(aPerson());
    String product = Orders.aProduct();
    String order = Orders.recorded(Orders.order(customer, "CNY", Orders.line(product, 2, "2.50")));
    String back =
        Orders.recorded(Orders.returned(customer, "CNY", Orders.back(order, product, 1, "2.50")));
    ship(back).statusCode(404);
    ship(People.anId().toString()).statusCode(404);
  }

  @Test
  void aServiceCaseEndsOnceAndIsRatedOnce() {
    String customer = created(aPerson());
    String id = opened(Map.of("customerId", customer, "kind", "REPAIR", "problem", "Dark."));
    rate("/v1/service-cases", id, 5).statusCode(409).body("code", equalTo("transition-refused"));
    end(id, "OPEN").statusCode(409).body("code", equalTo("transition-refused"));
    end(id, "DONE").statusCode(200);
    end(id, "DROPPED").statusCode(409).body("code", equalTo("transition-refused"));
    rate("/v1/service-cases", id, 5).statusCode(200);
    rate("/v1/service-cases", id, 1).statusCode(409).body("code", equalTo("already-rated"));
    Api.as(SERVICE_AGENT)
        .get("/v1/service-cases/{id}", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("problem", equalTo("Dark."))
        .body("result", equalTo("Battery replaced."))
        .body("rating.score", equalTo(5));
    list("customerId=" + customer + "&state=DONE").body("items.id", contains(id));
    list("customerId=" + customer + "&state=OPEN").body("items", hasSize(0));
  }

  @Test
  void serviceIsForOnesOwnOrders() {
    String order = order(created(aPerson()));
    Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "customerId",
                created(aPerson()),
                "kind",
                "REPAIR",
                "problem",
                "Dark.",
                "transactionId",
                order))
        .post("/v1/service-cases")
        .then()
        .statusCode(400)
        .body("errors.code", contains("transaction-unknown"));
    Api.writing(SERVICE_AGENT)
        .body(Map.of("customerId", People.anId(), "kind", "REPAIR", "problem", "Dark."))
        .post("/v1/service-cases")
        .then()
        .statusCode(400)
        .body("errors.code", contains("customer-unknown"));
  }

  @Test
  void ofARestrictedCustomerNothingIsThere() {
    String customer = created(aPerson());
    Map<String, Object> body = Map.of("customerId", customer, "kind", "REPAIR", "problem", "Dark.");
    String id = opened(body);
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "RESTRICTION")).statusCode(200);

    Api.writing(SERVICE_AGENT).body(body).post("/v1/service-cases").then().statusCode(404);
    Api.as(SERVICE_AGENT).get("/v1/service-cases/{id}", id).then().statusCode(404);
    assertThat(list("customerId=" + customer).extract().<java.util.List<?>>path("items")).isEmpty();
  }

  private static String order(String customer) {
    return Orders.recorded(
        Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "9.90")));
  }

  private static ValidatableResponse ship(String order) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("carrier", "SF Express", "shippedAt", "2026-03-02T08:26:00Z"))
        .post("/v1/transactions/{id}/deliveries", order)
        .then();
  }

  private static String sent(String order) {
    return ship(order).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse become(String delivery, String state) {
    Map<String, Object> outcome = Map.of("state", state, "at", "2026-03-04T08:26:00Z");
    boolean failed = state.equals("FAILED") || state.equals("SENT_BACK");
    return Api.writing(SERVICE_AGENT)
        .body(failed ? with(outcome, "reason", "REFUSED") : outcome)
        .post("/v1/deliveries/{id}/outcomes", delivery)
        .then();
  }

  private static ValidatableResponse rate(String collection, String id, int score) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("score", score))
        .post(collection + "/{id}/ratings", id)
        .then();
  }

  private static ValidatableResponse deliveries(String order) {
    return Api.as(SERVICE_AGENT)
        .get("/v1/transactions/{id}/deliveries", order)
        .then()
        .statusCode(200);
  }

  private static String opened(Map<String, Object> body) {
    return Api.writing(SERVICE_AGENT)
        .body(body)
        .post("/v1/service-cases")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse end(String id, String state) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("state", state, "result", "Battery replaced."))
        .post("/v1/service-cases/{id}/results", id)
        .then();
  }

  private static ValidatableResponse list(String query) {
    return Api.as(SERVICE_AGENT).get("/v1/service-cases?" + query).then().statusCode(200);
  }
}
