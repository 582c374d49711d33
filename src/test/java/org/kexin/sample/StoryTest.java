package org.kexin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.sample.SampleCall.MADE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kexin.sample.PromotionResponses.Group;
import org.kexin.sample.PromotionResponses.Running;
import org.kexin.sample.Story.Mood;
import org.kexin.sample.Story.Order;
import org.kexin.shared.Ids;

/** What is invented for a year hangs together, and is the same whenever it is invented. */
class StoryTest {

  private static final Instant AS_OF = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID NOTICE = Seeded.id(AS_OF, "a notice");
  private static final Map<String, UUID> CATEGORIES = categories();

  /** Six hundred buyers with one to five orders through the retail year. */
  private static final List<Story> STORIES =
      IntStream.range(0, 600).mapToObj(StoryTest::buyer).map(it -> Story.of(it, AS_OF)).toList();

  @Test
  void theSameBuyerHasTheSameYearAndTheSameCalls() {
    for (int i = 0; i < 50; i++) {
      Story again = Story.of(buyer(i), AS_OF);
      assertThat(again).isEqualTo(STORIES.get(i));
      assertThat(calls(again)).isEqualTo(calls(STORIES.get(i)));
    }
    assertThat(calls(STORIES.get(0))).isNotEqualTo(calls(STORIES.get(1)));
  }

  @Test
  void noTwoCallsHaveOneKeyAndNoTwoThingsOneId() {
    List<SampleCall> all = STORIES.stream().flatMap(story -> calls(story).stream()).toList();
    assertThat(all).hasSizeGreaterThan(5_000);
    assertThat(all.stream().map(SampleCall::key)).doesNotHaveDuplicates();
    List<UUID> ids =
        all.stream().flatMap(it -> Stream.ofNullable((UUID) it.body().get("id"))).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(Ids::isVersion7);
  }

  @Test
  void ordersKeepTheRhythmOfTheRetailYear() {
    Instant tenDaysBeforeTheEnd = Story.RETAIL_END.minus(10, ChronoUnit.DAYS);
    Instant beforeTheYear = Story.RETAIL_END.minus(Story.YEAR).minus(1, ChronoUnit.DAYS);
    Story story = Story.of(buyer(7, List.of(tenDaysBeforeTheEnd, beforeTheYear)), AS_OF);
    assertThat(story.orders()).hasSize(1);
    Order order = story.orders().getFirst();
    assertThat(order.at()).isEqualTo(AS_OF.minus(10, ChronoUnit.DAYS));
    assertThat(order.lines())
        .allSatisfy(
            line ->
                assertThat(story.buyer().basket())
                    .anySatisfy(
                        bought -> {
                          assertThat(bought.product()).isEqualTo(line.product());
                          assertThat(bought.unitPrice()).isEqualTo(line.unitPrice());
                        }));
  }

  @Test
  void aComplaintIsAboutWhatWasOrderedBefore() {
    List<Story> complaining = STORIES.stream().filter(it -> it.grievance() != null).toList();
    assertThat(complaining).hasSizeBetween(40, 200);
    for (Story story : complaining) {
      Map<String, Object> complaint =
          ComplaintDealings.of(story, CATEGORIES).getFirst().calls().getFirst().body();
      Order order =
          story.orders().stream()
              .filter(it -> it.id().equals(complaint.get("transactionId")))
              .findFirst()
              .orElseThrow();
      assertThat(complaint.get("customerId")).isEqualTo(story.customer());
      if (Objects.equals(CATEGORIES.get(ComplaintDealings.LATE), complaint.get("categoryId"))) {
        assertThat(complaint).doesNotContainKey("productId");
      } else {
        assertThat(order.lines()).anyMatch(it -> it.product().equals(complaint.get("productId")));
      }
      assertThat(Instant.parse((String) complaint.get("receivedAt")))
          .isAfter(order.at())
          .isBeforeOrEqualTo(AS_OF);
    }
  }

