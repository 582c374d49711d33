package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.OWN_CUSTOMER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Surveys.aSurvey;
import static org.kexin.testing.Surveys.answer;
import static org.kexin.testing.Surveys.answers;
import static org.kexin.testing.Surveys.byToken;
import static org.kexin.testing.Surveys.document;
import static org.kexin.testing.Surveys.opposite;
import static org.kexin.testing.Surveys.sent;
import static org.kexin.testing.Surveys.sentByMyself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Surveys;
import org.kexin.testing.Together;

/** Answers on their way into the tables: whole, in parts, many times at once, and wrong. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SurveyAnswerIT {

  @Inject SurveyTimeLine timeLine;

  @Test
  void aCustomerAnswersInPartsAndSubmitsOnce() throws SQLException {
    People.ownCustomer();
    Surveys.agreed(OWN_CUSTOMER);
    String survey = Surveys.published();
    Surveys.invited(survey, OWN_CUSTOMER, "APP");
    Api.as(CUSTOMER).get("/v1/me/surveys?pageSize=200").then().body("items.id", hasItem(survey));
    UUID response = anId();

    sentByMyself(survey, response, false, List.of(answer("satisfied", "value", 2)))
        .then()
        .statusCode(200)
        .body("id", equalTo(response.toString()));
    Api.as(CUSTOMER)
        .get("/v1/me/surveys/{id}", survey)
        .then()
        .statusCode(200)
        .body("responseId", equalTo(response.toString()))
        .body("questions", hasSize(7))
        .body("answers.value", contains(2));
    sentByMyself(survey, anId(), true, answers())
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
    sentByMyself(survey, response, true, List.of(answer("satisfied", "value", 2)))
        .then()
        .statusCode(400)
        .body("code", equalTo("answer-required"));
    sentByMyself(survey, response, true, answers()).then().statusCode(200);
    sentByMyself(survey, response, true, answers()).then().statusCode(200);
    sentByMyself(survey, response, true, answers(answer("satisfied", "value", 1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("response-submitted"));
    sentByMyself(survey, anId(), true, answers())
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-used"));

    Api.as(CUSTOMER)
        .get("/v1/me/surveys?pageSize=200")
        .then()
        .body("items.id", not(hasItem(survey)));
    assertThat(StoredSurveys.stored(survey))
        .containsExactlyInAnyOrder(
            "recommend  9 null",
            "satisfied  4 null",
            "easy  6 null",
            "size  3 null",
            "colour red null null",
            "uses home null null",
            "uses office null null",
            "words  null 送货很快。");
    UUID id = UUID.fromString(OWN_CUSTOMER);
    List<TimeLineEntry> answered = timeLine.newest(id, Set.of(SurveyTimeLine.RESPONSE), null, 1);
    assertThat(answered).extracting(TimeLineEntry::id).containsExactly(response);
    assertThat(answered.getFirst().subjectId()).isEqualTo(UUID.fromString(survey));
    TimeLineEntry invited =
        timeLine.newest(id, timeLine.kinds(), answered.getFirst().position(), 1).getFirst();
    assertThat(invited.kind()).isEqualTo("SURVEY_INVITATION");
    assertThat(invited.summary()).isEqualTo("ANSWERED");
  }

  @Test
  void sixtyFourSubmissionsAtOnceAreOneResponse()
      throws InterruptedException, ExecutionException, SQLException {
    String survey = Surveys.published();
    String invited = Surveys.anAgreeing();
    String token = Surveys.invited(survey, invited, "POST").path("items[0].token");
    submittedTogether(survey, byToken(token, true, answers()));
    submittedTogether(survey, opposite(created(aPerson()), true, answers()));
    String anonymous = Surveys.published(with(aSurvey(), "anonymous", true));
    submittedTogether(anonymous, document("INTERVIEW", true, answers()));

    assertThat(StoredSurveys.rows(survey)).hasSize(2);
    assertThat(StoredSurveys.rows(anonymous)).hasSize(1);
    assertThat(StoredSurveys.stored(anonymous)).hasSize(8);
  }

  private static void submittedTogether(String survey, Map<String, Object> document)
      throws InterruptedException, ExecutionException {
    UUID response = anId();
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(() -> sent(SERVICE_AGENT, survey, response, document));
    }
    assertThat(Together.run(calls))
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200))
        .extracting(answer -> answer.<String>path("id"))
        .containsOnly(response.toString());
  }

  @Test
  void twoDifferentResponsesOfOnePersonAtOnceLeaveOne()
      throws InterruptedException, ExecutionException, SQLException {
    String survey = Surveys.published();
    String customer = created(aPerson());
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      UUID response = anId();
      calls.add(() -> sent(SERVICE_AGENT, survey, response, opposite(customer, true, answers())));
    }

    List<Response> answers = Together.run(calls);

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 200)
        .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("already-exists"));
    assertThat(StoredSurveys.rows(survey)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "recommend, value, 11, answer-out-of-scale",
    "recommend, value, -1, answer-out-of-scale",
    "satisfied, value, 0, answer-out-of-scale",
    "size, value, 10, answer-out-of-scale",
    "colour, choices, green, answer-unknown",
    "unheard-of, value, 1, answer-unknown",
    "colour, choices, red blue, choices-exceeded",
    "uses, choices, home office garden, choices-exceeded",
    "words, value, 1, answer-unfit"
  })
  void aWrongAnswerIsRefusedWithItsOwnCodeAndChangesNothing(
      String question, String member, String value, String code) throws SQLException {
    String survey = Surveys.published();
    String customer = Surveys.anAgreeing();
    String token = Surveys.invited(survey, customer, "SMS").path("items[0].token");
    UUID response = anId();
    sent(SERVICE_AGENT, survey, response, byToken(token, false, answers())).then().statusCode(200);
    List<String> before = StoredSurveys.stored(survey);
    Object wrong =
        member.equals("choices") ? List.of(value.split(" ", -1)) : Integer.valueOf(value);

    for (boolean complete : List.of(false, true)) {
      sent(
              SERVICE_AGENT,
              survey,
              response,
              byToken(token, complete, answers(answer(question, member, wrong))))
          .then()
          .statusCode(400)
          .body("code", equalTo(code))
          .body("errors.code", contains(code));
    }

    assertThat(StoredSurveys.stored(survey)).isEqualTo(before).hasSize(8);
    assertThat(StoredSurveys.rows(survey))
        .extracting(row -> row.get("state"))
        .containsExactly("PARTIAL");
    assertThat(StoredSurveys.invitations(survey))
        .extracting(row -> row.get("state"))
        .containsExactly("OPEN");
  }
}
