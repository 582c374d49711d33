package org.kexin.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.People;

/** What happened, of all features, in one order. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class TimeLineIT {

  /** Not where the person stands in the life cycle, which is derived at a moment of its own. */
  private static final String DEALINGS = "kind=CALL&kind=OBJECTION&kind=ORDER";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 200})
  void everythingIsThereOnceNewestFirstHoweverItIsPaged(int pageSize) {
    String customer = created(aPerson());
    List<String> happened = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      happened.addFirst(ordered(customer, day));
      happened.addFirst(called(customer, "CALL", day));
      happened.addFirst(called(customer, "OBJECTION", day));
    }
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      ValidatableResponse page =
          read(
              customer,
              DEALINGS + "&pageSize=" + pageSize + (next == null ? "" : "&pageToken=" + next));
      seen.addAll(page.extract().path("items.subjectId"));
      next = page.extract().path("nextPageToken");
    } while (next != null);
    assertThat(seen).isEqualTo(happened);
  }

  @Test
  void thingsOfOneMomentHaveAFixedOrder() {
    String customer = created(aPerson());
    for (int i = 0; i < 7; i++) {
      called(customer, "CALL", 1);
      Orders.recorded(
          with(
              Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")),
              "occurredAt",
              moment(1, 8)));
    }
    List<String> whole =
        read(customer, DEALINGS + "&pageSize=200").extract().path("items.subjectId");
    assertThat(whole).hasSize(14).doesNotHaveDuplicates();
    List<String> paged = new ArrayList<>();
    String next = null;
    do {
      ValidatableResponse page =
          read(customer, DEALINGS + "&pageSize=3" + (next == null ? "" : "&pageToken=" + next));
      paged.addAll(page.extract().path("items.subjectId"));
      next = page.extract().path("nextPageToken");
    } while (next != null);
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void kindsAreAskedFor() {
    String customer = created(aPerson());
    String order = ordered(customer, 1);
    String objection = called(customer, "OBJECTION", 2);
    called(customer, "CALL", 3);

    read(customer, "kind=ORDER&kind=OBJECTION")
        .body("items.subjectId", contains(objection, order))
        .body("items.summary", contains("OPEN", null));
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/timeline?kind=EARTHQUAKE", customer)
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"));
  }

  @Test
  void aTokenOfAnotherQuestionIsRefused() {
    String customer = created(aPerson());
    ordered(customer, 1);
    ordered(customer, 2);
    String token = read(customer, "pageSize=1").extract().path("nextPageToken");
    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/timeline?kind=ORDER&pageToken=" + token, customer)
        .then()
        .statusCode(400)
        .body("code", equalTo("page-token-invalid"));
  }

  @Test
  void marketingSeesItOfWhoAgreedToProfiling() {
    String customer = created(aPerson());
    ordered(customer, 1);
    Api.as(MARKETING)
        .get("/v1/customers/{id}/timeline?" + DEALINGS, customer)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("masked", hasItem("timeline"));
    Consents.record(customer, Consents.given("PROFILING"));
    Api.as(MARKETING)
        .get("/v1/customers/{id}/timeline?" + DEALINGS, customer)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("masked", hasSize(0));
  }

  @Test
  void ofNobodyThereIsNone() {
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}/timeline", People.anId()).then().statusCode(404);
  }

  private static String ordered(String customer, int day) {
    return Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")),
            "occurredAt",
            moment(day, 7)));
  }

  private static String called(String customer, String kind, int day) {
    return Api.writing(DATA_STEWARD)
        .body(
            Map.of(
                "customerId",
                customer,
                "kind",
                kind,
                "direction",
                "INCOMING",
                "channel",
                "PHONE",
                "occurredAt",
                moment(day, kind.equals("CALL") ? 8 : 9),
                "subject",
                "Asks when the lantern comes."))
        .post("/v1/interactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String moment(int day, int hour) {
    return "2026-03-0%dT0%d:26:00Z".formatted(day, hour);
  }

  private static ValidatableResponse read(String customer, String query) {
    return Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/timeline?" + query, customer)
        .then()
        .statusCode(200);
  }
}
