package org.kexin.testing;

import static org.hamcrest.Matchers.is;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Surveys to test with: one question of each type, under keys that name it. */
public final class Surveys {

  private Surveys() {}

  /** The body of a survey of customers. */
  public static Map<String, Object> aSurvey() {
    Map<String, Object> survey = new LinkedHashMap<>();
    survey.put("title", wording("Survey " + People.digits(9)));
    survey.put("audience", "CUSTOMERS");
    survey.put("anonymous", false);
    survey.put("modes", List.of("INTERVIEW", "TELEPHONE", "MAIL", "ONLINE"));
    survey.put("service", "after-sales");
    survey.put("answerDays", 14);
    survey.put("questions", questions());
    return survey;
  }

  /** Its questions; the first is required. */
  public static List<Object> questions() {
    List<Object> questions = new ArrayList<>();
    questions.add(question("recommend", "NPS", Map.of("required", true)));
    questions.add(question("satisfied", "CSAT", Map.of()));
    questions.add(question("easy", "CES", Map.of()));
    questions.add(question("size", "SCALE", Map.of("min", 1, "max", 9)));
    questions.add(
        question("colour", "SINGLE", Map.of("options", List.of(option("red"), option("blue")))));
    questions.add(
        question(
            "uses",
            "MULTIPLE",
            Map.of(
                "options",
                List.of(option("home"), option("office"), option("garden")),
                "maxChoices",
                2)));
    questions.add(question("words", "TEXT", Map.of("maxChars", 100)));
    return questions;
  }

  /** One question. */
  public static Map<String, Object> question(String key, String type, Map<String, Object> more) {
    Map<String, Object> question = new LinkedHashMap<>(more);
    question.put("key", key);
    question.put("type", type);
    question.put("text", wording(key));
    return question;
  }

  private static Map<String, Object> option(String key) {
    return Map.of("key", key, "text", wording(key));
  }

  private static Map<String, String> wording(String text) {
    return Map.of("zhCn", "问：" + text, "en", text);
  }

  /** Has the service draft this survey and gives its id. */
  public static String drafted(Map<String, Object> survey) {
    return Api.writing(MARKETING)
        .body(survey)
        .post("/v1/surveys")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Has the service draft and publish this survey and gives its id. */
  public static String published(Map<String, Object> survey) {
    String id = drafted(survey);
    Api.writing(MARKETING).post("/v1/surveys/{id}/publications", id).then().statusCode(200);
    return id;
  }

  /** A published survey of customers that is not anonymous. */
  public static String published() {
    return published(aSurvey());
  }

  /** Has the service close a survey and gives its new tag. */
  public static String closed(String survey) {
    Api.writing(MARKETING).post("/v1/surveys/{id}/closures", survey).then().statusCode(200);
    return Api.as(MARKETING).get("/v1/surveys/{id}", survey).header("ETag");
  }

  /** A customer who agrees to marketing by all channels. */
  public static String anAgreeing() {
    String customer = People.created(People.aPerson());
    agreed(customer);
    return customer;
  }

  /** Records a consent to marketing by all channels, whatever department the customer is for. */
  public static void agreed(String customer) {
    Api.writing(DATA_STEWARD)
        .body(Consents.decisions(Consents.given("MARKETING")))
        .post("/v1/customers/{id}/consents", customer)
        .then()
        .statusCode(200);
  }

  /** Has the service invite a customer, who must agree. */
  public static Response invited(String survey, String customer, String channel) {
    Response answer = asked(MARKETING, survey, customer, channel);
    answer.then().statusCode(200).body("items[0].outcome", is("INVITED"));
    return answer;
  }

  /** The answer to an attempt to invite a customer. */
  public static Response asked(String role, String survey, String customer, String channel) {
    return Api.writing(role)
        .body(Map.of("channel", channel, "customerIds", List.of(customer)))
        .post("/v1/surveys/{id}/invitations", survey);
  }

  /** Sends answers under a response id. */
  public static Response sent(
      String role, String survey, UUID response, Map<String, Object> document) {
    return Api.withoutPurpose(role)
        .contentType(ContentType.JSON)
        .body(document)
        .put("/v1/surveys/{id}/responses/by-client-id/{responseId}", survey, response);
  }

  /** Sends answers of the caller with the role customer. */
  public static Response sentByMyself(
      String survey, UUID response, boolean complete, List<Object> answers) {
    return Api.withoutPurpose(Api.CUSTOMER)
        .contentType(ContentType.JSON)
        .body(Map.of("questionsVersion", 1, "complete", complete, "answers", answers))
        .put("/v1/me/surveys/{id}/responses/by-client-id/{responseId}", survey, response);
  }

  /** A document of answers by the token of an invitation. */
  public static Map<String, Object> byToken(String token, boolean complete, List<Object> answers) {
    Map<String, Object> document = document("MAIL", complete, answers);
    document.put("invitationToken", token);
    return document;
  }

  /** A document of answers of somebody who sits opposite. */
  public static Map<String, Object> opposite(
      String customer, boolean complete, List<Object> answers) {
    Map<String, Object> document = document("INTERVIEW", complete, answers);
    document.put("customerId", customer);
    return document;
  }

  /** A document of answers that does not say whose they are. */
  public static Map<String, Object> document(String mode, boolean complete, List<Object> answers) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("questionsVersion", 1);
    document.put("mode", mode);
    document.put("complete", complete);
    document.put("answers", answers);
    return document;
  }

  /** An answer to every question, but these in the place of the usual ones. */
  @SafeVarargs
  public static List<Object> answers(Map<String, Object>... others) {
    Map<Object, Object> answers = new LinkedHashMap<>();
    for (Map<String, Object> usual :
        List.of(
            answer("recommend", "value", 9),
            answer("satisfied", "value", 4),
            answer("easy", "value", 6),
            answer("size", "value", 3),
            answer("colour", "choices", List.of("red")),
            answer("uses", "choices", List.of("office", "home")),
            answer("words", "text", "送货很快。"))) {
      answers.put(People.the("question", usual), usual);
    }
    for (Map<String, Object> other : others) {
      answers.put(People.the("question", other), other);
    }
    return List.copyOf(answers.values());
  }

  /** One answer. */
  public static Map<String, Object> answer(String question, String member, Object value) {
    return Map.of("question", question, member, value);
  }
}
