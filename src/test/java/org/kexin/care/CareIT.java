package org.kexin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SALES;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Together;

/** Rules make tasks: once, on the day, and never without the consent that they need. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CareIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> CHANNELS = List.of("PHONE", "SMS", "EMAIL", "POST", "APP");

  @Inject CareJob job;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void endTheRules() {
    made.forEach(rule -> Api.writing(MARKETING).post("/v1/care-rules/{id}/ends", rule));
  }

  @Test
  void aBirthdayMakesATaskAheadOfTheDay() {
    LocalDate birthday = today().plusDays(2);
    String customer = bornOn(birthday);
    agrees(customer, "PHONE");
    String stranger = bornOn(today().plusDays(3));
    agrees(stranger, "PHONE");
    String rule = rule(with(rule("BIRTHDAY", "PHONE"), "leadDays", 2));
    job.look();

    open(customer)
        .body("items.ruleId", contains(rule))
        .body("items.kind", contains("BIRTHDAY"))
        .body("items.dueOn", contains(birthday.toString()));
    assertThat(tasks(rule, stranger)).isZero();
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/timeline?kind=CARE", customer)
        .then()
        .body("items.summary", contains("OPEN"));
    Api.as(MARKETING)
        .get("/v1/care-rules/{id}", rule)
        .then()
        .statusCode(200)
        .body("nextDay", equalTo(today().plusDays(1).toString()))
        .body("skippedDays", equalTo(0));
  }

  @Test
  void anAnniversaryIsOfTheFirstOrderOnly() {
    String old = customerAgreeingTo("PHONE");
    ordered(old, today().minusYears(1));
    String older = customerAgreeingTo("PHONE");
    ordered(older, today().minusYears(3));
    ordered(older, today().minusYears(1).plusDays(5));
    String second = customerAgreeingTo("PHONE");
    ordered(second, today().minusYears(1));
    ordered(second, today().minusYears(2).minusDays(9));
    String rule = rule(rule("FIRST_PURCHASE_ANNIVERSARY", "PHONE"));
    job.look();

    assertThat(tasks(rule, old)).isEqualTo(1);
    assertThat(tasks(rule, older)).isEqualTo(1);
    assertThat(tasks(rule, second)).isZero();
  }

  @Test
  void eachOrderIsFollowedUp() {
    String customer = customerAgreeingTo("PHONE");
    ordered(customer, today().minusDays(7));
    ordered(customer, today().minusDays(7));
    ordered(customer, today().minusDays(6));
    String rule = rule(with(rule("DAYS_AFTER_PURCHASE", "PHONE"), "days", 7));
    job.look();
    assertThat(tasks(rule, customer)).isEqualTo(2);
  }

  @Test
  void onlyOrdersOfTheProductAreFollowedUp() {
    String customer = customerAgreeingTo("PHONE");
    String code = Orders.aProduct();
    ordered(customer, today().minusDays(7), code);
    ordered(customer, today().minusDays(7));
    String product =
        Api.as(DATA_STEWARD).get("/v1/products?code=" + code).then().extract().path("items[0].id");
    String rule =
        rule(with(with(rule("DAYS_AFTER_PURCHASE", "PHONE"), "days", 7), "productId", product));
    job.look();
    assertThat(tasks(rule, customer)).isEqualTo(1);
  }

  @Test
  void silenceEndsWithAnOrderAndNeedsConsentToProfiling() {
    String silent = customerAgreeingTo("PHONE");
    Consents.record(silent, Consents.given("PROFILING"));
    ordered(silent, today().minusDays(90));
    String back = customerAgreeingTo("PHONE");
    Consents.record(back, Consents.given("PROFILING"));
    ordered(back, today().minusDays(90));
    ordered(back, today().minusDays(3));
    String unasked = customerAgreeingTo("PHONE");
    ordered(unasked, today().minusDays(90));
    String objecting = customerAgreeingTo("PHONE");
    Consents.record(objecting, Consents.given("PROFILING"));
    ordered(objecting, today().minusDays(90));
    PrivacyCalls.answer(PrivacyCalls.identified(objecting, "OBJECTION_PROFILING")).statusCode(200);
    String rule = rule(with(rule("SILENCE", "PHONE"), "days", 90));
    job.look();

    assertThat(tasks(rule, silent)).isEqualTo(1);
    assertThat(tasks(rule, back)).isZero();
    assertThat(tasks(rule, unasked)).isZero();
    assertThat(tasks(rule, objecting)).isZero();
  }

  @Test
  void manyPodsMakeEachTaskOnce() throws Exception {
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String customer = bornOn(today());
      agrees(customer, "SMS");
      customers.add(customer);
    }
    String rule = rule(rule("BIRTHDAY", "SMS"));
    List<Callable<Boolean>> pods = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pods.add(
          () -> {
            job.look();
            return true;
          });
    }
    Together.run(pods);
    job.look();
    assertThat(customers).allSatisfy(customer -> assertThat(tasks(rule, customer)).isEqualTo(1));
  }

  static Stream<Arguments> consents() {
    return CHANNELS.stream()
        .flatMap(
            channel ->
                Stream.of(
                        "never",
                        "given",
                        "for all",
                        "withdrawn",
                        "expired",
                        "other",
                        "restricted",
                        "deleted")
                    .map(consent -> Arguments.of(channel, consent)));
  }

  @ParameterizedTest
  @MethodSource("consents")
  void aTaskIsMadeOnlyWithConsentToItsChannel(String channel, String consent) {
    String customer = bornOn(today());
    switch (consent) {
      case "never" -> {}
      case "given" -> agrees(customer, channel);
      case "for all" -> Consents.record(customer, Consents.given("MARKETING"));
      case "withdrawn" -> {
        agrees(customer, channel);
        withdraws(customer, channel);
      }
      case "expired" ->
          Consents.record(
              customer,
              with(
                  with(
                      with(Consents.given("MARKETING"), "channel", channel),
                      "decidedAt",
                      "2026-01-01T00:00:00Z"),
                  "validUntil",
                  "2026-02-01T00:00:00Z"));
      case "other" ->
          CHANNELS.stream().filter(it -> !it.equals(channel)).forEach(it -> agrees(customer, it));
      case "restricted" -> {
        agrees(customer, channel);
        PrivacyCalls.answer(PrivacyCalls.identified(customer, "RESTRICTION")).statusCode(200);
      }
      default -> {
        agrees(customer, channel);
        String etag = Api.as(DATA_STEWARD).get("/v1/customers/{id}", customer).header("ETag");
        Api.as(DATA_STEWARD)
            .header("If-Match", etag)
            .delete("/v1/customers/{id}", customer)
            .then()
            .statusCode(204);
      }
    }
    String rule = rule(rule("BIRTHDAY", channel));
    job.look();
    boolean agreed = consent.equals("given") || consent.equals("for all");
    assertThat(tasks(rule, customer)).isEqualTo(agreed ? 1 : 0);
  }

  @Test
  void aWithdrawalCancelsInTheSameCommit() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    agrees(customer, "SMS");
    String calls = rule(rule("BIRTHDAY", "PHONE"));
    String messages = rule(rule("BIRTHDAY", "SMS"));
    job.look();
    String call = taskOf(calls, customer);
    withdraws(customer, "PHONE");
    read(call).body("state", equalTo("CANCELLED"));
    read(taskOf(messages, customer)).body("state", equalTo("OPEN"));
    claim(SALES, call).statusCode(409).body("code", equalTo("transition-refused"));
    agrees(customer, "PHONE");
    job.look();
    assertThat(tasks(calls, customer)).as("never twice").isEqualTo(1);
  }

  @Test
  void aTaskIsClaimedByOneCompletedByThemAndEndsOnce() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    String rule = rule(rule("BIRTHDAY", "PHONE"));
    job.look();
    String task = taskOf(rule, customer);
    complete(SALES, task).statusCode(409).body("code", equalTo("transition-refused"));
    claim(SALES, task).statusCode(200);
    claim(SERVICE_AGENT, task).statusCode(409);
    complete(SERVICE_AGENT, task).statusCode(409);
    Api.as(SALES)
        .get("/v1/tasks?state=CLAIMED&mine=true&customerId=" + customer)
        .then()
        .body("items.id", contains(task));
    complete(SALES, task).statusCode(200);
    dismiss(task).statusCode(409);
    read(task).body("state", equalTo("DONE")).body("outcome", equalTo("PLEASED"));
  }

  @Test
  void aTaskCanBeDismissedWithAReason() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    String rule = rule(rule("BIRTHDAY", "PHONE"));
    job.look();
    String task = taskOf(rule, customer);
    dismiss(task).statusCode(200);
    read(task).body("state", equalTo("DISMISSED")).body("note", equalTo("Not the moment."));
  }

  @Test
  void afterAnOutageAWeekIsMadeUpForAndTheRestCounted() throws SQLException {
    String customer = bornOn(today().minusDays(7));
    agrees(customer, "PHONE");
    String late = bornOn(today().minusDays(8));
    agrees(late, "PHONE");
    String rule = rule(rule("BIRTHDAY", "PHONE"));
    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement("update care_rule set next_day = ? where id = ?")) {
      update.setObject(1, today().minusDays(20));
      update.setBytes(2, Database.bytes(rule));
      update.executeUpdate();
    }
    job.look();
    assertThat(tasks(rule, customer)).isEqualTo(1);
    assertThat(tasks(rule, late)).isZero();
    Api.as(MARKETING)
        .get("/v1/care-rules/{id}", rule)
        .then()
        .body("skippedDays", equalTo(13))
        .body("nextDay", equalTo(today().plusDays(1).toString()));
  }

  @Test
  void anEndedRuleMakesNothing() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    String rule = rule(rule("BIRTHDAY", "PHONE"));
    Api.writing(MARKETING).post("/v1/care-rules/{id}/ends", rule).then().statusCode(200);
    Api.writing(MARKETING)
        .post("/v1/care-rules/{id}/ends", rule)
        .then()
        .statusCode(409)
        .body("code", equalTo("transition-refused"));
    job.look();
    assertThat(tasks(rule, customer)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "BIRTHDAY, 7, 0, -, Asia/Shanghai, days-unexpected",
        "SILENCE, -, 0, -, Asia/Shanghai, days-needed",
        "SILENCE, 7, 3, -, Asia/Shanghai, lead-unexpected",
        "BIRTHDAY, -, 0, 01932c00-0000-7000-8000-00000000dead, Asia/Shanghai, product-unexpected",
        "BIRTHDAY, -, 0, -, Moon/Tranquility, zone-unknown"
      },
      nullValues = "-")
  void aRuleThatCannotBeIsRefused(
      String kind,
      @Nullable Integer days,
      int lead,
      @Nullable String product,
      String zone,
      String code) {
    Map<String, Object> rule = new LinkedHashMap<>(rule(kind, "PHONE"));
    rule.put("leadDays", lead);
    rule.put("zone", zone);
    if (days != null) {
      rule.put("days", days);
    }
    if (product != null) {
      rule.put("productId", product);
    }
    Api.writing(MARKETING)
        .body(rule)
        .post("/v1/care-rules")
        .then()
        .statusCode(400)
        .body("errors.code", hasItem(code));
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZONE);
  }

  private static Map<String, Object> rule(String kind, String channel) {
    return Map.of(
        "name",
        "Test",
        "kind",
        kind,
        "channel",
        channel,
        "zone",
        ZONE.getId(),
        "instructions",
        "Call, and say that a small gift waits in the shop.");
  }

  private String rule(Map<String, Object> body) {
    String id =
        Api.writing(MARKETING)
            .body(body)
            .post("/v1/care-rules")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    made.add(id);
    return id;
  }

  private static String bornOn(LocalDate birthday) {
    // A leap year, so that every day is one.
    String birthDate = LocalDate.of(1988, birthday.getMonth(), birthday.getDayOfMonth()).toString();
    return created(
        with(aPerson(), "individual", Map.of("gender", "FEMALE", "birthDate", birthDate)));
  }

  private static String customerAgreeingTo(String channel) {
    String customer = created(aPerson());
    agrees(customer, channel);
    return customer;
  }

  private static void agrees(String customer, String channel) {
    Consents.record(customer, with(Consents.given("MARKETING"), "channel", channel));
  }

  private static void withdraws(String customer, String channel) {
    Consents.record(customer, with(Consents.withdrawn("MARKETING"), "channel", channel));
  }

  private static void ordered(String customer, LocalDate day) {
    ordered(customer, day, Orders.aProduct());
  }

  private static void ordered(String customer, LocalDate day, String product) {
    Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(product, 1, "2.55")),
            "occurredAt",
            day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8)).toString()));
  }

  private static int tasks(String rule, String customer) {
    try {
      return Database.rows(
              "select 1 from care_task where rule_id = ? and customer_id = ?",
              Database.bytes(rule),
              Database.bytes(customer))
          .size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String taskOf(String rule, String customer) {
    for (String state : List.of("OPEN", "CLAIMED", "CANCELLED")) {
      List<Map<String, Object>> items =
          Api.as(SALES)
              .get("/v1/tasks?state=" + state + "&customerId=" + customer)
              .then()
              .statusCode(200)
              .extract()
              .path("items");
      for (Map<String, Object> item : items) {
        if (rule.equals(item.get("ruleId"))) {
          return String.valueOf(item.get("id"));
        }
      }
    }
    throw new AssertionError("There is no task of this rule for this customer.");
  }

  private static ValidatableResponse open(String customer) {
    return Api.as(SALES).get("/v1/tasks?customerId=" + customer).then().statusCode(200);
  }

  private static ValidatableResponse read(String task) {
    return Api.as(SALES).get("/v1/tasks/{id}", task).then().statusCode(200);
  }

  private static ValidatableResponse claim(String role, String task) {
    return Api.writing(role).post("/v1/tasks/{id}/claims", task).then();
  }

  private static ValidatableResponse complete(String role, String task) {
    return Api.writing(role)
        .body(Map.of("outcome", "PLEASED", "note", "Was glad."))
        .post("/v1/tasks/{id}/completions", task)
        .then();
  }

  private static ValidatableResponse dismiss(String task) {
    return Api.writing(SALES)
        .body(Map.of("reason", "Not the moment."))
        .post("/v1/tasks/{id}/dismissals", task)
        .then();
  }
}