  @Test
  void whoIsUnhappyComplainsMoreAndOrdersLessAfterwards() {
    Share unhappy = complaints(true);
    Share others = complaints(false);
    assertThat(unhappy.percent()).isGreaterThan(3 * others.percent());
    assertThat(goingOn(true).percent()).isLessThan(goingOn(false).percent() / 2);
  }

  @Test
  void nothingHappensAfterTheYearAndNothingIsPaidTwice() {
    for (Story story : STORIES) {
      Map<String, BigDecimal> paid = new HashMap<>();
      for (SampleCall call : calls(story)) {
        for (String member : List.of("occurredAt", "paidAt", "shippedAt", "at", "decidedAt")) {
          Object moment = call.body().get(member);
          if (moment != null) {
            assertThat(Instant.parse((String) moment)).isBeforeOrEqualTo(AS_OF);
          }
        }
        if (call.path().endsWith("/payments")) {
          paid.merge(call.path(), amount(call), BigDecimal::add);
        }
      }
      for (Order order : story.orders()) {
        BigDecimal all =
            paid.getOrDefault("/v1/transactions/" + order.id() + "/payments", BigDecimal.ZERO);
        assertThat(all).isLessThanOrEqualTo(order.total());
      }
    }
  }

  @Test
  void offersAreMadeOnlyAfterConsentToThem() {
    int offers = 0;
    for (Story story : STORIES) {
      for (Chain chain : ContactDealings.of(story, NOTICE)) {
        boolean agreed = false;
        for (SampleCall call : chain.calls()) {
          agreed |= call.body().toString().contains("use=MARKETING, verdict=GIVEN");
          if ("OFFER".equals(call.body().get("occasion"))) {
            assertThat(agreed).isTrue();
            offers++;
          }
        }
      }
    }
    assertThat(offers).isGreaterThan(50);
  }

  @Test
  void whoIsApproachedBuysMoreOftenThanTheControlGroup() {
    Running running = new Running(NOTICE, 5, AS_OF.minus(Duration.ofDays(90)), null);
    int targets = 0;
    int controls = 0;
    for (Story story : STORIES) {
      targets += bought(PromotionResponses.of(running, story, Group.TARGET));
      List<SampleCall> control = PromotionResponses.of(running, story, Group.CONTROL).calls();
      controls += bought(new Chain(control));
      assertThat(control).allMatch(call -> call.path().equals("/v1/transactions"));
    }
    assertThat(controls).isGreaterThan(15);
    assertThat(targets).isGreaterThan(controls * 3 / 2);
  }

  @Test
  void aPurchaseThatRespondsComesAfterThePromotionBegan() {
    Instant began = AS_OF.minus(Duration.ofDays(90));
    Running running = new Running(NOTICE, 5, began, Seeded.id(began, "a voucher"));
    for (Story story : STORIES) {
      List<SampleCall> calls = PromotionResponses.of(running, story, Group.TARGET).calls();
      for (SampleCall call : calls) {
        Object at = call.body().getOrDefault("occurredAt", call.body().get("respondedAt"));
        if (at != null) {
          assertThat(Instant.parse((String) at)).isAfter(began.plus(Duration.ofDays(3)));
        }
      }
      if (bought(new Chain(calls)) == 1) {
        assertThat(calls.get(1).body())
            .containsEntry("kind", "PURCHASED")
            .containsEntry("orderId", calls.getFirst().body().get("id"));
        assertThat(calls.get(2).path()).endsWith("/redemptions");
      }
    }
  }

  @Test
  void membersSpendNoMoreThanTheyHaveAndBringWhoIsNoMember() {
    List<LoyaltyDealings.Member> members = LoyaltyDealings.members(STORIES);
    List<UUID> joined = members.stream().map(it -> it.story().customer()).toList();
    List<UUID> brought =
        members.stream().flatMap(it -> it.brought().stream()).map(Story::customer).toList();
    assertThat(joined).hasSizeBetween(150, 350);
    assertThat(brought).hasSizeBetween(30, 150).doesNotHaveDuplicates();
    assertThat(brought).doesNotContainAnyElementsOf(joined);
    List<UUID> rewards = Stream.of("a", "b", "c").map(it -> Seeded.id(AS_OF, it)).toList();
    List<Integer> prices = List.of(1_500, 400, 100);
    for (LoyaltyDealings.Member member : members) {
      int points = LoyaltyDealings.pointsOfTheYear(member.story());
      for (SampleCall call : LoyaltyDealings.chain(member, NOTICE, AS_OF, rewards).calls()) {
        if (call.path().endsWith("/claims")) {
          points -= prices.get(rewards.indexOf((UUID) call.body().get("rewardId")));
        } else if (call.path().endsWith("/spendings")) {
          points -= Integer.parseInt(String.valueOf(call.body().get("points")));
        }
      }
      assertThat(points).isNotNegative();
    }
  }

