package org.kexin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Together;

/** Contacts: what may be recorded, who is approached, and how objections are handled. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class InteractionIT {

  private static final List<String> CHANNELS = List.of("PHONE", "SMS", "EMAIL", "POST", "APP");

  @Test
  void aContactIsReadAsItWasRecorded() {
    String customer = created(aPerson());
    String id = recorded(contact(customer, "VISIT"));

    read(id)
        .body("customerId", equalTo(customer))
        .body("kind", equalTo("VISIT"))
        .body("occasion", equalTo("SERVICE"))
        .body("subject", equalTo("Asks when the lantern comes."))
        .body("notes", equalTo("Promised to call back."))
        .body("state", nullValue())
        .body("masked", hasSize(0));
  }

  @Test
  void anObjectionIsOpenUntilItIsHandledAndThatOnce() throws SQLException {
    String id = recorded(contact(created(aPerson()), "OBJECTION"));
    read(id).body("state", equalTo("OPEN"));

    handle(id, "SETTLED").statusCode(200).body("version", equalTo(1));
    read(id)
        .body("state", equalTo("HANDLED"))
        .body("outcome", equalTo("SETTLED"))
        .body("handling", equalTo("Half the difference."));

    handle(id, "DECLINED").statusCode(409).body("code", equalTo("handling-refused"));
    read(id).body("outcome", equalTo("SETTLED")).body("version", equalTo(1));
    String call = recorded(contact(created(aPerson()), "CALL"));
    handle(call, "ANSWERED").statusCode(409).body("code", equalTo("handling-refused"));
    assertThat(rows("select 1 from interaction where id = ? and handled_at is not null", call))
        .isZero();
  }

  @Test
  void anObjectionHandledByManyAtOnceIsHandledOnce() throws Exception {
    String id = recorded(contact(created(aPerson()), "OBJECTION"));
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      all.add(() -> handle(id, "ACCEPTED").extract().statusCode());
    }
    List<Integer> statuses = Together.run(all);
    assertThat(statuses).containsOnly(200, 409);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    read(id).body("version", equalTo(1));
  }

  static Stream<Map<String, Object>> refused() {
    return Stream.of(
        Map.of("customerId", People.anId().toString(), "code", "customer-unknown"),
        Map.of("occurredAt", "2099-03-01T08:26:00Z", "code", "in-the-future"),
        Map.of("subject", "", "code", "size"),
        Map.of("notes", "x".repeat(4_001), "code", "size"),
        Map.of("id", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "code", "id-not-version-7"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeIsRefusedAndNothingIsWritten(Map<String, Object> wrong) throws SQLException {
    String customer = created(aPerson());
    Map<String, Object> body = new LinkedHashMap<>(contact(customer, "CALL"));
    body.putAll(wrong);
    body.remove("code");

    record(body).statusCode(400).body("errors.code", contains(wrong.get("code")));
    assertThat(rows("select 1 from interaction where customer_id = ?", customer)).isZero();
  }

  static Stream<String> channels() {
    return CHANNELS.stream();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void anOfferIsMadeOnlyToWhoAgreesToThatChannel(String channel) throws SQLException {
    String customer = created(aPerson());
    Map<String, Object> offer = offer(customer, channel);
    refusedForConsent(offer, "never asked");
    for (String other : CHANNELS) {
      if (!other.equals(channel)) {
        Consents.record(customer, with(Consents.given("MARKETING"), "channel", other));
      }
    }
    refusedForConsent(offer, "all other channels");
    Consents.record(customer, Consents.given("PROFILING"));
    refusedForConsent(offer, "another use");
    Consents.record(customer, with(Consents.given("MARKETING"), "channel", channel));
    recorded(offer);
    Consents.record(customer, with(Consents.withdrawn("MARKETING"), "channel", channel));
    refusedForConsent(offer, "withdrawn");
    assertThat(rows("select 1 from interaction where customer_id = ?", customer)).isEqualTo(1);
  }

  @Test
  void anOfferIsNotMadeToWhoAgreedOnlyUntilNow() {
    String customer = created(aPerson());
    Consents.record(
        customer,
        with(
            with(
                with(Consents.given("MARKETING"), "channel", "SMS"),
                "decidedAt",
                "2026-01-01T00:00:00Z"),
            "validUntil",
            "2026-02-01T00:00:00Z"));
    refusedForConsent(offer(customer, "SMS"), "expired");
  }

  @ParameterizedTest
  @CsvSource({"INCOMING,OFFER,PHONE", "OUTGOING,SERVICE,PHONE", "OUTGOING,OFFER,IN_PERSON"})
  void whoCallsWhoIsServedAndWhoStandsThereNeedsNoConsent(
      String direction, String occasion, String channel) {
    Map<String, Object> body = new LinkedHashMap<>(contact(created(aPerson()), "CALL"));
    body.putAll(Map.of("direction", direction, "occasion", occasion, "channel", channel));
    recorded(body);
  }

  @Test
  void aRestrictedCustomerIsNotThere() {
    String customer = created(aPerson());
    String id = recorded(contact(customer, "CALL"));
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "RESTRICTION")).statusCode(200);

    record(contact(customer, "CALL")).statusCode(404);
    Api.as(SERVICE_AGENT).get("/v1/interactions/{id}", id).then().statusCode(404);
    handle(id, "ANSWERED").statusCode(404);
    list("customerId=" + customer).body("items", hasSize(0));
  }

  @Test
  void aListIsPagedNewestFirstWithoutTheLongTexts() {
    String customer = created(aPerson());
    List<String> ids = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      ids.addFirst(recorded(with(contact(customer, "CONSULTATION"), "occurredAt", moment(day))));
    }
    String query = "customerId=" + customer + "&kind=CONSULTATION&state=OPEN&pageSize=2";
    List<String> seen = new ArrayList<>();
    ValidatableResponse page = list(query).body("items.notes", contains(nullValue(), nullValue()));
    seen.addAll(page.extract().path("items.id"));
    String next = page.extract().path("nextPageToken");
    while (next != null) {
      page = list(query + "&pageToken=" + next);
      seen.addAll(page.extract().path("items.id"));
      next = page.extract().path("nextPageToken");
    }
    assertThat(seen).isEqualTo(ids);
    Api.as(SALES).get("/v1/interactions").then().statusCode(400);
  }

  private static String moment(int day) {
    return "2026-03-0" + day + "T08:26:00Z";
  }

  private static Map<String, Object> contact(String customer, String kind) {
    return Map.of(
        "customerId", customer,
        "kind", kind,
        "direction", "INCOMING",
        "channel", "PHONE",
        "occurredAt", "2026-03-01T08:26:00Z",
        "subject", "Asks when the lantern comes.",
        "notes", "Promised to call back.");
  }

  private static Map<String, Object> offer(String customer, String channel) {
    Map<String, Object> offer = new LinkedHashMap<>(contact(customer, "MESSAGE"));
    offer.putAll(Map.of("direction", "OUTGOING", "occasion", "OFFER", "channel", channel));
    return offer;
  }

  private static void refusedForConsent(Map<String, Object> offer, String why) {
    assertThat(record(offer).extract().<String>path("code")).as(why).isEqualTo("consent-missing");
  }

  private static ValidatableResponse record(Map<String, Object> body) {
    return Api.writing(SERVICE_AGENT).body(body).post("/v1/interactions").then();
  }

  private static String recorded(Map<String, Object> body) {
    return record(body).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse handle(String id, String outcome) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("outcome", outcome, "text", "Half the difference."))
        .post("/v1/interactions/{id}/handlings", id)
        .then();
  }

  private static ValidatableResponse read(String id) {
    return Api.as(SERVICE_AGENT).get("/v1/interactions/{id}", id).then().statusCode(200);
  }

  private static ValidatableResponse list(String query) {
    return Api.as(SERVICE_AGENT).get("/v1/interactions?" + query).then().statusCode(200);
  }

  private static int rows(String sql, String id) throws SQLException {
    return Database.rows(sql, Database.bytes(id)).size();
  }
}
