package org.kexin.sample;

import static org.kexin.sample.SampleCall.MADE;
import static org.kexin.sample.SampleCall.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.sample.Story.Grievance;

/**
 * A complaint about what was ordered, and how far the house has come with it: from just received to
 * closed and rated, some reopened, some withdrawn. The service knows actions as of the moment at
 * which it is told; only the arrival lies in the past.
 */
final class ComplaintDealings {

  private static final String ROLE = "data-steward";
  private static final String COMPLAINTS = "/v1/complaints";

  /** The user id of the sample realm's service agent. */
  private static final String ASSIGNEE = "01932c00-0000-7000-8000-000000000101";

  private static final List<String> CHANNELS =
      List.of("PHONE", "EMAIL", "WEBSITE", "CHAT", "SHOP", "LETTER", "SOCIAL_MEDIA", "AUTHORITY");
  private static final List<String> SEVERITIES = List.of("NORMAL", "LOW", "HIGH", "CRITICAL");

  /** The code of a category that is about a whole order and not about some goods. */
  static final String LATE = "synthetic-delivery-late";

  /** The categories, the most frequent first. */
  static final List<Category> CATEGORIES =
      List.of(
          new Category(LATE, "Delivered late", "carrier-overloaded"),
          new Category("synthetic-delivery-damaged", "Damaged on delivery", "packing-damaged"),
          new Category("synthetic-quality", "Poor quality", "supplier-changed"),
          new Category("synthetic-wrong-goods", "Wrong goods", "picked-wrongly"),
          new Category("synthetic-invoice", "Wrong invoice", "price-list-outdated"));

  /**
   * What complaints are about.
   *
   * @param cause what mostly turns out to be behind it
   */
  record Category(String code, String name, String cause) {}

  private final Story story;
  private final Grievance grievance;
  private final Draw draw;
  private final List<SampleCall> calls = new ArrayList<>();

  private ComplaintDealings(Story story, Grievance grievance) {
    this.story = story;
    this.grievance = grievance;
    this.draw = story.draw("complaint");
  }

  /**
   * The complaint of who has something to complain about.
   *
   * @param categories ids by code
   */
  static List<Chain> of(Story story, Map<String, UUID> categories) {
    Grievance grievance = story.grievance();
    return grievance == null
        ? List.of()
        : List.of(new ComplaintDealings(story, grievance).chain(categories));
  }

  private Chain chain(Map<String, UUID> categories) {
    Category category = draw.common(CATEGORIES);
    Map<String, Object> complaint =
        document(
            "id", Seeded.id(grievance.at(), "complaint of " + story.customer()),
            "customerId", story.customer(),
            "channel", draw.common(CHANNELS),
            "categoryId", Objects.requireNonNull(categories.get(category.code())),
            "severity", draw.common(SEVERITIES),
            "transactionId", grievance.order().id(),
            "description", "Synthetic: " + category.name() + ".",
            "receivedAt", grievance.at().toString());
    if (!category.code().equals(LATE)) {
      complaint.put("productId", grievance.order().firstProduct());
    }
    calls.add(SampleCall.post(ROLE, COMPLAINTS, story.customer().toString(), complaint));
    boolean fresh = grievance.at().isAfter(story.asOf().minus(21, ChronoUnit.DAYS));
    int fate = draw.below(100);
    if (fate < 6) {
      act("withdrawals", "text", "Synthetic: settled by themselves.");
    } else if (fate < (fresh ? 40 : 12)) {
      work(draw.below(4), category);
    } else {
      settle(category, fate);
    }
    return new Chain(calls);
  }

  /** It is received, acknowledged, looked into, or waits for the customer. */
  private void work(int far, Category category) {
    if (far == 0) {
      return;
    }
    act("acknowledgements", "text", "Synthetic: we look into it.");
    if (far > 1) {
      act("assignments", "assignee", ASSIGNEE, "note", "Synthetic: " + category.cause() + "?");
    }
    if (far > 2) {
      act(
          "waits",
          "question",
          "Synthetic: which piece is it?",
          "until",
          story.asOf().plus(30, ChronoUnit.DAYS).toString());
    }
  }

  private void settle(Category category, int fate) {
    act("acknowledgements", "text", "Synthetic: we look into it.");
    act("assignments", "assignee", ASSIGNEE);
    if (draw.chance(40)) {
      act("updates", "text", "Synthetic: we asked the supplier.");
    }
    resolve(category, "first");
    int score = story.mood().score(draw);
    if (fate >= 94) {
      act("reopenings", "text", "Synthetic: it happened again.");
      resolve(category, "second");
    }
    if (draw.chance(70)) {
      act("ratings", "score", score, "comment", "Synthetic.");
    }
    if (draw.chance(85)) {
      act("closures", "text", "Synthetic: nothing is left to do.");
    }
  }

  private void resolve(Category category, String time) {
    String kind =
        draw.common(List.of("APOLOGY", "REFUND", "REPLACEMENT", "DISCOUNT", "VOUCHER", "NONE"));
    Map<String, Object> resolution =
        document(
            "text",
            "Synthetic: put right, " + time + " time.",
            "cause",
            draw.chance(80) ? category.cause() : "unknown",
            "compensationKind",
            kind);
    Map<String, Object> worth = compensation(kind);
    if (worth != null) {
      resolution.put("compensation", worth);
    }
    add("resolutions", time, resolution);
  }

  /** A fifth of the order, at least a penny. */
  private @Nullable Map<String, Object> compensation(String kind) {
    if (kind.equals("APOLOGY") || kind.equals("NONE")) {
      return null;
    }
    BigDecimal fifth = grievance.order().total().divide(BigDecimal.valueOf(5), 2, RoundingMode.UP);
    return document("amount", fifth.toPlainString(), "currency", story.buyer().currency());
  }

  private void act(String action, Object... members) {
    add(action, "once", document(members));
  }

  private void add(String action, String time, Map<String, Object> body) {
    calls.add(
        SampleCall.post(
            ROLE, COMPLAINTS + "/" + MADE + "/" + action, story.customer() + time, body));
  }
}
