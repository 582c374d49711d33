package org.kexin.analysis.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Surveys.aSurvey;
import static org.kexin.testing.Surveys.answer;
import static org.kexin.testing.Surveys.answers;
import static org.kexin.testing.Surveys.document;
import static org.kexin.testing.Surveys.opposite;
import static org.kexin.testing.Surveys.published;
import static org.kexin.testing.Surveys.sent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Runs;

/**
 * Satisfaction with one service, asked by an anonymous survey. Four months ago 70 promoters, 10
 * passives and 20 detractors answered (the example of section B8 of the analyses); three months ago
 * nine promoters; two months ago five detractors on its second day and three on the twentieth; one
 * promoter today. Answers carry the day on which they were recorded, so the test moves them.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SatisfactionIT {

  private static final String SERVICE = "service-" + People.digits(9);
  private final YearMonth now = YearMonth.now(ZoneOffset.UTC);
  private final YearMonth first = now.minusMonths(4);
  private static final String SATISFACTION = "/v1/analysis/satisfaction";
  private static String survey = "";

  @BeforeEach
  void ask() throws SQLException {
    if (!survey.isEmpty()) {
      return;
    }
    survey = published(with(with(aSurvey(), "anonymous", true), "service", SERVICE));
    answered(70, 10, first.atDay(10));
    answered(10, 8, first.atDay(10));
    answered(20, 3, first.atDay(10));
    answered(9, 9, first.plusMonths(1).atDay(15));
    answered(5, 0, first.plusMonths(2).atDay(2));
    answered(3, 6, first.plusMonths(2).atDay(20));
    passer(9);
  }

  private void answered(int times, int score, LocalDate day) throws SQLException {
    for (int i = 0; i < times; i++) {
      passer(score);
    }
    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update survey_response set answered_on = ?"
                    + " where survey_id = ? and answered_on >= ?")) {
      update.setObject(1, day);
      update.setBytes(2, Database.bytes(survey));
      update.setObject(3, now.minusMonths(1).atDay(1));
      update.executeUpdate();
    }
  }

  private static void passer(int score) {
    sent(
            Api.SERVICE_AGENT,
            survey,
            anId(),
            document("INTERVIEW", true, answers(answer("recommend", "value", score))))
        .then()
        .statusCode(200);
  }

  @Test
  void theExampleOfTheScoreIsReachedAndMonthsWithoutAnswersStay() {
    JsonPath answer =
        asked(Api.SALES, Map.of())
            .statusCode(200)
            .body("kind", equalTo("NPS"))
            .body("about.parameters.audience", equalTo("CUSTOMERS"))
            .body("overall.n", equalTo(117))
            .body("months.score.n", contains(100, 9, 8, 0, 0))
            .body("months.month[0]", equalTo(first.toString()))
            .body("months.complete", contains(true, true, true, true, false))
            .body("months[1].score.value", equalTo(100.0F))
            .body("months[1].score.lower", nullValue())
            .body("months[3].score.reason", containsString("no answer"))
            .body("surveys.surveyId", contains(survey))
            .body("services.service", contains(SERVICE))
            .body("answers.find { it.answer == 10 }.n", equalTo(70))
            .extract()
            .jsonPath();
    near(answer, "months[0].score.value", 50);
    near(answer, "months[0].score.standardError", 8.062258);
    near(answer, "months[0].score.lower", 34.198265);
    near(answer, "months[0].score.upper", 65.801735);
    // 79 promoters and 28 detractors of 117.
    near(answer, "overall.value", 100.0 * (79 - 28) / 117);
  }

  @Test
  void theLastTwoCompleteMonthsAreCompared() {
    JsonPath answer =
        asked(Api.SALES, Map.of("to", first.plusMonths(1).atEndOfMonth().toString()))
            .statusCode(200)
            .body("lastChange.earlier", equalTo(first.toString()))
            .body("lastChange.later", equalTo(first.plusMonths(1).toString()))
            .body("lastChange.significant", equalTo(true))
            .extract()
            .jsonPath();
    near(answer, "lastChange.difference", 50);
    // The later month has no spread, so the error is that of the earlier one: 50 / 8.062258.
    near(answer, "lastChange.lower", 34.198265);
    assertThat(answer.getDouble("lastChange.pValue")).isCloseTo(5.6e-10, within(1e-11));
  }

  @Test
  void satisfactionAndEffortHaveTheirOwnScales() {
    // Every usual answer is a 4 of 5 and a 6 of 7.
    asked(Api.SALES, Map.of("kind", "csat")).statusCode(200).body("overall.value", equalTo(1.0F));
    asked(Api.SALES, Map.of("kind", "ces"))
        .statusCode(200)
        .body("overall.value", equalTo(6.0F))
        .body("overall.reason", containsString("count alike"));
    asked(Api.SALES, Map.of("kind", "horoscope")).statusCode(400);
  }

  /** Nine answers make no block of ten, and nobody learns of three by asking later. */
  @Test
  void anAnalystIsAnsweredFromWholeBlocks() {
    asked(Api.ANALYST, Map.of())
        .statusCode(200)
        .body("overall.n", equalTo(114))
        .body("months.score.n", contains(100, 0, 14, 0, 0))
        .body("months[1].score.reason", containsString("Fewer than 10"))
        .body("about.leftOut.code", contains("OPEN_BLOCK"))
        .body("about.leftOut[0].count", nullValue());
    asked(
            Api.ANALYST,
            Map.of(
                "from", first.plusMonths(1).atDay(1).toString(),
                "to", first.plusMonths(1).atEndOfMonth().toString()))
        .statusCode(200)
        .body("overall.n", equalTo(0))
        .body("overall.value", nullValue())
        .body("overall.reason", containsString("Fewer than 10"));
  }

  @Test
  void whatColleaguesSayNeverMixesAndIsToldOfManyOnly() {
    String own = published(with(with(aSurvey(), "audience", "STAFF"), "service", SERVICE));
    Api.writing(Api.DATA_STEWARD)
        .body(Map.of("userIds", List.of("01932c00-0000-7000-8000-000000000104")))
        .post("/v1/surveys/{id}/invitations", own)
        .then()
        .statusCode(200);
    sent(Api.ANALYST, own, anId(), document("ONLINE", true, answers())).then().statusCode(200);

    asked(Api.SALES, Map.of()).body("surveys.surveyId", contains(survey));
    Api.as(Api.SALES)
        .queryParam("surveyId", own)
        .get(SATISFACTION)
        .then()
        .statusCode(200)
        .body("about.parameters.audience", equalTo("STAFF"))
        .body("overall.n", equalTo(0))
        .body("overall.reason", containsString("Fewer than 10"));
    asked(Api.SALES, Map.of("audience", "staff")).body("surveys.surveyId", contains(own));
  }

  @Test
  void anUnknownSurveyIsNotFound() {
    Api.as(Api.SALES).queryParam("surveyId", anId()).get(SATISFACTION).then().statusCode(404);
  }

  @Test
  void itCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("service", SERVICE)
            .get(SATISFACTION)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();
    assertThat(svg).startsWith("<svg ").contains("每月满意度", "净推荐值").endsWith("</svg>");
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id = Runs.completed(Api.ANALYST, Runs.aRun("satisfaction", Map.of("service", SERVICE)));
    Map<String, String> parameters =
        new HashMap<>(Runs.ended(Api.ANALYST, id).<String, String>getMap("parameters"));

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(asked(Api.ANALYST, parameters).statusCode(200).extract().asString());
  }

  /** Three purchase days thirty days apart, the last one thirty days ago; a nine of ten. */
  @Test
  void aCustomersOwnAnswersAndLoyaltyComeWithReasons() {
    String customer = Sales.customer("Loyal buyer");
    String product = Sales.product();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<LocalDate> days = List.of(today.minusDays(90), today.minusDays(60), today.minusDays(30));
    days.forEach(day -> Sales.order(customer, product, "SRD", day, 1));
    sent(Api.SERVICE_AGENT, published(), anId(), opposite(customer, true, answers()))
        .then()
        .statusCode(200);

    JsonPath insights =
        Api.as(Api.SALES)
            .get("/v1/customers/{id}/insights", customer)
            .then()
            .statusCode(200)
            .body(code("satisfaction-nps") + "value", equalTo("9"))
            .body(code("satisfaction-csat") + "value", equalTo("4"))
            .body(code("satisfaction-ces") + "value", equalTo("6"))
            .body(code("satisfaction-nps") + "reasons[0].code", equalTo("LAST_ANSWER"))
            .body(code("loyalty-index") + "parameters.policy", equalTo("loyalty-standard/1"))
            .body(code("loyalty-index") + "parameters.coverage", equalTo("0.90"))
            .body(code("loyalty-index") + "reasons", hasSize(5))
            .extract()
            .jsonPath();
    double observed =
        YearMonth.from(days.getFirst()).until(YearMonth.from(today), ChronoUnit.MONTHS) + 1;
    double active = days.stream().map(YearMonth::from).distinct().count();
    double expected =
        100 * (30 * 2 / 3.0 + 25 * active / observed + 15 * 1 + 20 * .9) / (30 + 25 + 15 + 20);
    assertThat(insights.getString(code("loyalty-index") + "value"))
        .isEqualTo(String.format(Locale.ROOT, "%.1f", expected));
  }

  @Test
  void nothingIsDerivedOfWhoObjects() {
    String customer = created(People.aPerson());
    sent(Api.SERVICE_AGENT, published(), anId(), opposite(customer, true, answers()))
        .then()
        .statusCode(200);
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);

    Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .body("withheld", equalTo("NO_PROFILING"))
        .body("insights", nullValue());
  }

  private static String code(String code) {
    return "insights.find { it.code == '" + code + "' }.";
  }

  private static void near(JsonPath answer, String path, double expected) {
    assertThat(answer.getDouble(path)).as(path).isCloseTo(expected, within(1e-5));
  }

  private static ValidatableResponse asked(String role, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("service", SERVICE);
    return Api.as(role).queryParams(all).get(SATISFACTION).then();
  }
}
