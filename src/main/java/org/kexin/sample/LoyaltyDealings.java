package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.sample.SampleApi.Done;
import org.kexin.sample.SampleApi.Known;
import org.kexin.sample.SampleApi.Refused;
import org.kexin.sample.Story.Order;

/**
 * A programme and its members. A membership begins when the service is told of it, and only orders
 * after that earn: members are given the points of the year that is over as an adjustment, and
 * order once more some minutes after they joined.
 */
final class LoyaltyDealings {

  private static final String ROLE = "data-steward";
  private static final String CODE = "synthetic-club";
  private static final int JOINING_PERCENT = 45;
  private static final int ORDERING_PERCENT = 70;
  private static final int REFERRING_PERCENT = 30;
  private static final int CLAIMING_PERCENT = 50;
  private static final int SPENDING_PERCENT = 30;
  private static final int LEAVING_PERCENT = 3;
  private static final int RETURNING_PERCENT = 8;

  /** The rewards, the dearest first. */
  private static final List<Reward> REWARDS =
      List.of(
          new Reward("PRIZE", "Synthetic: tea set", 1_500),
          new Reward("GIFT", "Synthetic: tea caddy", 400),
          new Reward("DISCOUNT", "Synthetic: five off", 100));

  private final Dispatch dispatch;

