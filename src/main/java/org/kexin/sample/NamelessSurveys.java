package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Two questionnaires whose answers lead back to nobody: one that passers-by answer in the shop, and
 * one for the staff.
 */
final class NamelessSurveys {

  private static final String ROLE = "data-steward";
  private static final int PASSERS_BY = 40;

  private static final int COLLEAGUES = 16;

  private final Dispatch dispatch;
  private final Instant asOf;

  NamelessSurveys(Dispatch dispatch, Instant asOf) {
    this.dispatch = dispatch;
    this.asOf = asOf;
  }

  /** Publishes both and answers. */
  void load() {
    UUID shop = Seeded.id(asOf, "survey shop");
    UUID staff = Seeded.id(asOf, "survey staff");
    dispatch.send(
        "nameless surveys published",
        List.of(
            SurveyDealings.published(
                shop,
                document(
                    "title",
                    SurveyDealings.wording("合成数据：门店印象", "Synthetic: the shop"),
                    "audience",
                    "CUSTOMERS",
                    "anonymous",
                    true,
                    "modes",
                    List.of("INTERVIEW"),
                    "service",
                    "synthetic-shop",
                    "questions",
                    List.of(
                        question(
                            "recommend", "NPS", "您会向朋友推荐本店吗？", "Would you recommend the shop?"),
                        scale("tidy", "店内整洁吗？", "How tidy is it?")))),
            SurveyDealings.published(
                staff,
                document(
                    "title", SurveyDealings.wording("合成数据：员工意见", "Synthetic: what the staff says"),
                    "audience", "STAFF",
                    "anonymous", true,
                    "modes", List.of("ONLINE"),
                    "questions",
                        List.of(
                            scale("time", "有足够时间服务客户吗？", "Is there time enough for customers?"),
                            scale("tools", "工具好用吗？", "How good are the tools?"))))));
    List<Chain> answers = new ArrayList<>(ofPassersBy(shop));
    answers.addAll(ofStaff(staff));
    dispatch.send("nameless answers", answers);
  }

  private List<Chain> ofPassersBy(UUID survey) {
    List<Chain> answers = new ArrayList<>();
    for (int person = 0; person < PASSERS_BY; person++) {
      Draw draw = new Draw("passer-by " + person);
      answers.add(
          answered(
              survey,
              draw.externalId(),
              document("mode", "INTERVIEW"),
              List.of(
                  answer("recommend", draw.oneOf(List.of(10, 9, 9, 8, 8, 7, 6, 4))),
                  answer("tidy", draw.oneOf(List.of(5, 4, 4, 3))))));
    }
    return answers;
  }

  /** Whoever holds the secret of an invitation answers it; nobody need sign in as a colleague. */
  private List<Chain> ofStaff(UUID survey) {
    List<String> users =
        IntStream.range(0, COLLEAGUES).mapToObj(number -> "synthetic-" + number).toList();
    List<Chain> answers = new ArrayList<>();
    for (JsonNode item : SurveyDealings.invite(dispatch, survey, document("userIds", users))) {
      // At another run there is none: the invitation was answered.
      if (item.hasNonNull("token")) {
        Draw draw = new Draw("colleague " + item.path("index").asInt());
        answers.add(
            answered(
                survey,
                draw.externalId(),
                document("mode", "ONLINE", "invitationToken", item.path("token").asText()),
                List.of(
                    answer("time", draw.oneOf(List.of(2, 3, 3, 4))),
                    answer("tools", draw.oneOf(List.of(3, 4, 5))))));
      }
    }
    return answers;
  }

  private static Map<String, Object> question(String key, String type, String zhCn, String en) {
    return document(
        "key", key, "type", type, "text", SurveyDealings.wording(zhCn, en), "required", true);
  }

  private static Map<String, Object> scale(String key, String zhCn, String en) {
    Map<String, Object> question = question(key, "SCALE", zhCn, en);
    question.put("min", 1);
    question.put("max", 5);
    return question;
  }

  private static Map<String, Object> answer(String question, int value) {
    return document("question", question, "value", value);
  }

  private Chain answered(
      UUID survey, String who, Map<String, Object> response, List<Map<String, Object>> answers) {
    UUID id = Seeded.id(asOf, "response to " + survey + " of " + who);
    response.put("questionsVersion", 1);
    response.put("complete", true);
    response.put("answers", answers);
    return new Chain(
        List.of(
            SampleCall.put(
                ROLE, "/v1/surveys/" + survey + "/responses/by-client-id/" + id, response)));
  }
}
