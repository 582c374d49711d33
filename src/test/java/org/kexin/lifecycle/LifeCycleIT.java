package org.kexin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;
import org.kexin.testing.Orders;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Promotions;
import org.kexin.testing.Together;

/** Where customers stand follows from what they did, with every change and its reason. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LifeCycleIT {

  @Inject LifeCycleJob job;

  @Test
  void ofWhomNothingIsKnownNothingIsSaid() {
    read(created(aPerson())).body("stage", nullValue()).body("changes", nullValue());
  }

  @Test
  void everyStepIsAChangeWithItsReasonAndOnTheTimeLine() {
    String customer = created(aPerson());
    asksForAdvice(customer);
    job.derive();
    read(customer).body("stage", equalTo("TARGET")).body("reason", equalTo("SHOWED_INTEREST"));
    ordered(customer, 9);
    job.derive();
    read(customer).body("stage", equalTo("FIRST_PURCHASE"));
    ordered(customer, 8);
    job.derive();
    for (int day = 7; day >= 4; day--) {
      ordered(customer, day);
    }
    job.derive();
    read(customer)
        .body("stage", equalTo("CORE"))
        .body("reason", equalTo("ORDERED_OFTEN"))
        .body("changes.to", contains("CORE", "REPEAT", "FIRST_PURCHASE", "TARGET"))
        .body("changes.from", contains("REPEAT", "FIRST_PURCHASE", "TARGET", "PROSPECT"));
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/timeline?kind=LIFE_CYCLE", customer)
        .then()
        .body("items.summary", contains("CORE", "REPEAT", "FIRST_PURCHASE", "TARGET"));
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      ValidatableResponse page =
          Api.as(SERVICE_AGENT)
              .get(
                  "/v1/customers/{id}/life-cycle?pageSize=1"
                      + (next == null ? "" : "&pageToken=" + next),
                  customer)
              .then();
      seen.addAll(page.extract().path("changes.to"));
      next = page.extract().path("nextPageToken");
    } while (next != null);
    assertThat(seen).containsExactly("CORE", "REPEAT", "FIRST_PURCHASE", "TARGET");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"INTERESTED, TARGET", "PURCHASED, TARGET", "DECLINED, -", "NO_ANSWER, -"},
      nullValues = "-")
  void whoRespondsToAPromotionIsATarget(String response, @Nullable String stage) {
    String customer = created(aPerson());
    String promotion = Promotions.running(Promotions.aPromotion());
    Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "customerId",
                customer,
                "kind",
                response,
                "channel",
                "PHONE",
                "respondedAt",
                Instant.now().toString()))
        .post("/v1/promotions/{id}/responses", promotion)
        .then()
        .statusCode(201);
    job.derive();
    read(customer).body("stage", equalTo(stage));
  }

  @Test
  void whoBringsSomebodyWhoBuysIsAnAdvocate() {
    String programme = Loyalty.programme();
    String customer = created(aPerson());
    String account = Loyalty.joined(programme, customer);
    String brought = created(aPerson());
    Loyalty.refer(account, brought).statusCode(200);
    ordered(customer, 3);
    job.derive();
    read(customer).body("stage", equalTo("FIRST_PURCHASE"));
    ordered(brought, 0);
    job.derive();
    read(customer).body("stage", equalTo("ADVOCATE")).body("reason", equalTo("BROUGHT_OTHERS"));
  }

  @Test
  void timeAloneMovesACustomerOnce() throws Exception {
    String customer = created(aPerson());
    ordered(customer, 1);
    job.derive();
    // As if the order, and the day on which it is due, had been a year ago.
    moveBack("update sales_transaction set occurred_at = ? where customer_id = ?", customer, 200);
    moveBack("update life_cycle set due_at = ? where customer_id = ?", customer, 20);
    List<Callable<Boolean>> pods = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pods.add(
          () -> {
            job.derive();
            return true;
          });
    }
    Together.run(pods);
    read(customer)
        .body("stage", equalTo("LAPSING"))
        .body("changes.to", contains("LAPSING", "FIRST_PURCHASE"));
  }

  @Test
  void ofWhoObjectsNothingIsDerivedUntilTheyLiftIt() throws SQLException {
    String customer = created(aPerson());
    ordered(customer, 3);
    job.derive();
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);
    job.derive();
    read(customer).body("stage", nullValue()).body("changes", nullValue());
    ordered(customer, 2);
    job.derive();
    assertThat(
            Database.rows(
                "select 1 from life_cycle_change where customer_id = ?", Database.bytes(customer)))
        .isEmpty();
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "LIFT_OBJECTIONS")).statusCode(200);
    job.derive();
    read(customer).body("stage", equalTo("REPEAT")).body("changes", hasSize(1));
  }

  @Test
  void marketingSeesItOfWhoAgreedToProfiling() {
    String customer = created(aPerson());
    ordered(customer, 3);
    job.derive();
    Api.as(MARKETING)
        .get("/v1/customers/{id}/life-cycle", customer)
        .then()
        .body("stage", nullValue())
        .body("masked", hasItem("stage"));
    Consents.record(customer, Consents.given("PROFILING"));
    Api.as(MARKETING)
        .get("/v1/customers/{id}/life-cycle", customer)
        .then()
        .body("stage", equalTo("FIRST_PURCHASE"));
  }

  @Test
  void aNewPolicyDerivesEverybodyAnew() {
    String customer = created(aPerson());
    ordered(customer, 3);
    ordered(customer, 2);
    job.derive();
    read(customer).body("stage", equalTo("REPEAT"));
    int version = publish(with(terms(), "coreOrders", 2));
    job.derive();
    read(customer).body("stage", equalTo("CORE")).body("policyVersion", equalTo(version));

    publish(terms());
    job.derive();
    read(customer).body("stage", equalTo("REPEAT")).body("policyVersion", equalTo(version + 1));
    Api.as(DATA_STEWARD)
        .get("/v1/life-cycle-policies?pageSize=1")
        .then()
        .statusCode(200)
        .body("items[0].version", equalTo(version + 1))
        .body("items[0].terms.coreOrders", equalTo(6));
  }

  @Test
  void aPolicyInWhichSomebodyIsLostBeforeTheyLapseIsRefused() {
    Api.writing(DATA_STEWARD)
        .body(with(terms(), "lostDays", 180))
        .post("/v1/life-cycle-policies")
        .then()
        .statusCode(400)
        .body("errors.code", contains("not-after-lapsing"));
    Api.writing(DATA_STEWARD)
        .body(with(terms(), "repeatOrders", 1))
        .post("/v1/life-cycle-policies")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/repeatOrders"));
  }

  /** The terms that come with the service. */
  private static Map<String, Object> terms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("interestDays", 90);
    terms.put("repeatOrders", 2);
    terms.put("coreOrders", 6);
    terms.put("coreDays", 365);
    terms.put("advocateReferrals", 1);
    terms.put("lapsingDays", 180);
    terms.put("lostDays", 365);
    terms.put("wonBackDays", 90);
    return terms;
  }

  private static int publish(Map<String, Object> terms) {
    return Integer.parseInt(
        Api.writing(DATA_STEWARD)
            .body(terms)
            .post("/v1/life-cycle-policies")
            .then()
            .statusCode(201)
            .extract()
            .path("code"));
  }

  private static void asksForAdvice(String customer) {
    Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "customerId", customer,
                "kind", "CONSULTATION",
                "direction", "INCOMING",
                "channel", "PHONE",
                "occurredAt", Instant.now().minus(Duration.ofDays(10)).toString(),
                "subject", "Asks how bright the lantern is."))
        .post("/v1/interactions")
        .then()
        .statusCode(201);
  }

  private static void ordered(String customer, int daysAgo) {
    Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")),
            "occurredAt",
            Instant.now().minus(Duration.ofDays(daysAgo)).toString()));
  }

  private static void moveBack(String sql, String customer, int days) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(
          1,
          java.time.LocalDateTime.ofInstant(
              Instant.now().minus(Duration.ofDays(days)), java.time.ZoneOffset.UTC));
      update.setBytes(2, Database.bytes(customer));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static ValidatableResponse read(String customer) {
    return Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/life-cycle", customer)
        .then()
        .statusCode(200);
  }
}
