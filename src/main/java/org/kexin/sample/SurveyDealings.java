package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Two questionnaires: one asks who agreed to it by e-mail whether they would recommend the house,
 * one asks in person about the last order. Who is content answers so. The service knows answers as
 * of the moment at which it is told.
 */
final class SurveyDealings {

  private static final String ROLE = "data-steward";
  private static final int MOST_INVITED = 200;
  private static final int ANSWERING_PERCENT = 60;
  private static final int PARTIAL_PERCENT = 6;
  private static final int INTERVIEWED_PERCENT = 35;

  private final Dispatch dispatch;
  private final Instant asOf;

  SurveyDealings(Dispatch dispatch, Instant asOf) {
    this.dispatch = dispatch;
    this.asOf = asOf;
  }

  /** Publishes both, invites, and answers. */
  void load(List<Story> stories) {
    List<Story> active = stories.stream().filter(story -> !story.orders().isEmpty()).toList();
    UUID recommend = recommendation();
    UUID satisfaction = satisfaction();
    dispatch.send(
        "surveys published",
        List.of(
            published(recommend, recommendationQuestions()),
            published(satisfaction, satisfactionQuestions())));
    List<Chain> answers = new ArrayList<>();
    List<Story> asked = active.stream().filter(ContactDealings::agreesToOffers).toList();
    for (int from = 0; from < asked.size(); from += MOST_INVITED) {
      List<Story> some = asked.subList(from, Math.min(from + MOST_INVITED, asked.size()));
      answers.addAll(invited(recommend, some));
    }
    for (Story story : active) {
      interview(satisfaction, story).ifPresent(answers::add);
    }
    dispatch.send("survey answers", answers);
  }

  /** The survey that asks whether one would recommend the house. */
  UUID recommendation() {
    return Seeded.id(asOf, "survey recommendation");
  }

  private UUID satisfaction() {
    return Seeded.id(asOf, "survey satisfaction");
  }

  static Chain published(UUID survey, Map<String, Object> document) {
    Map<String, Object> drafted = document("id", survey);
    drafted.putAll(document);
    return new Chain(
        List.of(
            SampleCall.post(ROLE, "/v1/surveys", survey.toString(), drafted),
            SampleCall.post(
                ROLE, "/v1/surveys/" + survey + "/publications", survey.toString(), document())));
  }

  private static Map<String, Object> recommendationQuestions() {
    return document(
        "title", wording("合成数据：推荐意愿", "Synthetic: recommendation"),
        "audience", "CUSTOMERS",
        "modes", List.of("ONLINE"),
        "questions",
            List.of(
                document(
                    "key",
                    "recommend",
                    "type",
                    "NPS",
                    "text",
                    wording("您会向朋友推荐我们吗？", "Would you recommend us to a friend?"),
                    "required",
                    true),
                document(
                    "key",
                    "why",
                    "type",
                    "SINGLE",
                    "text",
                    wording("主要原因是什么？", "What is the main reason?"),
                    "options",
                    List.of(
                        option("goods", "商品", "The goods"),
                        option("price", "价格", "The price"),
                        option("delivery", "配送", "The delivery"),
                        option("service", "服务", "The service"))),
                document(
                    "key", "words", "type", "TEXT", "text", wording("还想说什么？", "Anything else?"))));
  }

  private static Map<String, Object> satisfactionQuestions() {
    return document(
        "title", wording("合成数据：订单满意度", "Synthetic: satisfaction with the order"),
        "audience", "CUSTOMERS",
        "modes", List.of("INTERVIEW"),
        "service", "synthetic-order",
        "questions",
            List.of(
                document(
                    "key",
                    "satisfied",
                    "type",
                    "CSAT",
                    "text",
                    wording("您对上次订单满意吗？", "How satisfied are you with your last order?"),
                    "required",
                    true),
                document(
                    "key", "easy",
                    "type", "CES",
                    "text", wording("订购是否方便？", "Was it easy to order?"))));
  }

  private static Map<String, Object> option(String key, String zhCn, String en) {
    return document("key", key, "text", wording(zhCn, en));
  }

  static Map<String, Object> wording(String zhCn, String en) {
    return document("zhCn", zhCn, "en", en);
  }

  /** Invites some and gives the answers of those who were invited and answer. */
  private List<Chain> invited(UUID survey, List<Story> some) {
    List<UUID> customers = some.stream().map(Story::customer).toList();
    List<Chain> chains = new ArrayList<>();
    for (JsonNode item :
        invite(dispatch, survey, document("channel", "EMAIL", "customerIds", customers))) {
      Story story = some.get(item.path("index").asInt());
      recommendation(survey, story, item.path("invitationId").asText()).ifPresent(chains::add);
    }
    return chains;
  }

  /** Invites, and gives those items of the answer that say so; others only at a later run. */
  static List<JsonNode> invite(Dispatch dispatch, UUID survey, Map<String, Object> whom) {
    String path = "/v1/surveys/" + survey + "/invitations";
    List<JsonNode> invited = new ArrayList<>();
    for (JsonNode item :
        dispatch.api().answer(SampleCall.post(ROLE, path, whom.toString(), whom)).path("items")) {
      String code = item.at("/problem/code").asText();
      if (item.has("invitationId")) {
        invited.add(item);
      } else if (!code.equals("already-invited")) {
        dispatch.refused(path, 200, code);
      }
    }
    return invited;
  }

  private static Optional<Chain> recommendation(UUID survey, Story story, String invitation) {
    Draw draw = story.draw("recommendation");
    if (!draw.chance(ANSWERING_PERCENT)) {
      return Optional.empty();
    }
    boolean complete = !draw.chance(PARTIAL_PERCENT);
    int score =
        switch (story.mood()) {
          case HAPPY -> draw.oneOf(List.of(10, 10, 9, 9, 9, 8, 8, 7));
          case NEUTRAL -> draw.oneOf(List.of(9, 8, 8, 7, 7, 6, 5));
          case UNHAPPY -> draw.oneOf(List.of(0, 2, 3, 4, 5, 6, 7, 8));
        };
    List<Map<String, Object>> answers = new ArrayList<>();
    answers.add(document("question", "recommend", "value", score));
    answers.add(
        document(
            "question",
            "why",
            "choices",
            List.of(draw.oneOf(List.of("goods", "price", "delivery", "service")))));
    if (draw.chance(20)) {
      answers.add(document("question", "words", "text", "Synthetic."));
    }
    return Optional.of(
        answered(
            survey,
            story,
            document(
                "questionsVersion", 1,
                "mode", "ONLINE",
                "complete", complete,
                "invitationId", invitation,
                "answers", answers)));
  }

  private static Optional<Chain> interview(UUID survey, Story story) {
    Draw draw = story.draw("satisfaction");
    if (!draw.chance(INTERVIEWED_PERCENT)) {
      return Optional.empty();
    }
    int score = story.mood().score(draw);
    return Optional.of(
        answered(
            survey,
            story,
            document(
                "questionsVersion",
                1,
                "mode",
                "INTERVIEW",
                "complete",
                true,
                "customerId",
                story.customer(),
                "answers",
                List.of(
                    document("question", "satisfied", "value", score),
                    document("question", "easy", "value", Math.min(7, score + draw.below(3)))))));
  }

  private static Chain answered(UUID survey, Story story, Map<String, Object> answers) {
    UUID response = Seeded.id(story.asOf(), "response to " + survey + " of " + story.customer());
    String path = "/v1/surveys/" + survey + "/responses/by-client-id/" + response;
    return new Chain(List.of(SampleCall.put(ROLE, path, answers)));
  }
}
