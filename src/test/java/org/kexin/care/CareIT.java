package org.kexin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kexin.care.Care.agrees;
import static org.kexin.care.Care.bornOn;
import static org.kexin.care.Care.customerAgreeingTo;
import static org.kexin.care.Care.made;
import static org.kexin.care.Care.open;
import static org.kexin.care.Care.ordered;
import static org.kexin.care.Care.rule;
import static org.kexin.care.Care.tasks;
import static org.kexin.care.Care.today;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.kexin.testing.Orders;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Together;

/** Rules make tasks: on the day, once, and by many pods. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CareIT {

  @Inject CareJob job;

  @Test
  void aBirthdayMakesATaskAheadOfTheDay() {
    LocalDate birthday = today().plusDays(2);
    String customer = bornOn(birthday);
    agrees(customer, "PHONE");
    String stranger = bornOn(today().plusDays(3));
    agrees(stranger, "PHONE");
    String rule = made(with(rule("BIRTHDAY", "PHONE"), "leadDays", 2));
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
    String rule = made(rule("FIRST_PURCHASE_ANNIVERSARY", "PHONE"));
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
    String rule = made(with(rule("DAYS_AFTER_PURCHASE", "PHONE"), "days", 7));
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
        made(with(with(rule("DAYS_AFTER_PURCHASE", "PHONE"), "days", 7), "productId", product));
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
    String rule = made(with(rule("SILENCE", "PHONE"), "days", 90));
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
    String rule = made(rule("BIRTHDAY", "SMS"));
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

  @Test
  void afterAnOutageAWeekIsMadeUpForAndTheRestCounted() throws SQLException {
    String customer = bornOn(today().minusDays(7));
    agrees(customer, "PHONE");
    String late = bornOn(today().minusDays(8));
    agrees(late, "PHONE");
    String rule = made(rule("BIRTHDAY", "PHONE"));
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
    String rule = made(rule("BIRTHDAY", "PHONE"));
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
}
