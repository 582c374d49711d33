package org.kexin.sample;

import static org.kexin.sample.SampleCall.MADE;
import static org.kexin.sample.SampleCall.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.sample.Story.Mood;
import org.kexin.sample.Story.Order;

/**
 * What comes of a promotion: some of who was approached buy within days, with a voucher where there
 * is one, more often than the control group does by itself; others answer. Pure.
 */
final class PromotionResponses {

  private static final int TARGETS_BUYING_PERCENT = 16;
  private static final int CONTROLS_BUYING_PERCENT = 7;
  private static final int ANSWERING_PERCENT = 20;
  private static final int ROLLED_BACK_PERCENT = 4;
  private static final int DAYS_TO_BUY = 3;

  private static final List<String> CHANNELS = List.of("EMAIL", "SMS", "PHONE", "APP", "POST");

  private PromotionResponses() {}

  /**
   * A promotion that is started.
   *
   * @param voucher null where it has none
   */
  record Running(UUID id, int month, Instant startsAt, @Nullable UUID voucher) {}

  /** Whom a promotion is for, and whom it leaves alone. */
  enum Group {
    TARGET,
    CONTROL
  }

  static String channel(Running promotion, Story story) {
    return story.draw("channel of month " + promotion.month()).common(CHANNELS);
  }

  static Instant contactedAt(Running promotion, Story story) {
    int days = story.draw("contact of month " + promotion.month()).below(10);
    return promotion.startsAt().plus(days, ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);
  }

  /** What came of it; empty for who lets nothing be heard. */
  static Chain of(Running promotion, Story story, Group group) {
    String topic = "response of month " + promotion.month();
    Draw draw = story.draw(topic);
    Instant at = contactedAt(promotion, story).plus(DAYS_TO_BUY, ChronoUnit.DAYS);
    int base = group == Group.TARGET ? TARGETS_BUYING_PERCENT : CONTROLS_BUYING_PERCENT;
    int drawn = draw.below(100);
    List<SampleCall> calls = new ArrayList<>();
    if (at.isAfter(story.asOf())) {
      return new Chain(calls);
    }
    if (drawn < (story.mood() == Mood.UNHAPPY ? base / 2 : base)) {
      buy(promotion, story, group, at, calls);
    } else if (group == Group.TARGET && drawn >= 100 - ANSWERING_PERCENT) {
      answer(promotion, story, at, draw, calls);
    }
    return new Chain(calls);
  }

  private static void buy(
      Running promotion, Story story, Group group, Instant at, List<SampleCall> calls) {
    Order order = story.further("promotion " + promotion.month(), at);
    calls.add(
        SampleCall.post(
            "sales",
            "/v1/transactions",
            order.number(),
            OrderDealings.order(story, order, "ONLINE")));
    if (group == Group.CONTROL) {
      return;
    }
    calls.add(
        respond(
            promotion,
            story,
            document(
                "customerId", story.customer(),
                "kind", "PURCHASED",
                "channel", "WEBSITE",
                "respondedAt", at.toString(),
                "orderId", order.id())));
    UUID voucher = promotion.voucher();
    if (voucher != null) {
      calls.add(
          SampleCall.post(
              "sales",
              "/v1/vouchers/" + voucher + "/redemptions",
              order.number(),
              document("customerId", story.customer(), "orderId", order.id())));
      if (story.draw("rollback of month " + promotion.month()).chance(ROLLED_BACK_PERCENT)) {
        calls.add(
            SampleCall.post(
                "sales", "/v1/redemptions/" + MADE + "/rollbacks", order.number(), document()));
      }
    }
  }

  /** They say something; the very last promotion is the one after which some want no more. */
  private static void answer(
      Running promotion, Story story, Instant at, Draw draw, List<SampleCall> calls) {
    String kind = draw.oneOf(List.of("INTERESTED", "INTERESTED", "DECLINED", "NO_ANSWER"));
    if (promotion.month() == PromotionDealings.MONTHS - 1 && draw.chance(15)) {
      kind = "UNSUBSCRIBED";
    }
    String channel = channel(promotion, story);
    String name = "answer to month " + promotion.month() + " of " + story.customer();
    calls.add(
        SampleCall.post(
            "sales",
            "/v1/interactions",
            name,
            document(
                "id",
                Seeded.id(at, name),
                "customerId",
                story.customer(),
                "kind",
                "MESSAGE",
                "direction",
                "INCOMING",
                "channel",
                channel,
                "occasion",
                "OFFER",
                "occurredAt",
                at.toString(),
                "subject",
                "Synthetic: answers a promotion.")));
    calls.add(
        respond(
            promotion,
            story,
            document(
                "customerId",
                story.customer(),
                "kind",
                kind,
                "channel",
                channel,
                "respondedAt",
                at.toString())));
  }

  private static SampleCall respond(Running promotion, Story story, Map<String, Object> response) {
    return SampleCall.post(
        "sales",
        PromotionDealings.place(promotion.id()) + "/responses",
        story.customer().toString(),
        response);
  }
}
