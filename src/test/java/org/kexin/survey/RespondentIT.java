package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.PARTNER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Surveys.aSurvey;
import static org.kexin.testing.Surveys.answers;
import static org.kexin.testing.Surveys.byToken;
import static org.kexin.testing.Surveys.document;
import static org.kexin.testing.Surveys.opposite;
import static org.kexin.testing.Surveys.sent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Surveys;

/** Who answers: by a token, without a name, as a colleague; and what others then see of it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RespondentIT {

  /** The subject of the caller with the role analyst in the sample realm. */
  private static final String ANALYST_ID = "01932c00-0000-7000-8000-000000000104";

  private static final String RESPONSES = "/v1/survey-responses";

  @Inject SurveyTimeLine timeLine;

  @Test
  void aTokenIsGoodOnceInItsTimeAndForItsSurvey() throws SQLException {
    String survey = Surveys.published();
    String customer = Surveys.anAgreeing();
    String token = Surveys.invited(survey, customer, "POST").path("items[0].token");

    sent(PARTNER, Surveys.published(), anId(), byToken(token, true, answers()))
        .then()
        .statusCode(404);
    sent(PARTNER, survey, anId(), byToken("0".repeat(32), true, answers())).then().statusCode(404);
    sent(PARTNER, survey, anId(), opposite(customer, true, answers())).then().statusCode(403);
    StoredSurveys.execute(
        "update survey_invitation set expires_at = '2026-01-01' where survey_id = ?", survey);
    sent(PARTNER, survey, anId(), byToken(token, true, answers()))
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-expired"));
    StoredSurveys.execute(
        "update survey_invitation set expires_at = '2099-01-01' where survey_id = ?", survey);
    UUID response = anId();
    sent(PARTNER, survey, response, byToken(token, true, answers())).then().statusCode(200);
    sent(PARTNER, survey, anId(), byToken(token, true, answers()))
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-used"));
    sent(PARTNER, survey, response, byToken(token, true, answers())).then().statusCode(200);

    Api.as(SERVICE_AGENT)
        .get(RESPONSES + "?surveyId=" + survey)
        .then()
        .statusCode(200)
        .body("items.id", contains(response.toString()))
        .body("items[0].customerId", equalTo(customer))
        .body("items[0].answers.find { it.question == 'words' }.text", equalTo("送货很快。"));
    Api.as(MARKETING)
        .get(RESPONSES + "?surveyId=" + survey)
        .then()
        .body("items[0].answers", equalTo(null))
        .body("items[0].masked", hasItem("answers"));
  }

  @Test
  void anAnonymousAnswerLeavesNoLink() throws SQLException {
    String survey = Surveys.published(with(aSurvey(), "anonymous", true));
    String customer = Surveys.anAgreeing();
    String token = Surveys.invited(survey, customer, "SMS").path("items[0].token");
    UUID response = anId();

    sent(SERVICE_AGENT, survey, response, byToken(token, false, answers()))
        .then()
        .statusCode(400)
        .body("errors.code", contains("anonymous-partial"));
    sent(SERVICE_AGENT, survey, response, opposite(customer, true, answers()))
        .then()
        .statusCode(400)
        .body("errors.code", contains("respondent-unfit"));
    String requestId = "anonymous-" + People.digits(9);
    for (int i = 0; i < 2; i++) {
      Api.withoutPurpose(SERVICE_AGENT)
          .header("X-Request-Id", requestId)
          .contentType("application/json")
          .body(byToken(token, true, answers()))
          .put("/v1/surveys/{id}/responses/by-client-id/{responseId}", survey, response)
          .then()
          .statusCode(200)
          .body("id", equalTo(response.toString()));
    }
    sent(SERVICE_AGENT, survey, anId(), byToken(token, true, answers()))
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-used"));

    Map<String, @Nullable Object> row = StoredSurveys.rows(survey).getFirst();
    assertThat(StoredSurveys.rows(survey)).hasSize(1);
    assertThat(row.get("customer_id")).isNull();
    assertThat(row.get("user_id")).isNull();
    assertThat(row.get("submitted_at")).isNull();
    assertThat(row.get("recorded_by")).isNull();
    assertThat(row.get("answered_on")).isNotNull();
    UUID kept = UUID.fromString(String.valueOf(row.get("id")));
    assertThat(kept).isNotEqualTo(response);
    assertThat(kept.version()).isEqualTo(8);
    assertThat(StoredSurveys.invitations(survey))
        .extracting(it -> it.get("state"))
        .containsExactly("ANSWERED");
    assertThat(StoredSurveys.columnsHolding(response)).isEmpty();
    // Brings every change into the log, which must have none of this.
    Api.as(Api.PRIVACY_OFFICER).get("/v1/customers/{id}/accesses", customer);
    assertThat(Database.accesses(requestId)).isEmpty();
    assertThat(timeLine.newest(UUID.fromString(customer), Set.of("SURVEY_RESPONSE"), null, 9))
        .isEmpty();
    Api.as(SERVICE_AGENT)
        .get(RESPONSES + "?customerId=" + customer)
        .then()
        .body("items", hasSize(0));
    Api.as(SERVICE_AGENT)
        .get(RESPONSES + "?surveyId=" + survey)
        .then()
        .body("items[0].customerId", equalTo(null))
        .body("items[0].answers", hasSize(7));
  }

  @Test
  void colleaguesAnswerForThemselvesAndAreNotLookedUp() throws SQLException {
    String survey = Surveys.published(with(aSurvey(), "audience", "STAFF"));
    Api.writing(DATA_STEWARD)
        .body(Map.of("userIds", List.of(ANALYST_ID)))
        .post("/v1/surveys/{id}/invitations", survey)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("INVITED"));

    sent(SERVICE_AGENT, survey, anId(), document("ONLINE", true, answers())).then().statusCode(404);
    sent(ANALYST, survey, anId(), document("ONLINE", true, answers())).then().statusCode(200);

    assertThat(StoredSurveys.rows(survey))
        .extracting(row -> row.get("user_id"))
        .containsExactly(ANALYST_ID);
    Api.as(DATA_STEWARD)
        .get(RESPONSES + "?surveyId=" + survey)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    Api.as(DATA_STEWARD)
        .get("/v1/surveys/{id}/invitations", survey)
        .then()
        .body("items", hasSize(0));
    Api.as(DATA_STEWARD)
        .get("/v1/surveys/{id}/results", survey)
        .then()
        .body("responses", equalTo(null));
    Surveys.asked(MARKETING, survey, Surveys.anAgreeing(), "SMS")
        .then()
        .statusCode(400)
        .body("errors.code", contains("audience-unfit"));
  }

  @Test
  void aListNeedsASurveyOrACustomer() {
    Api.as(SERVICE_AGENT)
        .get(RESPONSES)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("surveyId"));
    Api.as(SERVICE_AGENT).get(RESPONSES + "?surveyId=" + anId()).then().body("items", hasSize(0));
  }
}
