package org.kexin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.access.ConsentedUse.MARKETING;
import static org.kexin.access.ConsentedUse.PARTNER_SHARING;
import static org.kexin.access.ConsentedUse.PROFILING;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Consents.decisions;
import static org.kexin.testing.Consents.given;
import static org.kexin.testing.Consents.noticeId;
import static org.kexin.testing.Consents.record;
import static org.kexin.testing.Consents.withdrawn;
import static org.kexin.testing.People.OWN_CUSTOMER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.People.without;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** The life of consents: given, seen, withdrawn, kept. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ConsentIT {

  private static final String CONSENTS = "/v1/customers/{id}/consents";
  private static final String HISTORY = CONSENTS + "/history";
  private static final String MINE = "/v1/me/consents";

  private static final String GIVEN_CHANNELS = "items.findAll { it.standing == 'GIVEN' }.channel";

  @Inject ConsentRegister register;

  @Test
  void aConsentIsGivenByFormSeenWithdrawnByThePersonAndKept() {
    People.ownCustomer();
    record(OWN_CUSTOMER, given("PARTNER_SHARING"));

    Api.as(SERVICE_AGENT)
        .get(CONSENTS, OWN_CUSTOMER)
        .then()
        .statusCode(200)
        .body(of("PARTNER_SHARING", "standing"), contains("GIVEN"))
        .body(of("PARTNER_SHARING", "noticeId"), contains(noticeId()))
        .body(of("PARTNER_SHARING", "evidence.kind"), contains("SIGNED_FORM"))
        .body(of("PARTNER_SHARING", "evidence.reference"), contains("forms/PARTNER_SHARING"))
        .body("masked", hasSize(0));
    assertThat(uses(OWN_CUSTOMER)).contains(PARTNER_SHARING);

    Api.writing(CUSTOMER)
        .body(decisions(Map.of("use", "PARTNER_SHARING", "verdict", "WITHDRAWN")))
        .post(MINE)
        .then()
        .statusCode(200)
        .body("decisionIds", hasSize(1));

    assertThat(uses(OWN_CUSTOMER)).doesNotContain(PARTNER_SHARING);
    Api.as(CUSTOMER)
        .get(MINE)
        .then()
        .statusCode(200)
        .body(of("PARTNER_SHARING", "standing"), contains("WITHDRAWN"))
        .body(of("PARTNER_SHARING", "evidence.kind"), contains("APP"));
    List<Map<String, Object>> kept = history(OWN_CUSTOMER);
    assertThat(kept.getFirst())
        .containsEntry("verdict", "WITHDRAWN")
        .containsEntry("collectedThrough", "APP")
        .doesNotContainKey("recordedBy");
    assertThat(kept.get(1))
        .containsEntry("verdict", "GIVEN")
        .containsEntry("givenBy", "PERSON")
        .containsEntry("recordedBy", "01932c00-0000-7000-8000-000000000101");
  }

  @Test
  void everyUseIsThereAndMarketingOnceForEachChannel() {
    String id = created(aPerson());

    Api.as(SALES)
        .get(CONSENTS, id)
        .then()
        .statusCode(200)
        .body(
            "items.use",
            contains(
                "MARKETING",
                "MARKETING",
                "MARKETING",
                "MARKETING",
                "MARKETING",
                "PROFILING",
                "SENSITIVE_DATA",
                "PARTNER_SHARING"))
        .body("items.channel", contains("PHONE", "SMS", "EMAIL", "POST", "APP", null, null, null))
        .body("items.findAll { it.standing != 'NEVER_DECIDED' }", hasSize(0));
    assertThat(uses(id)).isEmpty();
  }

  @Test
  void decisionsOfOneCallCountInTheirOrder() {
    String allButSms = created(aPerson());
    record(allButSms, given("MARKETING"), with(withdrawn("MARKETING"), "channel", "SMS"));
    String emailAlone = created(aPerson());
    record(emailAlone, withdrawn("MARKETING"), with(given("MARKETING"), "channel", "EMAIL"));

    Api.as(SERVICE_AGENT)
        .get(CONSENTS, allButSms)
        .then()
        .body(GIVEN_CHANNELS, containsInAnyOrder("PHONE", "EMAIL", "POST", "APP"));
    Api.as(SERVICE_AGENT).get(CONSENTS, emailAlone).then().body(GIVEN_CHANNELS, contains("EMAIL"));
    assertThat(uses(emailAlone)).containsExactly(MARKETING);
  }

  @Test
  void aFormSignedBeforeAWithdrawalDoesNotUndoItWhenItIsRecordedLater() {
    String id = created(aPerson());
    record(id, withdrawn("PROFILING"));
    record(id, with(given("PROFILING"), "decidedAt", "2026-03-01T08:26:00.123456789Z"));

    assertThat(uses(id)).isEmpty();
    assertThat(history(id).getFirst())
        .containsEntry("verdict", "GIVEN")
        .containsEntry("decidedAt", "2026-03-01T08:26:00.123456Z");
  }

  @Test
  void aConsentThatHasEndedIsNotGiven() {
    String id = created(aPerson());
    Map<String, Object> ended = with(given("PROFILING"), "decidedAt", "2025-03-01T00:00:00Z");
    record(id, with(ended, "validUntil", "2026-03-01T00:00:00Z"));

    assertThat(uses(id)).isEmpty();
    Api.as(SERVICE_AGENT)
        .get(CONSENTS, id)
        .then()
        .body(of("PROFILING", "standing"), contains("EXPIRED"))
        .body(of("PROFILING", "validUntil"), contains("2026-03-01T00:00:00Z"));
  }

  @Test
  void forAChildAGuardianAgrees() {
    String birthDate = LocalDate.now(ZoneOffset.UTC).minusYears(13).toString();
    String id = created(with(aPerson(), "individual", Map.of("birthDate", birthDate)));

    refused(id, given("PROFILING"), "/decisions/0/givenBy", "guardian-needed");
    record(id, with(given("PROFILING"), "givenBy", "GUARDIAN"));

    assertThat(uses(id)).containsExactly(PROFILING);
    record(id, withdrawn("PROFILING"));
    assertThat(uses(id)).isEmpty();
  }

  @Test
  void whatCannotBeRecordedIsRefusedAndLeavesNothing() {
    String id = created(aPerson());

    refused(id, without(given("PROFILING"), "noticeId"), "/decisions/0/noticeId", "notice-needed");
    refused(
        id,
        with(given("PROFILING"), "noticeId", People.anId().toString()),
        "/decisions/0/noticeId",
        "notice-unknown");
    refused(
        id, without(given("PROFILING"), "evidence"), "/decisions/0/evidence", "evidence-needed");
    refused(
        id,
        with(given("PROFILING"), "channel", "SMS"),
        "/decisions/0/channel",
        "channel-not-allowed");
    refused(
        id,
        with(
            given("PROFILING"),
            "evidence",
            Map.of("kind", "WEB_FORM", "reference", "x".repeat(201))),
        "/decisions/0/evidence/reference",
        "size");
    refused(id, without(given("PROFILING"), "use"), "/decisions/0/use", "not-null");
    post(id, Map.of("decisions", List.of()))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/decisions"));
    List<Object> tooMany = new ArrayList<>(Collections.nCopies(21, given("PROFILING")));
    post(id, Map.of("decisions", tooMany)).statusCode(400).body("errors[0].code", equalTo("size"));
    // One sound decision does not carry an unsound one.
    post(id, decisions(given("PROFILING"), without(given("MARKETING"), "evidence")))
        .statusCode(400)
        .body("errors.pointer", contains("/decisions/1/evidence"));

    assertThat(history(id)).isEmpty();
    assertThat(uses(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SERVICE_AGENT, SALES, DATA_STEWARD})
  void staffRecordAndReadAndThePrivacyOfficerReads(String role) {
    String id = created(aPerson());

    Api.writing(role).body(decisions(given("PROFILING"))).post(CONSENTS, id).then().statusCode(200);

    Api.as(role).get(CONSENTS, id).then().body(of("PROFILING", "standing"), contains("GIVEN"));
    Api.as(PRIVACY_OFFICER)
        .get(HISTORY, id)
        .then()
        .statusCode(200)
        .body("items.use", contains("PROFILING"));
    Api.writing(PRIVACY_OFFICER)
        .body(decisions(withdrawn("PROFILING")))
        .post(CONSENTS, id)
        .then()
        .statusCode(403);
    assertThat(uses(id)).containsExactly(PROFILING);
  }

  @Test
  void whoDoesNotExistHasNoConsents() {
    String nobody = People.anId().toString();

    Api.as(SERVICE_AGENT).get(CONSENTS, nobody).then().statusCode(404);
    Api.as(SERVICE_AGENT).get(HISTORY, nobody).then().statusCode(404);
    post(nobody, decisions(withdrawn("PROFILING"))).statusCode(404);
  }

  @Test
  void theSameRequestSentTwiceIsRecordedOnce() {
    String id = created(aPerson());
    String other = created(aPerson());
    String key = UUID.randomUUID().toString();
    var request = decisions(given("PROFILING"));

    List<String> first = sent(key, id, request).statusCode(200).extract().path("decisionIds");
    List<String> second = sent(key, id, request).statusCode(200).extract().path("decisionIds");

    assertThat(second).isEqualTo(first);
    assertThat(history(id)).hasSize(1);
    sent(key, id, decisions(withdrawn("PROFILING")))
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    sent(key, other, request).statusCode(422);
    assertThat(uses(other)).isEmpty();
  }

  @Test
  void theHistoryIsPagedLastRecordedFirst() {
    String id = created(aPerson());
    for (String use : List.of("MARKETING", "PROFILING", "SENSITIVE_DATA", "PARTNER_SHARING")) {
      record(id, given(use));
    }

    JsonPath first = Api.as(SERVICE_AGENT).queryParam("pageSize", 3).get(HISTORY, id).jsonPath();
    JsonPath second =
        Api.as(SERVICE_AGENT)
            .queryParam("pageSize", 3)
            .queryParam("pageToken", first.getString("nextPageToken"))
            .get(HISTORY, id)
            .jsonPath();

    assertThat(first.getList("items.use", String.class))
        .containsExactly("PARTNER_SHARING", "SENSITIVE_DATA", "PROFILING");
    assertThat(second.getList("items.use", String.class)).containsExactly("MARKETING");
    assertThat(second.getString("nextPageToken")).isNull();
  }

  private Set<ConsentedUse> uses(String customer) {
    UUID id = UUID.fromString(customer);
    return register.given(List.of(id)).getOrDefault(id, Set.of());
  }

  /** The last two hundred decisions. */
  private static List<Map<String, Object>> history(String customer) {
    return Api.as(SERVICE_AGENT)
        .queryParam("pageSize", 200)
        .get(HISTORY, customer)
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private static void refused(
      String customer, Map<String, Object> decision, String pointer, String code) {
    post(customer, decisions(decision))
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body("errors.pointer", contains(pointer))
        .body("errors.code", contains(code));
  }

  private static ValidatableResponse post(String customer, Object body) {
    return sent(UUID.randomUUID().toString(), customer, body);
  }

  private static ValidatableResponse sent(String key, String customer, Object body) {
    return Api.as(SERVICE_AGENT)
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(CONSENTS, customer)
        .then();
  }

  private static String of(String use, String member) {
    return "items.findAll { it.use == '%s' }.%s".formatted(use, member);
  }
}
