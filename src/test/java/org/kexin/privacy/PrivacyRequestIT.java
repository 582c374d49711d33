package org.kexin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.OWN_CUSTOMER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.access.ObjectionRegister;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** The life of requests, and what they bring about. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PrivacyRequestIT {

  private static final String REQUEST = "/v1/privacy/requests/{id}";

  @Inject ConsentRegister consents;
  @Inject ObjectionRegister objections;

  @Test
  void aRequestHasNoEffectBeforeSomebodyLookedWhoIsAsking() {
    String person = created(aPerson());
    String access = PrivacyCalls.received(person, "ACCESS");
    Api.as(PRIVACY_OFFICER)
        .get(REQUEST + "/file", access)
        .then()
        .statusCode(409)
        .body("code", equalTo("identity-check-required"));
    String restriction = PrivacyCalls.received(person, "RESTRICTION");
    PrivacyCalls.answer(restriction)
        .statusCode(409)
        .body("code", equalTo("identity-check-required"));
    PrivacyCalls.preview(PrivacyCalls.received(person, "ERASURE"))
        .statusCode(409)
        .body("code", equalTo("identity-check-required"));
    refuse(restriction, "LEGAL_DUTY")
        .statusCode(409)
        .body("code", equalTo("identity-check-required"));

    refuse(restriction, "IDENTITY_NOT_SHOWN").statusCode(200);
    read(restriction)
        .body("state", equalTo("REFUSED"))
        .body("refusalReason", equalTo("IDENTITY_NOT_SHOWN"))
        .body("legalGround", equalTo("GDPR 12(6)"))
        .body("identityMethod", nullValue());
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).then().statusCode(200);
  }

  @Test
  void whoAsksTwiceGetsNeitherAnotherDeadlineNorPastTheIdentityCheck() {
    String person = created(aPerson());
    String first = PrivacyCalls.received(person, "EXPORT");
    String due = read(first).extract().path("dueAt");
    assertThat(PrivacyCalls.received(person, "EXPORT")).isEqualTo(first);
    read(first).body("state", equalTo("RECEIVED")).body("dueAt", equalTo(due));
    assertThat(PrivacyCalls.identified(person, "ACCESS")).isNotEqualTo(first);
    Api.as(PRIVACY_OFFICER).get(REQUEST + "/file", first).then().statusCode(409);

    assertThat(PrivacyCalls.identified(person, "EXPORT")).isEqualTo(first);
    PrivacyCalls.answer(first).statusCode(200);
    read(first).body("state", equalTo("ANSWERED")).body("overdue", equalTo(false));
    assertThat(PrivacyCalls.received(person, "EXPORT")).isNotEqualTo(first);
    PrivacyCalls.answer(first).statusCode(409).body("code", equalTo("not-ready"));
  }

  @Test
  void theDeadlineIsFifteenDaysAndMovesOnceForAReason() {
    String request = PrivacyCalls.received(created(aPerson()), "CORRECTION");
    assertThat(days(request)).isEqualTo(15);
    extend(request).statusCode(200);
    assertThat(days(request)).isEqualTo(45);
    extend(request).statusCode(409).body("code", equalTo("not-ready"));
    assertThat(days(request)).isEqualTo(45);
    read(request).body("extensionReason", equalTo("COMPLEX"));
  }

  @Test
  void overdueRequestsComeFirst() {
    String person = created(aPerson());
    String overdue =
        Api.writing(SERVICE_AGENT)
            .body(
                Map.of(
                    "personId",
                    person,
                    "kind",
                    "ACCESS",
                    "channel",
                    "LETTER",
                    "receivedAt",
                    "2020-01-0" + (1 + digits(1).charAt(0) % 5) + "T00:00:00Z"))
            .post("/v1/privacy/requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String later = PrivacyCalls.received(person, "EXPORT");

    List<String> soon =
        Api.as(PRIVACY_OFFICER)
            .queryParam("dueSoon", true)
            .queryParam("pageSize", 200)
            .get("/v1/privacy/requests")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    assertThat(soon).contains(overdue).doesNotContain(later);
    read(overdue).body("overdue", equalTo(true));
    Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "personId", person,
                "kind", "CORRECTION",
                "channel", "LETTER",
                "receivedAt", "2999-01-01T00:00:00Z"))
        .post("/v1/privacy/requests")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/receivedAt"));
  }

  @Test
  void aRestrictedCustomerIsThereForComplianceOnly() {
    String name = "Anna " + digits(12);
    String person = created(People.with(aPerson(), "name", name));
    String etag = Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).header("ETag");
    PrivacyCalls.answer(PrivacyCalls.identified(person, "RESTRICTION")).statusCode(200);

    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).then().statusCode(404);
    Api.as(SALES).get("/v1/customers/{id}/consents", person).then().statusCode(404);
    found(SERVICE_AGENT, name).body("items", hasSize(0));
    Api.patching(DATA_STEWARD, etag)
        .body("{\"name\":\"Berta\"}")
        .patch("/v1/customers/{id}", person)
        .then()
        .statusCode(404);
    Api.withoutPurpose(DATA_STEWARD)
        .header("Purpose-Of-Use", "compliance")
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"name\":\"Berta\"}")
        .patch("/v1/customers/{id}", person)
        .then()
        .statusCode(404);
    Api.as(PRIVACY_OFFICER)
        .get("/v1/customers/{id}", person)
        .then()
        .statusCode(200)
        .body("name", equalTo(name));
    found(PRIVACY_OFFICER, name).body("items.id", hasItem(person));

    PrivacyCalls.answer(PrivacyCalls.identified(person, "LIFT_RESTRICTION")).statusCode(200);
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).then().statusCode(200);
  }

  @Test
  void anObjectionOutweighsALaterConsentUntilThePersonLiftsIt() {
    String person = created(aPerson());
    UUID id = UUID.fromString(person);
    Consents.record(person, Consents.given("PROFILING"));
    assertThat(uses(id)).containsExactly(ConsentedUse.PROFILING);
    PrivacyCalls.answer(PrivacyCalls.identified(person, "OBJECTION_PROFILING")).statusCode(200);
    assertThat(uses(id)).isEmpty();
    assertThat(objections.objectingToProfiling(Set.of(id))).containsExactly(id);

    Consents.record(person, Consents.given("PROFILING"));
    assertThat(uses(id)).isEmpty();

    PrivacyCalls.answer(PrivacyCalls.identified(person, "LIFT_OBJECTIONS")).statusCode(200);
    assertThat(uses(id)).containsExactly(ConsentedUse.PROFILING);
    assertThat(objections.objectingToProfiling(Set.of(id))).isEmpty();
  }

  @Test
  void aPersonWhoSignedInGetsTheirOwnFileAndNobodyElses() {
    People.ownCustomer();
    String own =
        Api.writing(CUSTOMER)
            .body(Map.of("kind", "ACCESS"))
            .post("/v1/me/privacy-requests")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    Api.as(CUSTOMER)
        .get("/v1/me/privacy-requests")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + own + "' }.identityMethod", equalTo("SIGNED_IN"));
    Map<String, String> files =
        PrivacyCalls.unzipped(Api.as(CUSTOMER).get("/v1/me/privacy-requests/{id}/file", own));
    assertThat(files.keySet()).containsExactly("person.json", "person.html");
    assertThat(files.get("person.json")).contains("\"personId\" : \"" + OWN_CUSTOMER + "\"");

    String another = PrivacyCalls.identified(created(aPerson()), "ACCESS");
    Api.as(CUSTOMER).get("/v1/me/privacy-requests/{id}/file", another).then().statusCode(404);
  }

  @Test
  void whatWasTypedInDoesNotBecomeAScriptInTheFile() {
    String person = created(People.with(aPerson(), "name", "<script>alert('1')</script> & Co"));
    assertThat(PrivacyCalls.file(person).get("person.html"))
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; Co")
        .doesNotContain("<script>");
  }

  @Test
  void aHoldKeepsAPersonFromErasureUntilItIsReleased() {
    String person = created(aPerson());
    String hold =
        Api.writing(PRIVACY_OFFICER)
            .body(Map.of("personId", person, "reason", "Case 2026-117"))
            .post("/v1/privacy/legal-holds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String request = PrivacyCalls.identified(person, "ERASURE");
    String preview = PrivacyCalls.previewed(request);
    PrivacyCalls.erase(request, preview).statusCode(409).body("code", equalTo("legal-hold"));
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).then().statusCode(200);

    Api.as(PRIVACY_OFFICER)
        .header("Idempotency-Key", digits(20))
        .post("/v1/privacy/legal-holds/{id}/releases", hold)
        .then()
        .statusCode(200);
    PrivacyCalls.erase(request, preview).statusCode(200);
    Api.as(PRIVACY_OFFICER).get("/v1/customers/{id}", person).then().statusCode(404);
    read(request).body("state", equalTo("ANSWERED"));
  }

  @Test
  void anErasureIsCarriedOutOnlyAsItWasShown() {
    String person = created(aPerson());
    String request = PrivacyCalls.identified(person, "ERASURE");
    PrivacyCalls.erase(request, UUID.randomUUID().toString()).statusCode(409);
    String old = PrivacyCalls.previewed(request);
    String preview = PrivacyCalls.previewed(request);
    PrivacyCalls.erase(request, old).statusCode(409).body("code", equalTo("not-ready"));
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", person).then().statusCode(200);
    PrivacyCalls.answer(request).statusCode(409);

    PrivacyCalls.erase(request, preview).statusCode(200);
    PrivacyCalls.receipt(request)
        .statusCode(200)
        .body("personId", equalTo(person))
        .body(
            "outcomes.find { it.table == 'customer' && it.field == 'name' }.outcome",
            equalTo("ERASED"))
        .body("outcomes.find { it.table == 'customer' && it.field == 'name' }.rows", equalTo(1));
    PrivacyCalls.erase(request, preview).statusCode(409);
    Api.writing(SERVICE_AGENT)
        .body(People.with(aPerson(), "id", person))
        .post("/v1/customers")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
    Api.writing(SERVICE_AGENT)
        .body(Map.of("personId", person, "kind", "ACCESS", "channel", "PHONE"))
        .post("/v1/privacy/requests")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/personId"))
        .body("errors.pointer", not(hasItem("/kind")));
  }

  private Set<ConsentedUse> uses(UUID person) {
    return consents.given(Set.of(person)).getOrDefault(person, Set.of());
  }

  private static io.restassured.response.ValidatableResponse read(String request) {
    return Api.as(PRIVACY_OFFICER).get(REQUEST, request).then().statusCode(200);
  }

  private static io.restassured.response.ValidatableResponse refuse(String request, String reason) {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("reason", reason, "legalGround", "GDPR 12(6)"))
        .post(REQUEST + "/refusals", request)
        .then();
  }

  private static io.restassured.response.ValidatableResponse extend(String request) {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("reason", "COMPLEX"))
        .post(REQUEST + "/extensions", request)
        .then();
  }

  private static long days(String request) {
    var json = read(request).extract();
    return Duration.between(
            Instant.parse(json.path("receivedAt")), Instant.parse(json.path("dueAt")))
        .toDays();
  }

  private static io.restassured.response.ValidatableResponse found(String role, String name) {
    return Api.as(role)
        .contentType(ContentType.JSON)
        .body(Map.of("name", name))
        .post("/v1/customers/search")
        .then()
        .statusCode(200);
  }
}
