package org.kexin.sample;

import static org.kexin.sample.SampleCall.MADE;
import static org.kexin.sample.SampleCall.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.sample.Story.Mood;
import org.kexin.sample.Story.Order;

/**
 * What a customer agreed to, and how the house and they were in touch: asked before they ordered,
 * called, came by, and objected. Offers are made only to who agreed to them.
 */
final class ContactDealings {

  private static final String ROLE = "data-steward";
  private static final int AGREEING_PERCENT = 65;
  private static final int PROFILING_PERCENT = 80;
  private static final int OTHER_USES_PERCENT = 25;
  private static final int ASKING_PERCENT = 55;
  private static final int CALLING_PERCENT = 35;
  private static final int VISITING_PERCENT = 25;
  private static final int OFFERED_PERCENT = 40;
  private static final int OBJECTING_PERCENT = 55;
  private static final int HANDLED_PERCENT = 88;

  private static final List<String> WAYS = List.of("PHONE", "APP", "EMAIL", "IN_PERSON");
  private static final List<String> QUESTIONS =
      List.of(
          "Asks whether it is in stock.",
          "Asks for the price of a larger quantity.",
          "Asks how long delivery takes.",
          "Asks what it is made of.");
  private static final List<String> OBJECTIONS =
      List.of(
          "Says the price was lower elsewhere.",
          "Says delivery was promised sooner.",
          "Objects to the delivery charge.");
  private static final List<String> OUTCOMES =
      List.of("SETTLED", "DECLINED", "ACCEPTED", "DROPPED");

  private final Story story;
  private final Draw draw;
  private final List<Chain> chains = new ArrayList<>();
  private int contacts;

  private ContactDealings(Story story) {
    this.story = story;
    this.draw = story.draw("contacts");
  }

  /** Whether somebody agrees to being approached with offers, through every channel. */
  static boolean agreesToOffers(Story story) {
    return story.draw("consent").chance(AGREEING_PERCENT);
  }

  /** Whether they also agree to being judged by what they do. */
  static boolean agreesToProfiling(Story story) {
    return agreesToOffers(story) && story.draw("profiling").chance(PROFILING_PERCENT);
  }

  /**
   * The contacts of a year.
   *
   * @param notice what people saw before they agreed
   */
  static List<Chain> of(Story story, UUID notice) {
    ContactDealings dealings = new ContactDealings(story);
    if (!story.orders().isEmpty()) {
      dealings.agree(notice);
      story.orders().forEach(dealings::around);
    }
    return dealings.chains;
  }

  /** At the first order of the year, they are told how their data are used, and asked. */
  private void agree(UUID notice) {
    Instant at = story.orders().getFirst().at();
    List<SampleCall> calls = new ArrayList<>();
    calls.add(contact("VISIT", "INCOMING", "IN_PERSON", at, "Was told of the privacy notice."));
    List<Map<String, Object>> decisions = new ArrayList<>();
    if (agreesToOffers(story)) {
      decisions.add(given("MARKETING", notice, at));
    }
    if (agreesToProfiling(story)) {
      decisions.add(given("PROFILING", notice, at));
    }
    if (draw.chance(OTHER_USES_PERCENT)) {
      decisions.add(given("PARTNER_SHARING", notice, at));
    }
    if (!decisions.isEmpty()) {
      calls.add(
          SampleCall.post(
              ROLE,
              "/v1/customers/" + story.customer() + "/consents",
              story.customer() + " at " + at,
              document("decisions", decisions)));
    }
    if (agreesToOffers(story) && draw.chance(OFFERED_PERCENT)) {
      Instant called = at.plus(20, ChronoUnit.DAYS);
      calls.add(contact("CALL", "OUTGOING", "PHONE", called, "Tells of new products.", "OFFER"));
    }
    chains.add(new Chain(calls));
  }

  private static Map<String, Object> given(String use, UUID notice, Instant at) {
    return document(
        "use",
        use,
        "verdict",
        "GIVEN",
        "noticeId",
        notice,
        "evidence",
        document("kind", "IN_PERSON"),
        "collectedThrough",
        "SHOP",
        "decidedAt",
        at.toString());
  }

  private void around(Order order) {
    if (draw.chance(ASKING_PERCENT)) {
      Instant at = order.at().minus(2, ChronoUnit.DAYS);
      handled("CONSULTATION", at, draw.oneOf(QUESTIONS), "ANSWERED", order);
    }
    if (draw.chance(CALLING_PERCENT)) {
      Instant at = order.at().plus(3, ChronoUnit.DAYS);
      single(contact("CALL", "OUTGOING", "PHONE", at, "Says when the goods come."));
    }
    if (draw.chance(VISITING_PERCENT)) {
      Instant at = order.at().minus(5, ChronoUnit.HOURS);
      single(contact("VISIT", "INCOMING", "IN_PERSON", at, "Looks at the goods in the shop."));
    }
    if (story.mood() == Mood.UNHAPPY && draw.chance(OBJECTING_PERCENT)) {
      Instant at = order.at().plus(1, ChronoUnit.DAYS);
      handled("OBJECTION", at, draw.oneOf(OBJECTIONS), draw.common(OUTCOMES), order);
    }
  }

  private void single(SampleCall call) {
    chains.add(new Chain(List.of(call)));
  }

  private void handled(String kind, Instant at, String subject, String outcome, Order order) {
    SampleCall call = contact(kind, "INCOMING", draw.common(WAYS), at, subject);
    call.body().put("productId", order.firstProduct());
    List<SampleCall> calls = new ArrayList<>(List.of(call));
    if (draw.chance(HANDLED_PERCENT)) {
      calls.add(
          SampleCall.post(
              ROLE,
              "/v1/interactions/" + MADE + "/handlings",
              call.key(),
              document("outcome", outcome, "text", "Synthetic: talked it over.")));
    }
    chains.add(new Chain(calls));
  }

  private SampleCall contact(
      String kind, String direction, String channel, Instant at, String subject) {
    return contact(kind, direction, channel, at, subject, "SERVICE");
  }

  private SampleCall contact(
      String kind, String direction, String channel, Instant at, String subject, String occasion) {
    Instant when = at.isAfter(story.asOf()) ? story.asOf() : at;
    // Orders of one minute have contacts of one minute, so the moment does not tell them apart.
    String name = "contact " + ++contacts + " of " + story.customer();
    return SampleCall.post(
        ROLE,
        "/v1/interactions",
        name,
        document(
            "id", Seeded.id(when, name),
            "customerId", story.customer(),
            "kind", kind,
            "direction", direction,
            "channel", channel,
            "occasion", occasion,
            "occurredAt", when.toString(),
            "subject", subject,
            "notes", "Synthetic."));
  }
}
