package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Surveys.aSurvey;
import static org.kexin.testing.Surveys.answer;
import static org.kexin.testing.Surveys.answers;
import static org.kexin.testing.Surveys.opposite;
import static org.kexin.testing.Surveys.question;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Surveys;

/** The life of a survey: drafted, published, changed, closed; and what its answers add up to. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SurveyIT {

  private static final String SURVEY = "/v1/surveys/{id}";
  private static final String RESULTS = SURVEY + "/results";

  @Test
  void aDraftIsReadBackAsItWasWritten() {
    Map<String, Object> draft = aSurvey();
    String id = Surveys.drafted(draft);

    JsonPath read = Api.as(ANALYST).get(SURVEY, id).then().statusCode(200).extract().jsonPath();
    assertThat(read.getString("state")).isEqualTo("DRAFT");
    assertThat(read.getInt("questionsVersion")).isEqualTo(1);
    assertThat(read.getInt("draftVersion")).isEqualTo(1);
    assertThat(read.<Integer>get("liveVersion")).isNull();
    assertThat(read.getList("questions.key"))
        .containsExactly("recommend", "satisfied", "easy", "size", "colour", "uses", "words");
    assertThat(read.getList("questions[5].options.key"))
        .containsExactly("home", "office", "garden");
    assertThat(read.getInt("questions[5].maxChoices")).isEqualTo(2);
    assertThat(read.getString("service")).isEqualTo("after-sales");
    Api.as(ANALYST)
        .get("/v1/surveys?state=DRAFT&pageSize=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }

  @Test
  void anAnswerKeepsTheVersionThatItAnswers() {
    String id = Surveys.published();
    String early = created(aPerson());
    Surveys.sent(SERVICE_AGENT, id, anId(), opposite(early, true, answers()))
        .then()
        .statusCode(200);
    String etag = Api.as(MARKETING).get(SURVEY, id).header("ETag");
    Map<String, Object> other = question("recommend", "CSAT", Map.of("required", true));

    Api.patching(MARKETING, etag)
        .body(Map.of("questions", List.of(other)))
        .patch(SURVEY, id)
        .then()
        .statusCode(200);
    Api.as(MARKETING)
        .get(SURVEY, id)
        .then()
        .body("liveVersion", equalTo(1))
        .body("draftVersion", equalTo(2))
        .body("questions", hasSize(7));
    refused(id, created(aPerson()), 2, "validation-failed", 400);
    Api.writing(MARKETING).post(SURVEY + "/publications", id).then().statusCode(200);
    String late = created(aPerson());
    Surveys.sent(
            SERVICE_AGENT,
            id,
            anId(),
            with(
                opposite(late, true, List.of(answer("recommend", "value", 5))),
                "questionsVersion",
                2))
        .then()
        .statusCode(200);
    String begunBefore = created(aPerson());
    Surveys.sent(SERVICE_AGENT, id, anId(), opposite(begunBefore, true, answers()))
        .then()
        .statusCode(200);

    Api.as(MARKETING)
        .get(SURVEY + "?questionsVersion=1", id)
        .then()
        .body("questions[0].type", equalTo("NPS"));
    Api.as(MARKETING)
        .get(SURVEY, id)
        .then()
        .body("questionsVersion", equalTo(2))
        .body("questions.type", contains("CSAT"));
    assertThat(versionOf(early)).isEqualTo(1);
    assertThat(versionOf(late)).isEqualTo(2);
    Api.as(DATA_STEWARD)
        .get(RESULTS + "?questionsVersion=1", id)
        .then()
        .statusCode(200)
        .body("responses", equalTo(2))
        .body("questions[0].nps", equalTo(100f));
    Api.as(DATA_STEWARD)
        .get(RESULTS, id)
        .then()
        .body("responses", equalTo(1))
        .body("questions[0].csat", equalTo(100f));
  }

  @Test
  void aDraftThatIsChangedTwiceIsOneVersion() {
    String id = Surveys.published();
    for (String type : List.of("CSAT", "CES")) {
      String etag = Api.as(MARKETING).get(SURVEY, id).header("ETag");
      Api.patching(MARKETING, etag)
          .body(Map.of("questions", List.of(question("one", type, Map.of()))))
          .patch(SURVEY, id)
          .then()
          .statusCode(200);
      Api.patching(MARKETING, etag)
          .body(Map.of("service", "delivery"))
          .patch(SURVEY, id)
          .then()
          .statusCode(412);
    }
    Api.as(MARKETING)
        .get(SURVEY + "?questionsVersion=2", id)
        .then()
        .body("questions.type", contains("CES"))
        .body("liveVersion", equalTo(1));
    Api.as(MARKETING).get(SURVEY + "?questionsVersion=3", id).then().statusCode(404);
  }

  @Test
  void whatWasPromisedToWhoAnsweredStands() {
    String id = Surveys.published();
    String etag = Api.as(MARKETING).get(SURVEY, id).header("ETag");

    Api.patching(MARKETING, etag)
        .body(Map.of("anonymous", true))
        .patch(SURVEY, id)
        .then()
        .statusCode(400)
        .body("errors.code", contains("immutable"));
    Api.patching(MARKETING, etag)
        .body(Map.of("productId", anId().toString()))
        .patch(SURVEY, id)
        .then()
        .statusCode(400)
        .body("errors.code", contains("product-unknown"));
  }

  @Test
  void noAnswerIsTakenBeforePublicationAfterClosingAndAfterTheEnd() throws SQLException {
    String draft = Surveys.drafted(aSurvey());
    refused(draft, created(aPerson()), 1, "survey-closed", 409);
    Api.writing(MARKETING).post(SURVEY + "/closures", draft).then().statusCode(409);

    String closed = Surveys.published();
    Surveys.closed(closed);
    refused(closed, created(aPerson()), 1, "survey-closed", 409);
    Api.writing(MARKETING)
        .post(SURVEY + "/publications", closed)
        .then()
        .statusCode(409)
        .body("code", equalTo("survey-closed"));
    Api.writing(MARKETING)
        .post(SURVEY + "/closures", closed)
        .then()
        .statusCode(409)
        .body("code", equalTo("survey-closed"));

    String over = Surveys.published(with(aSurvey(), "closesAt", "2026-01-01T00:00:00Z"));
    refused(over, created(aPerson()), 1, "survey-closed", 409);
    Surveys.asked(MARKETING, over, Surveys.anAgreeing(), "SMS")
        .then()
        .statusCode(409)
        .body("code", equalTo("survey-closed"));
    assertThat(
            Database.rows(
                "select 1 from survey_response where survey_id in (?, ?, ?)",
                Database.bytes(draft),
                Database.bytes(closed),
                Database.bytes(over)))
        .isEmpty();
  }

  @Test
  void resultsAreSumsOfWhatWasSubmitted() {
    String id = Surveys.published();
    Surveys.sent(SERVICE_AGENT, id, anId(), opposite(created(aPerson()), true, answers()));
    Surveys.sent(
        SERVICE_AGENT,
        id,
        anId(),
        opposite(
            created(aPerson()),
            true,
            answers(
                answer("recommend", "value", 6),
                answer("satisfied", "value", 3),
                answer("easy", "value", 1),
                answer("uses", "choices", List.of("home")))));
    Surveys.sent(SERVICE_AGENT, id, anId(), opposite(created(aPerson()), false, answers()));

    JsonPath results =
        Api.as(DATA_STEWARD).get(RESULTS, id).then().statusCode(200).extract().jsonPath();
    assertThat(results.getInt("responses")).isEqualTo(2);
    assertThat(results.getDouble("questions[0].nps")).isZero();
    assertThat(results.getDouble("questions[1].csat")).isEqualTo(50);
    assertThat(results.getDouble("questions[2].ces")).isEqualTo(3.5);
    assertThat(results.getDouble("questions[3].mean")).isEqualTo(3);
    assertThat(results.getList("questions[5].counts.responses")).containsExactly(2, 1, 0);
    assertThat(results.getInt("questions[5].answered")).isEqualTo(2);
    assertThat(results.getInt("questions[6].answered")).isEqualTo(2);
    assertThat(results.getList("questions[6].counts")).isEmpty();
    assertThat(results.prettify()).doesNotContain("送货");
  }

  @Test
  void whoMayNotSeeIndividualsGetsWholeBlocksOfDaysThatAreOver() throws SQLException {
    String id = Surveys.published(anonymous());
    for (int i = 0; i < 11; i++) {
      passerBy(id);
    }
    Api.as(ANALYST)
        .get(RESULTS, id)
        .then()
        .statusCode(200)
        .body("responses", equalTo(null))
        .body("reason", equalTo("Fewer than 10 answers are not shown to this role."))
        .body("questions[0].answered", equalTo(null))
        .body("questions[0].counts", hasSize(0));

    backdated(id, "2026-03-01");
    passerBy(id);
    backdated(id, "2026-03-02");

    Api.as(ANALYST)
        .get(RESULTS, id)
        .then()
        .statusCode(200)
        .body("responses", equalTo(11))
        .body("countedUntil", equalTo("2026-03-01"))
        .body("questions[0].nps", equalTo(100f));
    Api.as(DATA_STEWARD).get(RESULTS, id).then().body("responses", equalTo(12));
  }

  private static Map<String, Object> anonymous() {
    return with(aSurvey(), "anonymous", true);
  }

  private static void passerBy(String survey) {
    Surveys.sent(SERVICE_AGENT, survey, anId(), Surveys.document("INTERVIEW", true, answers()))
        .then()
        .statusCode(200);
  }

  private static void backdated(String survey, String day) throws SQLException {
    try (var connection = Database.connection();
        var update =
            connection.prepareStatement(
                "update survey_response set answered_on = ? where survey_id = ?"
                    + " and answered_on >= '2026-04-01'")) {
      update.setString(1, day);
      update.setBytes(2, Database.bytes(survey));
      assertThat(update.executeUpdate()).isPositive();
    }
  }

  private static void refused(
      String survey, String customer, int version, String code, int status) {
    Surveys.sent(
            SERVICE_AGENT,
            survey,
            anId(),
            with(opposite(customer, true, answers()), "questionsVersion", version))
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  private static int versionOf(String customer) {
    return Api.as(DATA_STEWARD)
        .get("/v1/survey-responses?customerId=" + customer)
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].questionsVersion");
  }
}
