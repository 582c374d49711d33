package org.kexin.care;

import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.Orders;

/** Rules, tasks, and customers for whom there may be some. */
final class Care {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Care() {}

  static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZONE);
  }

  static Map<String, Object> rule(String kind, String channel) {
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

  static String made(Map<String, Object> body) {
    return Api.writing(MARKETING)
        .body(body)
        .post("/v1/care-rules")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String bornOn(LocalDate birthday) {
    // A leap year, so that every day is one.
    String birthDate = LocalDate.of(1988, birthday.getMonth(), birthday.getDayOfMonth()).toString();
    return created(
        with(aPerson(), "individual", Map.of("gender", "FEMALE", "birthDate", birthDate)));
  }

  static String customerAgreeingTo(String channel) {
    String customer = created(aPerson());
    agrees(customer, channel);
    return customer;
  }

  static void agrees(String customer, String channel) {
    Consents.record(customer, with(Consents.given("MARKETING"), "channel", channel));
  }

  static void withdraws(String customer, String channel) {
    Consents.record(customer, with(Consents.withdrawn("MARKETING"), "channel", channel));
  }

  static void ordered(String customer, LocalDate day) {
    ordered(customer, day, Orders.aProduct());
  }

  static void ordered(String customer, LocalDate day, String product) {
    Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(product, 1, "2.55")),
            "occurredAt",
            day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8)).toString()));
  }

  static int tasks(String rule, String customer) {
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

  static String taskOf(String rule, String customer) {
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

  static ValidatableResponse open(String customer) {
    return Api.as(SALES).get("/v1/tasks?customerId=" + customer).then().statusCode(200);
  }

  static ValidatableResponse read(String task) {
    return Api.as(SALES).get("/v1/tasks/{id}", task).then().statusCode(200);
  }

  static ValidatableResponse claim(String role, String task) {
    return Api.writing(role).post("/v1/tasks/{id}/claims", task).then();
  }

  static ValidatableResponse complete(String role, String task) {
    return Api.writing(role)
        .body(Map.of("outcome", "PLEASED", "note", "Was glad."))
        .post("/v1/tasks/{id}/completions", task)
        .then();
  }

  static ValidatableResponse dismiss(String task) {
    return Api.writing(SALES)
        .body(Map.of("reason", "Not the moment."))
        .post("/v1/tasks/{id}/dismissals", task)
        .then();
  }
}