  @Test
  void whatIsMadeInAChainIsMadeBeforeItIsReferredTo() {
    for (Story story : STORIES) {
      for (Chain chain : chains(story)) {
        assertThat(chain.calls().getFirst().path()).doesNotContain(MADE);
        assertThat(chain.calls().getFirst().body()).containsKey("id");
      }
    }
  }

  private record Share(long part, long all) {
    long percent() {
      return 100 * part / all;
    }
  }

  private static BigDecimal amount(SampleCall payment) {
    Map<?, ?> amount = (Map<?, ?>) Objects.requireNonNull(payment.body().get("amount"));
    return new BigDecimal(String.valueOf(amount.get("amount")));
  }

  private static Share complaints(boolean unhappy) {
    List<Story> some = STORIES.stream().filter(it -> isUnhappy(it) == unhappy).toList();
    return new Share(some.stream().filter(it -> it.grievance() != null).count(), some.size());
  }

  /** Of those who complained though they had ordered later, how many still order afterwards. */
  private static Share goingOn(boolean unhappy) {
    long all = 0;
    long goingOn = 0;
    for (Story story : STORIES) {
      Story.Grievance grievance = story.grievance();
      if (grievance == null || isUnhappy(story) != unhappy) {
        continue;
      }
      boolean later =
          story.buyer().orders().stream()
              .map(it -> AS_OF.minus(Duration.between(it, Story.RETAIL_END)))
              .anyMatch(grievance.at()::isBefore);
      all += later ? 1 : 0;
      goingOn += story.orders().stream().anyMatch(it -> it.at().isAfter(grievance.at())) ? 1 : 0;
    }
    return new Share(goingOn, all);
  }

  private static boolean isUnhappy(Story story) {
    return story.mood() == Mood.UNHAPPY;
  }

  private static int bought(Chain chain) {
    return (int) chain.calls().stream().filter(it -> it.path().equals("/v1/transactions")).count();
  }

  private static List<SampleCall> calls(Story story) {
    return chains(story).stream().flatMap(chain -> chain.calls().stream()).toList();
  }

  private static List<Chain> chains(Story story) {
    List<Chain> chains = new ArrayList<>(ContactDealings.of(story, NOTICE));
    chains.addAll(OrderDealings.of(story));
    chains.addAll(ComplaintDealings.of(story, CATEGORIES));
    return chains;
  }

  private static Map<String, UUID> categories() {
    Map<String, UUID> ids = new HashMap<>();
    ComplaintDealings.CATEGORIES.forEach(it -> ids.put(it.code(), Seeded.id(AS_OF, it.code())));
    return ids;
  }

  private static Buyer buyer(int number) {
    List<Instant> orders =
        IntStream.rangeClosed(0, number % BuyerBooks.MOST_ORDERS)
            .mapToObj(it -> Story.RETAIL_END.minus(20 + 55L * it + number % 50, ChronoUnit.DAYS))
            .toList();
    return buyer(number, orders);
  }

  private static Buyer buyer(int number, List<Instant> orders) {
    List<Buyer.Line> basket =
        IntStream.range(0, 3)
            .mapToObj(
                it ->
                    new Buyer.Line(
                        Seeded.id(AS_OF, "product " + number + it), 3 + it, new BigDecimal("2.55")))
            .toList();
    return new Buyer(Seeded.id(AS_OF, "buyer " + number), orders, basket, "GBP");
  }
}
