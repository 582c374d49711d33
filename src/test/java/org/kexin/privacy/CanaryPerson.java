package org.kexin.privacy;

import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aChineseName;
import static org.kexin.testing.People.digits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kexin.testing.Api;
import org.kexin.testing.Appeals;
import org.kexin.testing.Consents;
import org.kexin.testing.Loyalty;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Promotions;
import org.kexin.testing.Statements;
import org.kexin.testing.Surveys;

/**
 * A person of whom every feature holds something, with values that nobody else has: made, imported,
 * bought, agreed, objected, asked, held and looked at, all through the API.
 */
final class CanaryPerson {

  final String id;
  final boolean isIndividual;
  final String name = aChineseName() + aChineseName();
  final String phone = "+86145" + digits(8);
  final String email = "canary." + digits(9) + "@kexin.example";
  final String street = "Canary Lane " + digits(9);
  final String passport = "E" + digits(8);
  final String revenue = "7" + digits(15);
  final String account = "6222" + digits(15);
  final String occupation = "lamplighter " + digits(9);
  final String externalId = digits(14);
  final String orderNumber = "CANARY-" + digits(9);
  final String holdReason = "Case " + digits(9);
  final CanaryComplaints complaints = new CanaryComplaints();
  final String appeal = "canary appeal " + digits(9);
  final String appealDecision = "canary decision " + digits(9);
  final String opinion = "I like the lamp " + digits(9);
  final String importId;
  final String order;

  private CanaryPerson(Map<String, Object> body) {
    isIndividual = Objects.equals(body.get("kind"), "INDIVIDUAL");
    if (isIndividual) {
      body.put(
          "individual",
          Map.of(
              "gender", "FEMALE",
              "birthDate", "1990-05-17",
              "occupation", occupation,
              "incomeBand", "MIDDLE",
              "maritalStatus", "MARRIED"));
      body.put("identityDocument", Map.of("type", "PASSPORT", "number", passport));
    }
    // That of the service agent, who could not see a customer of another.
    body.put("department", "customer-service");
    body.put("name", name);
    body.put("phones", List.of(Map.of("number", phone)));
    body.put("emails", List.of(Map.of("address", email)));
    body.put("addresses", List.of(Map.of("country", "CN", "street", street)));
    body.put("bankAccounts", List.of(Map.of("number", account)));
    body.put("externalIds", List.of(Map.of("source", "canary", "value", externalId)));
    importId = imported(body);
    id =
        Api.as(SERVICE_AGENT)
            .contentType(ContentType.JSON)
            .body(Map.of("externalId", Map.of("source", "canary", "value", externalId)))
            .post("/v1/customers/search")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");
    wasReferred();
    order = bought();
    if (!isIndividual) {
      Statements.kept(id, "2025-12-31", 12, Statements.of(Map.of("revenue", revenue)));
    }
    Loyalty.everythingOf(id);
    Consents.record(id, People.with(Consents.given("MARKETING"), "channel", "SMS"));
    Consents.record(
        id, People.with(Consents.given("PROFILING"), "validUntil", "2099-03-01T08:26:00Z"));
    promoted();
    isAsked();
    Api.as(SERVICE_AGENT).get("/v1/customers/{id}", id).then().statusCode(200);
    new CanaryDealings(id).happen();
    complaints.happen(id);
    contestsGrade();
  }

  private void contestsGrade() {
    String filed =
        Appeals.file(SERVICE_AGENT, id, Map.of("reason", appeal))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Appeals.decide(
            DATA_STEWARD, filed, People.with(Appeals.aGrant("SUPREME"), "reason", appealDecision))
        .statusCode(200);
  }

  /** What analyses knew of them changes. */
  private void wasReferred() {
    String version = Api.as(DATA_STEWARD).get("/v1/customers/{id}", id).header("ETag");
    Api.as(DATA_STEWARD)
        .header("If-Match", version)
        .contentType("application/merge-patch+json")
        .body(Map.of("source", "REFERRAL"))
        .patch("/v1/customers/{id}", id)
        .then()
        .statusCode(200);
  }

