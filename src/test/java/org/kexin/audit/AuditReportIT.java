package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.testing.Api.PRIVACY_OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Ids;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** What the records come to: counts by department, and hours that are unusual. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AuditReportIT {

  @Inject AccessLog log;
  @Inject AccessWatch watch;
  @Inject Ids ids;

  @Test
  void departmentsAreCountedByPurposeAndDay() {
    String department = "d-" + People.digits(9);
    Instant at = Instant.parse("2025-02-03T10:00:00Z");
    append(at, department, Outcome.DISCLOSED, 3, null);
    append(at, department, Outcome.DISCLOSED, 1, Justification.Kind.UNMASKING);
    append(at, department, Outcome.DISCLOSED, 1, Justification.Kind.BREAK_GLASS);
    append(at, department, Outcome.DENIED, 1, null);
    append(at.plus(1, ChronoUnit.DAYS), department, Outcome.CHANGED, 1, null);

    List<Map<String, Object>> days = report("day", department);
    List<Map<String, Object>> months = report("month", department);

    assertThat(days)
        .containsExactly(
            counts("2025-02-03", department, 4, 5, 0, 1, 1, 1),
            counts("2025-02-04", department, 1, 0, 1, 0, 0, 0));
    assertThat(months).containsExactly(counts("2025-02-01", department, 5, 5, 1, 1, 1, 1));
  }

  @Test
  void aReportIsBounded() {
    for (String[] window :
        new String[][] {{"2025-01-01", "2026-01-02"}, {"2025-01-02", "2025-01-01"}}) {
      Api.as(PRIVACY_OFFICER)
          .queryParam("from", window[0])
          .queryParam("to", window[1])
          .get("/v1/audit/reports/departments")
          .then()
          .statusCode(400)
          .body("code", equalTo("parameter-invalid"));
    }
  }

  @Test
  void anUnusualHourBecomesAFindingWithItsReason() throws Exception {
    String user = "walker-" + People.anId();
    // Long over, and inside of office hours.
    Instant hour = Instant.parse("2025-03-05T02:00:00Z");
    // The job of the service must not judge it before it is complete.
    judgeFrom("2025-04-01 00:00:00");
    for (int i = 1; i <= 12; i++) {
      append(
          LoggedAccess.of(
              ids.next(),
              hour.plusSeconds(i),
              user,
              List.of(new UUID(0x7000L + i, i)),
              Outcome.DISCLOSED,
              null));
    }
    watch.catchUp();
    judgeFrom("2025-03-05 02:00:00");
    while (watch.judge()) {
      // The next hour.
    }

    Api.as(PRIVACY_OFFICER)
        .queryParam("pageSize", 200)
        .get("/v1/audit/findings")
        .then()
        .statusCode(200)
        .body("items.find { it.userId == '" + user + "' }.kind", equalTo("IN_ORDER_OF_IDS"))
        .body("items.find { it.userId == '" + user + "' }.hour", equalTo("2025-03-05T02:00:00Z"))
        .body("items.find { it.userId == '" + user + "' }.observed", equalTo(12))
        .body(
            "items.find { it.userId == '" + user + "' }.reason",
            equalTo(
                "Looked at 12 persons one after the other in the order of their ids; from 12 on"
                    + " that is unusual."))
        .body("items.findAll { it.userId == '" + user + "' }", hasSize(1));
    assertThat(watch.judge()).as("judged once").isFalse();
  }

  private static List<Map<String, Object>> report(String by, String department) {
    return Api.as(PRIVACY_OFFICER)
        .queryParam("from", "2025-02-01")
        .queryParam("to", "2025-02-28")
        .queryParam("by", by)
        .queryParam("pageSize", 200)
        .get("/v1/audit/reports/departments")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.department == '" + department + "' }");
  }

  private static Map<String, Object> counts(
      String from,
      String department,
      int accesses,
      int personViews,
      int changes,
      int unmaskings,
      int breakGlass,
      int denials) {
    return Map.of(
        "from", from,
        "department", department,
        "purpose", "service",
        "accesses", accesses,
        "personViews", personViews,
        "changes", changes,
        "unmaskings", unmaskings,
        "breakGlass", breakGlass,
        "denials", denials);
  }

  private static void judgeFrom(String hour) throws Exception {
    try (var connection = Database.connection();
        var statement = connection.createStatement()) {
      statement.execute("update access_watch set judged_until = '" + hour + "'");
    }
  }

  private void append(
      Instant at,
      String department,
      Outcome outcome,
      int persons,
      Justification.@Nullable Kind why) {
    List<UUID> whom = IntStream.range(0, persons).mapToObj(i -> ids.next()).toList();
    append(LoggedAccess.of(ids.next(), at, "reporter", department, whom, outcome, why));
  }

  private void append(AccessRecord access) {
    log.append(access).toCompletableFuture().join();
  }
}
