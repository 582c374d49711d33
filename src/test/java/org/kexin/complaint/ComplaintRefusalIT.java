package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.ComplaintCalls.COMPLAINTS;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ComplaintCalls;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;

/** What is no complaint and what cannot be done with one; and the list. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComplaintRefusalIT {

  @Test
  void whatCannotBeAComplaintIsRefusedAndNothingIsMade() throws SQLException {
    String customer = created(aPerson());
    String another = created(aPerson());
    Map<String, Object> body = aComplaint(customer);
    Map<String, Long> before = Database.counts("complaint");
    refused(with(body, "customerId", anId().toString()), "/customerId", "unknown");
    refused(with(body, "categoryId", anId().toString()), "/categoryId", "unknown");
    refused(with(body, "productId", anId().toString()), "/productId", "unknown");
    refused(with(body, "transactionId", anOrderOf(another)), "/transactionId", "unknown");
    refused(with(body, "description", ""), "/description", "size");
    refused(with(body, "description", "x".repeat(4_001)), "/description", "size");
    refused(with(body, "id", "6f9619ff-8b86-4011-b42d-00c04fc964ff"), "/id", "id-invalid");
    Instant now = Instant.now();
    refused(
        with(body, "receivedAt", now.plusSeconds(3_600).toString()), "/receivedAt", "out-of-range");
    refused(
        with(body, "receivedAt", now.minus(Duration.ofDays(367)).toString()),
        "/receivedAt",
        "out-of-range");
    assertThat(Database.counts("complaint")).isEqualTo(before);

    String own = recorded(with(body, "transactionId", anOrderOf(customer)));
    Api.writing(DATA_STEWARD)
        .body(with(body, "id", own))
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void whatCannotBeDoneIsRefusedAndNothingChanges() throws SQLException {
    String complaint = broughtTo("ACKNOWLEDGED", recorded(aComplaint(created(aPerson()))));
    String before = StoredComplaint.of(complaint);
    Instant now = Instant.now();
    Map<String, Object> wait = ComplaintCalls.body("waits");
    refusedAction(
        complaint, "waits", with(wait, "until", now.minusSeconds(60).toString()), "/until");
    refusedAction(
        complaint,
        "waits",
        with(wait, "until", now.plus(Duration.ofDays(91)).toString()),
        "/until");
    Map<String, Object> resolution = ComplaintCalls.body("resolutions");
    refusedAction(
        complaint, "resolutions", with(resolution, "compensationKind", "APOLOGY"), "/compensation");
    refusedAction(
        complaint,
        "resolutions",
        with(resolution, "compensation", Map.of("amount", "-1", "currency", "CNY")),
        "/compensation/amount");
    refusedAction(
        complaint, "resolutions", with(resolution, "cause", "Anna Berg called"), "/cause");
    refusedAction(complaint, "ratings", Map.of("score", 6), "/score");
    refusedAction(complaint, "ratings", Map.of("score", 0), "/score");
    refusedAction(complaint, "updates", Map.of("text", ""), "/text");
    refusedAction(complaint, "assignments", Map.of("assignee", "two words"), "/assignee");
    assertThat(StoredComplaint.of(complaint)).isEqualTo(before);
  }

  private static void refused(Map<String, Object> body, String pointer, String code) {
    Api.writing(DATA_STEWARD)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(pointer))
        .body("errors.code", contains(code));
  }

  private static void refusedAction(
      String complaint, String action, Map<String, Object> body, String pointer) {
    act(complaint, action, body).statusCode(400).body("errors.pointer", contains(pointer));
  }

  private static String anOrderOf(String customer) {
    return Orders.recorded(
        Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")));
  }
}
