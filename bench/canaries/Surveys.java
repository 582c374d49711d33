import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A survey from draft to closing: invited by consent, answered by letter, in person and online. */
record Surveys(Service service, String notice) {

  private static final String AUTHOR = "marketing";
  private static final String AGENT = "service-agent";

  /**
   * Asks these customers and the one who is signed in as themselves.
   *
   * @param own the id of that customer
   */
  void ask(List<String> ids, List<Person> persons, String own) {
    String survey = published();
    Together.parallel(
        Math.min(ids.size(), 50),
        i -> {
          agree(ids.get(i));
          String token =
              invite(survey, ids.get(i), "SMS").json().get("items").get(0).get("token").asText();
          service
              .call("saveSurveyResponse", i % 2 == 0 ? AGENT : "partner")
              .at(survey, version7())
              .send(
                  Map.of(
                      "questionsVersion", 1,
                      "mode", "MAIL",
                      "complete", true,
                      "invitationToken", token,
                      "answers", answers(persons.get(i))))
              .is(200);
        });
    agree(own);
    invite(survey, own, "APP").is(200);
    service.call("listMySurveys", "customer").send().is(200);
    service.call("getMySurvey", "customer").at(survey).send().is(200);
    service
        .call("saveMySurveyResponse", "customer")
        .at(survey, version7())
        .send(
            Map.of(
                "questionsVersion", 1, "complete", true, "answers", answers(persons.getFirst())))
        .is(200);
    service.call("listSurveys", AUTHOR).send().is(200);
    service.call("listSurveyInvitations", AGENT).at(survey).send().is(200);
    for (String role : List.of(AGENT, AUTHOR, "privacy-officer")) {
      service.call("listSurveyResponses", role).asking("surveyId=" + survey).send().is(200);
    }
    service.call("getSurveyResults", "analyst").at(survey).send().is(200);
    service.call("getSurveyResults", "data-steward").at(survey).send().is(200);
    service.call("closeSurvey", AUTHOR).at(survey).send(null).is(200);
  }

  private String published() {
    Map<String, String> text = Map.of("zhCn", "您满意吗？", "en", "Are you satisfied?");
    String survey =
        service
            .call("createSurvey", AUTHOR)
            .send(
                Map.of(
                    "title", text,
                    "audience", "CUSTOMERS",
                    "modes", List.of("MAIL", "ONLINE"),
                    "questions",
                        List.of(
                            Map.of("key", "satisfied", "type", "CSAT", "text", text),
                            Map.of("key", "words", "type", "TEXT", "text", text))))
            .is(201)
            .id();
    service
        .call("patchSurvey", AUTHOR)
        .at(survey)
        .with("If-Match", service.call("getSurvey", AUTHOR).at(survey).send().is(200).etag())
        .send(Map.of("answerDays", 30))
        .is(200);
    service.call("publishSurvey", AUTHOR).at(survey).send(null).is(200);
    return survey;
  }

  private void agree(String customer) {
    Map<String, Object> given =
        Map.of(
            "use",
            "MARKETING",
            "verdict",
            "GIVEN",
            "noticeId",
            notice,
            "collectedThrough",
            "SHOP",
            "evidence",
            Map.of("kind", "SIGNED_FORM", "reference", "forms/2"));
    service
        .call("recordConsents", "data-steward")
        .at(customer)
        .send(Map.of("decisions", List.of(given)))
        .is(200);
  }

  private Service.Answer invite(String survey, String customer, String channel) {
    return service
        .call("inviteToSurvey", AUTHOR)
        .at(survey)
        .send(Map.of("channel", channel, "customerIds", List.of(customer)))
        .is(200);
  }

  /** Words stand in the tables as they are, as names do, and are in no log. */
  private static List<Map<String, Object>> answers(Person person) {
    return List.of(
        Map.of("question", "satisfied", "value", 5),
        Map.of("question", "words", "text", "Greetings from " + person.name()));
  }

  private static String version7() {
    UUID random = UUID.randomUUID();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | random.getMostSignificantBits() & 0xFFFL;
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}
