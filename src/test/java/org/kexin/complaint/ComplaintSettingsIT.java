package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.ADMIN;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.ComplaintCalls.aCategory;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.act;
import static org.kexin.testing.ComplaintCalls.read;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Together;

/** Calendars, policies and categories as resources. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComplaintSettingsIT {

  private static final String CATEGORIES = "/v1/complaint-categories";

  @Test
  void thereIsACalendarAndAPolicyFromTheStart() {
    Api.as(DATA_STEWARD)
        .get("/v1/business-calendars/{id}", "01932c00-0000-7000-8000-00000000ca01")
        .then()
        .statusCode(200)
        .body("code", equalTo("default"))
        .body("version", equalTo(1))
        .body("zone", equalTo("Asia/Shanghai"))
        .body("week.day", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))
        .body("week[0].hours[0].from", equalTo("09:00"))
        .body("week[0].hours[0].to", equalTo("18:00"))
        .body("closedDays", equalTo(List.of()));
    Api.as(ADMIN)
        .get("/v1/complaint-policies/{id}", "01932c00-0000-7000-8000-00000000ca02")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("calendar", equalTo("default"))
        .body("targets.severity", contains("LOW", "NORMAL", "HIGH", "CRITICAL"))
        .body("targets.acknowledgeMinutes", contains(1_080, 540, 240, 60));
  }

  @Test
  void aCalendarIsPublishedInVersions() {
    String code = "calendar-" + digits(9);
    String first = published(calendar(code)).statusCode(201).extract().path("id");
    Map<String, Object> next = with(calendar(code), "closedDays", List.of("2026-10-01"));
    String second = published(next).statusCode(201).extract().path("id");
    Api.as(DATA_STEWARD)
        .get("/v1/business-calendars?code=" + code)
        .then()
        .statusCode(200)
        .body("items.id", contains(second, first))
        .body("items.version", contains(2, 1))
        .body("items[0].closedDays", nullValue());
    Api.as(DATA_STEWARD)
        .get("/v1/business-calendars/{id}", second)
        .then()
        .body("closedDays", contains("2026-10-01"));
  }

  @Test
  void whatIsNoCalendarIsRefused() throws SQLException {
    Map<String, Long> before = Database.counts("business_calendar");
    Map<String, Object> body = calendar("calendar-" + digits(9));
    Map<String, Object> hours = Map.of("from", "18:00", "to", "09:00");
    Map<String, Object> day = Map.of("day", "MONDAY", "hours", List.of(hours));
    refused(published(with(body, "week", List.of(day))), "", "impossible");
    refused(published(with(body, "week", List.of())), "/week", "size");
    refused(published(with(body, "zone", "Asia/Nowhere")), "", "impossible");
    refused(
        published(with(body, "closedDays", List.of("2026-10-01", "2026-10-01"))), "", "impossible");
    Map<String, Object> named =
        Map.of("date", "2026-10-01", "hours", List.of(Map.of("from", "09:00", "to", "12:00")));
    refused(
        published(
            with(with(body, "closedDays", List.of("2026-10-01")), "ownHours", List.of(named))),
        "",
        "impossible");
    assertThat(Database.counts("business_calendar")).isEqualTo(before);
  }

  @Test
  void aComplaintKeepsThePolicyWithWhichItBegan() {
    String customer = created(aPerson());
    String old = recorded(with(aComplaint(customer), "severity", "LOW"));
    int version = newestPolicy().extract().path("items[0].version");
    int minutes = newestPolicy().extract().path("items[0].targets[0].resolveMinutes");
    int other = minutes == 9_000 ? 9_001 : 9_000;
    Api.writing(ADMIN)
        .body(policy("default", other))
        .post("/v1/complaint-policies")
        .then()
        .statusCode(201);
    newestPolicy().body("items[0].version", equalTo(version + 1));

    act(old, "severity-changes", Map.of("severity", "LOW")).statusCode(200);
    read(old).body("clocks[2].targetMinutes", equalTo(minutes));
    read(recorded(with(aComplaint(customer), "severity", "LOW")))
        .body("clocks[2].targetMinutes", equalTo(other));
  }

  @Test
  void whatIsNoPolicyIsRefused() throws SQLException {
    Map<String, Long> before = Database.counts("complaint_policy");
    refused(policyPublished(policy("nowhere", 9_000)), "/calendar", "unknown");
    refused(policyPublished(policy("default", 0)), "/targets/0/resolveMinutes", "min");
    refused(
        policyPublished(with(policy("default", 9_000), "targets", List.of(targets("LOW", 9)))),
        "/targets",
        "size");
    refused(
        policyPublished(
            with(
                policy("default", 9_000),
                "targets",
                List.of(
                    targets("LOW", 9),
                    targets("LOW", 9),
                    targets("HIGH", 9),
                    targets("CRITICAL", 9)))),
        "",
        "impossible");
    assertThat(Database.counts("complaint_policy")).isEqualTo(before);
  }

  @Test
  void categoriesMakeATreeOfFourLevels() throws SQLException {
    String top = aCategory(null);
    String second = aCategory(top);
    String third = aCategory(second);
    String fourth = aCategory(third);
    refused(categoryCreated("fifth-" + digits(9), fourth), "/parentId", "too-deep");
    refused(categoryCreated("lost-" + digits(9), anId().toString()), "/parentId", "unknown");
    String code = Api.as(DATA_STEWARD).get(CATEGORIES + "/{id}", top).then().extract().path("code");
    categoryCreated(code, null).statusCode(409).body("code", equalTo("already-exists"));

    refused(moved(top, third), "/parentId", "cycle");
    refused(moved(top, top), "/parentId", "cycle");
    refused(moved(top, aCategory(null)), "/parentId", "too-deep");
    moved(third, top).statusCode(200);
    moved(top, aCategory(null)).statusCode(200);
    Api.as(DATA_STEWARD)
        .get(CATEGORIES + "/{id}", third)
        .then()
        .body("parentId", equalTo(top))
        .body("version", equalTo(1));
    assertThat(Database.rows("select 1 from complaint_category where parent_id = id")).isEmpty();
  }

  @Test
  void aCodeStaysAndTheNameChanges() {
    String category = aCategory(null);
    patched(category, Map.of("code", "another-" + digits(9)))
        .statusCode(400)
        .body("errors.code", contains("immutable"));
    patched(category, Map.of("name", "Late")).statusCode(200);
    Api.as(DATA_STEWARD)
        .get(CATEGORIES + "?pageSize=200")
        .then()
        .statusCode(200)
        .body("items.size()", org.hamcrest.Matchers.greaterThan(0));
    Api.as(DATA_STEWARD).get(CATEGORIES + "/{id}", category).then().body("name", equalTo("Late"));
  }

  /** Each move is right alone; together they would make a circle. */
  @Test
  void twoMovesAtOnceMakeNoCircle() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 5; i++) {
      String one = aCategory(null);
      String other = aCategory(null);
      List<Integer> statuses =
          Together.run(
              List.of(
                  () -> moved(one, other).extract().statusCode(),
                  () -> moved(other, one).extract().statusCode()));
      assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    }
  }

  private static ValidatableResponse newestPolicy() {
    return Api.as(DATA_STEWARD).get("/v1/complaint-policies?pageSize=1").then().statusCode(200);
  }

  private static ValidatableResponse published(Map<String, Object> calendar) {
    return Api.writing(DATA_STEWARD).body(calendar).post("/v1/business-calendars").then();
  }

  private static ValidatableResponse policyPublished(Map<String, Object> policy) {
    return Api.writing(DATA_STEWARD).body(policy).post("/v1/complaint-policies").then();
  }

  private static ValidatableResponse categoryCreated(String code, @Nullable String parent) {
    Map<String, Object> body = Map.of("code", code, "name", "Damaged");
    return Api.writing(DATA_STEWARD)
        .body(parent == null ? body : with(body, "parentId", parent))
        .post(CATEGORIES)
        .then();
  }

  private static ValidatableResponse moved(String category, String parent) {
    return patched(category, Map.of("parentId", parent));
  }

  private static ValidatableResponse patched(String category, Map<String, Object> patch) {
    Response read = Api.as(DATA_STEWARD).get(CATEGORIES + "/{id}", category);
    return Api.patching(DATA_STEWARD, Objects.requireNonNull(read.header("ETag")))
        .body(patch)
        .patch(CATEGORIES + "/{id}", category)
        .then();
  }

  private static void refused(ValidatableResponse answer, String pointer, String code) {
    answer
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body("errors.pointer", contains(pointer))
        .body("errors.code", hasItem(code));
  }

  private static Map<String, Object> calendar(String code) {
    return Map.of(
        "code",
        code,
        "zone",
        "Asia/Shanghai",
        "week",
        List.of(Map.of("day", "MONDAY", "hours", List.of(Map.of("from", "09:00", "to", "24:00")))));
  }

  private static Map<String, Object> policy(String calendar, int minutes) {
    return Map.of(
        "calendar",
        calendar,
        "warnAtPercent",
        80,
        "targets",
        List.of(
            targets("LOW", minutes),
            targets("NORMAL", 5_400),
            targets("HIGH", 2_700),
            targets("CRITICAL", 1_080)));
  }

  private static Map<String, Object> targets(String severity, int minutes) {
    int part =
        Map.of("LOW", 1_080, "NORMAL", 540, "HIGH", 240, "CRITICAL", 60).getOrDefault(severity, 0);
    int update =
        Map.of("LOW", 2_700, "NORMAL", 1_620, "HIGH", 540, "CRITICAL", 240)
            .getOrDefault(severity, 0);
    return Map.of(
        "severity", severity,
        "acknowledgeMinutes", part,
        "updateMinutes", update,
        "resolveMinutes", minutes);
  }
}