  /** A member of one promotion; approached for another, to which it responds with a voucher. */
  private void promoted() {
    Map<String, Object> frozen = Promotions.aPromotion();
    frozen.put(
        "audienceId",
        Promotions.savedAudience(
            Map.of(
                "name",
                "Canaries",
                "criteria",
                Map.of("createdFrom", Instant.now().minusSeconds(60).toString()))));
    Promotions.running(frozen);
    String promotion = Promotions.running(Promotions.aPromotion(Promotions.anOffer("10")));
    String path = Promotions.PROMOTIONS + "/" + promotion;
    Promotions.contact(promotion, Promotions.aContact(id, "SMS")).then().statusCode(201);
    String voucher =
        Promotions.made(promotion, People.with(Promotions.aVoucher(1), "customerLimit", 1));
    Map<String, Object> response =
        People.with(Promotions.aResponse(id, "PURCHASED"), "orderId", order);
    Api.writing(SERVICE_AGENT).body(response).post(path + "/responses").then().statusCode(201);
    String redemption =
        Api.writing(SERVICE_AGENT)
            .body(Map.of("customerId", id, "orderId", order))
            .post("/v1/vouchers/{id}/redemptions", voucher)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.as(SERVICE_AGENT)
        .header("Idempotency-Key", digits(20))
        .post("/v1/redemptions/{id}/rollbacks", redemption)
        .then()
        .statusCode(200);
  }

  /** Answers one survey, and begins to answer another one. */
  private void isAsked() {
    List<Object> answers = Surveys.answers(Surveys.answer("words", "text", opinion));
    for (boolean complete : List.of(true, false)) {
      String survey = Surveys.published();
      String invitation = Surveys.invited(survey, id, "SMS").path("items[0].invitationId");
      Surveys.sent(
              SERVICE_AGENT,
              survey,
              People.anId(),
              Map.of(
                  "questionsVersion", 1,
                  "mode", "TELEPHONE",
                  "complete", complete,
                  "invitationId", invitation,
                  "answers", answers))
          .then()
          .statusCode(200);
    }
  }

  static CanaryPerson individual() {
    return new CanaryPerson(new LinkedHashMap<>(People.aPerson()));
  }

  static CanaryPerson enterprise() {
    return new CanaryPerson(new LinkedHashMap<>(People.anEnterprise()));
  }

  private String imported(Map<String, Object> body) {
    String location =
        Api.as(DATA_STEWARD)
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
            .header("Idempotency-Key", digits(20))
            .contentType("application/x-ndjson")
            .queryParam("kind", "customers")
            .body((json(body) + "\n").getBytes(StandardCharsets.UTF_8))
            .post("/v1/imports")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String run = URI.create(Objects.requireNonNull(location)).getPath().replaceFirst(".*/", "");
    // The stream of events ends with the import.
    Api.as(DATA_STEWARD).get("/v1/imports/{id}/progress", run).then().statusCode(200);
    return run;
  }

  private String bought() {
    String code = "CANARY-" + digits(9);
    Api.writing(DATA_STEWARD)
        .body(Map.of("code", code, "name", "Lantern"))
        .post("/v1/products")
        .then()
        .statusCode(201);
    return Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "kind", "ORDER",
                "source", "canary",
                "number", orderNumber,
                "customerId", id,
                "channel", "ONLINE",
                "currency", "CNY",
                "occurredAt", "2026-03-01T08:26:00Z",
                "lines", List.of(Map.of("productCode", code, "quantity", 6, "unitPrice", "2.55"))))
        .post("/v1/transactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Has the person object, lift that, and be held back; each through a request. */
  void exercisesRights() {
    PrivacyCalls.answer(PrivacyCalls.identified(id, "OBJECTION_PROFILING")).statusCode(200);
    PrivacyCalls.answer(PrivacyCalls.identified(id, "LIFT_OBJECTIONS")).statusCode(200);
    PrivacyCalls.answer(PrivacyCalls.identified(id, "RESTRICTION")).statusCode(200);
  }

  /** Places a hold that the caller must release. */
  String held() {
    return Api.writing(PRIVACY_OFFICER)
        .body(Map.of("personId", id, "reason", holdReason))
        .post("/v1/privacy/legal-holds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The values by which somebody would know the person. */
  List<String> marks() {
    return List.of(
        name,
        phone,
        email,
        street,
        passport,
        account,
        occupation,
        externalId,
        opinion,
        complaints.text,
        complaints.note,
        appeal,
        appealDecision);
  }

  private static String json(Map<String, Object> body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