  LoyaltyDealings(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  private record Reward(String kind, String name, int points) {}

  /**
   * A membership.
   *
   * @param brought who the member brings; empty for nobody
   */
  record Member(Story story, List<Story> brought) {

    Member {
      brought = List.copyOf(brought);
    }
  }

  /**
   * Makes the programme and its rewards, and has members join and do what members do.
   *
   * @param currency ISO 4217 code of what earns points
   * @return the programme
   */
  UUID load(List<Story> stories, String currency) {
    UUID programme = programme(currency);
    List<UUID> rewards = REWARDS.stream().map(reward -> reward(programme, reward)).toList();
    dispatch.each("memberships", members(stories), member -> join(programme, rewards, member));
    return programme;
  }

  /** Who joins, and whom they bring: customers who do not join, each at most once. */
  static List<Member> members(List<Story> stories) {
    List<Member> members = new ArrayList<>();
    List<Story> others = new ArrayList<>();
    for (Story story : stories) {
      if (story.orders().isEmpty()) {
        continue;
      }
      Draw draw = story.draw("membership");
      if (!draw.chance(JOINING_PERCENT)) {
        others.add(story);
        continue;
      }
      boolean brings = draw.chance(REFERRING_PERCENT) && !others.isEmpty();
      members.add(new Member(story, brings ? List.of(others.removeLast()) : List.of()));
    }
    return members;
  }

  private UUID programme(String currency) {
    Map<String, Object> terms =
        document(
            "validityMonths",
            24,
            "pendingDays",
            0,
            "spentPoints",
            "NEGATIVE",
            "levels",
            List.of(level("silver", "银卡", 20, 1), level("gold", "金卡", 80, 2)),
            "rules",
            List.of(
                document(
                    "kind",
                    "AMOUNT",
                    "points",
                    1,
                    "per",
                    document("amount", "1.00", "currency", currency)),
                document("kind", "FREQUENCY", "points", 50, "every", 3, "withinDays", 366)),
            "referralBonus",
            document("referrer", 200, "referred", 100));
    return dispatch.ensure(
        "/v1/loyalty/programmes?pageSize=200",
        "/code",
        CODE,
        SampleCall.post(
            ROLE,
            "/v1/loyalty/programmes",
            CODE,
            document("code", CODE, "name", "合成数据会员 Synthetic club", "terms", terms)));
  }

  private static Map<String, Object> level(String code, String name, int threshold, int halves) {
    return document(
        "code", code,
        "name", name,
        "threshold", threshold,
        "multiplier", document("numerator", halves + 1, "denominator", 2),
        "benefits", List.of("Synthetic: free delivery"));
  }

  private UUID reward(UUID programme, Reward reward) {
    Map<String, Object> document =
        document(
            "programmeId", programme,
            "kind", reward.kind(),
            "name", reward.name(),
            "points", reward.points());
    return dispatch.ensure(
        "/v1/loyalty/rewards?programmeId=" + programme + "&pageSize=200",
        "/name",
        reward.name(),
        SampleCall.post(ROLE, "/v1/loyalty/rewards", programme + reward.name(), document));
  }

  private void join(UUID programme, List<UUID> rewards, Member member) {
    String customer = member.story().customer().toString();
    SampleCall call =
        SampleCall.post(
            ROLE,
            "/v1/loyalty/accounts",
            customer,
            document("programmeId", programme, "customerId", customer));
    switch (dispatch.api().send(call, "")) {
      case Done done -> {
        UUID account = UUID.fromString(done.answer().path("id").asText());
        String opened =
            dispatch.api().read(ROLE, "/v1/loyalty/accounts/" + account).path("openedAt").asText();
        dispatch.send(chain(member, account, Instant.parse(opened), rewards));
      }
      case Known() -> {}
      case Refused refused -> dispatch.refused(call.path(), refused.status(), refused.code());
    }
  }

  /**
   * What a member does.
   *
   * @param joined when they joined
   */
  static Chain chain(Member member, UUID account, Instant joined, List<UUID> rewards) {
    Story story = member.story();
    Draw draw = story.draw("loyalty");
    String base = "/v1/loyalty/accounts/" + account;
    List<SampleCall> calls = new ArrayList<>();
    int points = pointsOfTheYear(story);
    if (points > 0) {
      calls.add(
          SampleCall.post(
              ROLE,
              base + "/adjustments",
              account.toString(),
              document(
                  "points", points,
                  "reason", "GOODWILL",
                  "note", "Synthetic: a point for each unit of money of the year before.")));
    }
    for (Story brought : member.brought()) {
      calls.add(
          SampleCall.post(
              ROLE,
              "/v1/loyalty/referrals",
              account.toString(),
              document("accountId", account, "customerId", brought.customer())));
      order(brought, joined.plus(20, ChronoUnit.MINUTES), false, calls);
    }
    if (draw.chance(ORDERING_PERCENT)) {
      Instant at = joined.plus(10, ChronoUnit.MINUTES);
      order(story, at, draw.chance(RETURNING_PERCENT), calls);
    }
    int left = points;
    for (int i = 0; i < rewards.size(); i++) {
      if (left >= REWARDS.get(i).points() && draw.chance(CLAIMING_PERCENT)) {
        left -= REWARDS.get(i).points();
        calls.add(
            SampleCall.post(
                ROLE,
                "/v1/loyalty/claims",
                account + " " + i,
                document("accountId", account, "rewardId", rewards.get(i))));
      }
    }
    if (left >= 20 && draw.chance(SPENDING_PERCENT)) {
      calls.add(
          SampleCall.post(
              ROLE,
              base + "/spendings",
              account.toString(),
              document("points", left / 2, "reference", "SYN-" + draw.digits(8))));
    }
    if (draw.chance(LEAVING_PERCENT)) {
      calls.add(SampleCall.post(ROLE, base + "/closings", account.toString(), document()));
    }
    return new Chain(calls);
  }

  /** A point for each unit of money ordered in the year. */
  static int pointsOfTheYear(Story story) {
    BigDecimal all =
        story.orders().stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    return all.setScale(0, RoundingMode.DOWN).intValueExact();
  }

  private static void order(Story story, Instant at, boolean back, List<SampleCall> calls) {
    Order order = story.further("membership", at.truncatedTo(ChronoUnit.MINUTES));
    calls.add(
        SampleCall.post(
            ROLE, "/v1/transactions", order.number(), OrderDealings.order(story, order, "ONLINE")));
    if (back) {
      calls.add(OrderDealings.bringBack(story, order, order.at().plus(5, ChronoUnit.MINUTES)));
    }
  }
}
