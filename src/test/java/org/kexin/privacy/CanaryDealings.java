package org.kexin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.Orders;

/** What happens between a canary person and the company: something in every column. */
record CanaryDealings(String person) {

  void happen() {
    buyAndSendBack();
    isCaredFor();
    talk();
  }

  private void buyAndSendBack() {
    String product = Orders.aProduct();
    Map<String, Object> due =
        with(Orders.order(person, "CNY", Orders.line(product, 3, "7.25")), "dueOn", "2026-03-31");
    String order = Orders.recorded(due);
    done(
        "/v1/exchanges",
        Map.of(
            "returned", Orders.returned(person, "CNY", Orders.back(order, product, 1, "7.25")),
            "replacement", Orders.order(person, "CNY", Orders.line(Orders.aProduct(), 1, "8.40"))));
    done(
        "/v1/transactions/" + order + "/payments",
        Map.of(
            "method", "MOBILE",
            "amount", Map.of("amount", "5.75", "currency", "CNY"),
            "paidAt", "2026-03-02T08:26:00.123456Z"));
    String delivery =
        done(
            "/v1/transactions/" + order + "/deliveries",
            Map.of(
                "carrier",
                "Lamp Express " + digits(9),
                "trackingNumber",
                "L" + digits(12),
                "shippedAt",
                "2026-03-03T08:26:00Z",
                "expectedOn",
                "2026-03-05"));
    done(
        "/v1/deliveries/" + delivery + "/outcomes",
        Map.of("state", "SENT_BACK", "at", "2026-03-06T08:26:00Z", "reason", "ADDRESS_WRONG"));
    done(
        "/v1/deliveries/" + delivery + "/ratings",
        Map.of("score", 2, "comment", "Wrong street " + digits(9)));
    String service =
        done(
            "/v1/service-cases",
            Map.of(
                "customerId",
                person,
                "kind",
                "REPAIR",
                "transactionId",
                order,
                "productId",
                productOf(order),
                "problem",
                "Does not light " + digits(9)));
    done(
        "/v1/service-cases/" + service + "/results",
        Map.of("state", "DONE", "result", "Battery replaced " + digits(9)));
    done(
        "/v1/service-cases/" + service + "/ratings",
        Map.of("score", 5, "comment", "Quick " + digits(9)));
  }

  /** Born on no day that is today: what makes a task is the order of seven days ago. */
  private void isCaredFor() {
    Consents.record(person, with(Consents.given("MARKETING"), "channel", "APP"));
    String rule =
        done(
            "/v1/care-rules",
            Map.of(
                "name",
                "Canaries",
                "kind",
                "DAYS_AFTER_PURCHASE",
                "days",
                7,
                "channel",
                "APP",
                "zone",
                "UTC",
                "instructions",
                "Ask whether the lantern lights."));
    Orders.recorded(
        with(
            Orders.order(person, "CNY", Orders.line(Orders.aProduct(), 1, "4.15")),
            "occurredAt",
            Instant.now().minus(Duration.ofDays(7)).toString()));
    awaitRow("select 1 from care_task where customer_id = ?");
    String task =
        Api.as(DATA_STEWARD)
            .get("/v1/tasks?customerId=" + person)
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");
    done("/v1/tasks/" + task + "/claims", null);
    done(
        "/v1/tasks/" + task + "/completions",
        Map.of("outcome", "PLEASED", "note", "It lights " + digits(9)));
    done("/v1/care-rules/" + rule + "/ends", null);
  }

  private void talk() {
    String order =
        Orders.recorded(Orders.order(person, "CNY", Orders.line(Orders.aProduct(), 1, "3.10")));
    String objection =
        done(
            "/v1/interactions",
            Map.of(
                "customerId",
                person,
                "kind",
                "OBJECTION",
                "direction",
                "INCOMING",
                "channel",
                "PHONE",
                "occurredAt",
                "2026-03-07T08:26:00.654321Z",
                "transactionId",
                order,
                "productId",
                productOf(order),
                "subject",
                "Too dear " + digits(9),
                "notes",
                "Saw it cheaper " + digits(9)));
    done(
        "/v1/interactions/" + objection + "/handlings",
        Map.of("outcome", "SETTLED", "text", "Half the difference " + digits(9)));
    done(
        "/v1/interactions",
        Map.of(
            "customerId",
            person,
            "kind",
            "CONSULTATION",
            "direction",
            "INCOMING",
            "channel",
            "APP",
            "occurredAt",
            "2026-03-08T08:26:00.654321Z",
            "subject",
            "How bright is it? " + digits(9)));
    awaitRow("select 1 from life_cycle where customer_id = ? and interested_at is not null");
  }

  /** Made in the background, a few seconds later. */
  private void awaitRow(String select) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try {
      while (Database.rows(select, Database.bytes(person)).isEmpty()) {
        assertThat(System.nanoTime()).as(select).isLessThan(deadline);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String productOf(String order) {
    return Api.as(DATA_STEWARD)
        .get("/v1/transactions/{id}", order)
        .then()
        .statusCode(200)
        .extract()
        .path("lines[0].productId");
  }

  private static String done(String path, @Nullable Map<String, Object> body) {
    RequestSpecification request = Api.writing(DATA_STEWARD);
    Response answer = (body == null ? request : request.body(body)).post(path);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(path + " answered " + answer.asString());
    }
    String id = answer.path("id");
    return id == null ? "" : id;
  }
}
