package org.kexin.sample;

import static org.kexin.sample.SampleCall.MADE;
import static org.kexin.sample.SampleCall.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kexin.sample.Story.Mood;
import org.kexin.sample.Story.Order;

/**
 * The orders of a year: recorded, paid, delivered, rated, seldom brought back, sometimes repaired.
 */
final class OrderDealings {

  private static final String ROLE = "data-steward";
  private static final String TRANSACTIONS = "/v1/transactions";
  private static final int ON_ACCOUNT_PERCENT = 40;
  private static final int TERM_DAYS = 30;
  private static final int SENT_PERCENT = 75;
  private static final int FAILED_PERCENT = 7;
  private static final int RATED_PERCENT = 45;
  private static final int RETURNED_PERCENT = 6;

  /** Of what comes back. */
  private static final int EXCHANGED_PERCENT = 30;

  private static final int SERVICED_PERCENT = 12;
  private static final int RETURN_DAYS = 9;

  private static final List<String> CHANNELS = List.of("ONLINE", "SHOP", "PHONE", "MAIL");
  private static final List<String> METHODS =
      List.of("MOBILE", "CARD", "TRANSFER", "CASH", "CHEQUE", "OTHER");
  private static final List<String> CARRIERS = List.of("SF Express", "Royal Mail", "ZTO", "DHL");
  private static final List<String> SERVICES =
      List.of("REPAIR", "REPLACEMENT", "INSTRUCTION", "INSTALLATION", "MAINTENANCE", "OTHER");

  private final Story story;
  private final Draw draw;

  private OrderDealings(Story story) {
    this.story = story;
    this.draw = story.draw("orders");
  }

  /** A chain for each order. */
  static List<Chain> of(Story story) {
    OrderDealings dealings = new OrderDealings(story);
    return story.orders().stream().map(dealings::chain).toList();
  }

  /** The order as it is recorded. */
  static Map<String, Object> order(Story story, Order order, String channel) {
    return transaction(
        story,
        new Receipt(order.id(), order.number(), "ORDER", channel, order.at()),
        order.lines().stream().map(OrderDealings::line).toList());
  }

  private static Map<String, Object> line(Buyer.Line line) {
    return document(
        "productId", line.product(),
        "quantity", line.quantity(),
        "unitPrice", line.unitPrice().toPlainString());
  }

  private Chain chain(Order order) {
    List<SampleCall> calls = new ArrayList<>();
    String channel = draw.common(CHANNELS);
    boolean onAccount = draw.chance(ON_ACCOUNT_PERCENT);
    Map<String, Object> recorded = order(story, order, channel);
    if (onAccount) {
      recorded.put("dueOn", day(order.at().plus(TERM_DAYS, ChronoUnit.DAYS)).toString());
    }
    calls.add(SampleCall.post(ROLE, TRANSACTIONS, order.number(), recorded));
    if (onAccount) {
      payLater(order, calls);
    } else {
      pay(order, order.total(), order.at(), calls);
    }
    if (!channel.equals("SHOP") && draw.chance(SENT_PERCENT)) {
      deliver(order, calls);
    }
    Instant back = after(order, RETURN_DAYS);
    if (draw.chance(RETURNED_PERCENT) && !back.isAfter(story.asOf())) {
      calls.add(
          draw.chance(EXCHANGED_PERCENT) ? exchange(order, back) : bringBack(story, order, back));
    }
    if (draw.chance(SERVICED_PERCENT)) {
      serve(order, calls);
    }
    return new Chain(calls);
  }

  /** Most pay in time, the unhappy less so; some in two parts, and some not at all. */
  private void payLater(Order order, List<SampleCall> calls) {
    boolean unhappy = story.mood() == Mood.UNHAPPY;
    int manner = draw.below(100);
    int days = draw.below(TERM_DAYS - 1);
    if (manner < (unhappy ? 45 : 80)) {
      pay(order, order.total(), after(order, days), calls);
    } else if (manner < (unhappy ? 70 : 90)) {
      pay(order, order.total(), after(order, TERM_DAYS + 2 + days), calls);
    } else if (manner < 95) {
      BigDecimal half = order.total().divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
      pay(order, half, after(order, days), calls);
    }
  }

  private void pay(Order order, BigDecimal amount, Instant at, List<SampleCall> calls) {
    if (at.isAfter(story.asOf()) || amount.signum() <= 0) {
      return;
    }
    calls.add(
        SampleCall.post(
            ROLE,
            TRANSACTIONS + "/" + order.id() + "/payments",
            order.number() + " paid at " + at,
            document(
                "id", Seeded.id(at, "payment of " + order.id()),
                "method", draw.common(METHODS),
                "amount", money(amount),
                "paidAt", at.toString())));
  }

  private void deliver(Order order, List<SampleCall> calls) {
    Instant shipped = after(order, 1);
    int days = draw.common(List.of(2, 1, 3, 4, 6));
    if (shipped.isAfter(story.asOf())) {
      return;
    }
    calls.add(
        SampleCall.post(
            ROLE,
            TRANSACTIONS + "/" + order.id() + "/deliveries",
            order.number(),
            document(
                "carrier", draw.oneOf(CARRIERS),
                "trackingNumber", "SYN" + draw.digits(12),
                "shippedAt", shipped.toString(),
                "expectedOn", day(after(order, 4)).toString())));
    Instant came = shipped.plus(days, ChronoUnit.DAYS);
    if (draw.chance(FAILED_PERCENT)) {
      outcome(order, "FAILED", "NOBODY_THERE", came, calls);
      came = came.plus(1, ChronoUnit.DAYS);
    }
    boolean arrived = !came.isAfter(story.asOf());
    outcome(order, "DELIVERED", "", came, calls);
    if (arrived && draw.chance(RATED_PERCENT)) {
      String said = days > 3 ? "It took its time." : "Came as promised.";
      calls.add(
          SampleCall.post(
              ROLE,
              "/v1/deliveries/" + MADE + "/ratings",
              order.number(),
              document("score", story.mood().score(draw), "comment", said)));
    }
  }

  private void outcome(
      Order order, String state, String reason, Instant at, List<SampleCall> calls) {
    if (at.isAfter(story.asOf())) {
      return;
    }
    Map<String, Object> document = document("state", state, "at", at.toString());
    if (!reason.isEmpty()) {
      document.put("reason", reason);
    }
    calls.add(
        SampleCall.post(
            ROLE, "/v1/deliveries/" + MADE + "/outcomes", order.number() + state, document));
  }

  /** A piece of the first line comes back. */
  static SampleCall bringBack(Story story, Order order, Instant at) {
    return SampleCall.post(ROLE, TRANSACTIONS, order.number() + "-R", returned(story, order, at));
  }

  /** A piece of the first line comes back, and the same goes out again, whole. */
  private SampleCall exchange(Order order, Instant at) {
    Map<String, Object> replacement =
        transaction(
            story, Receipt.sent(order.number() + "-X", "ORDER", at), List.of(line(oneOf(order))));
    return SampleCall.post(
        ROLE,
        "/v1/exchanges",
        order.number(),
        document("returned", returned(story, order, at), "replacement", replacement));
  }

  private static Map<String, Object> returned(Story story, Order order, Instant at) {
    Map<String, Object> line = line(oneOf(order));
    line.put("returnOf", document("transactionId", order.id(), "lineNo", 1));
    return transaction(story, Receipt.sent(order.number() + "-R", "RETURN", at), List.of(line));
  }

  private static Buyer.Line oneOf(Order order) {
    Buyer.Line first = order.lines().getFirst();
    return new Buyer.Line(first.product(), 1, first.unitPrice());
  }

  /** What tells a transaction from others. */
  private record Receipt(UUID id, String number, String kind, String channel, Instant at) {

    /** Of what is sent by mail. */
    static Receipt sent(String number, String kind, Instant at) {
      return new Receipt(Seeded.id(at, number), number, kind, "MAIL", at);
    }
  }

  private static Map<String, Object> transaction(
      Story story, Receipt receipt, List<Map<String, Object>> lines) {
    return document(
        "id", receipt.id(),
        "kind", receipt.kind(),
        "source", "synthetic",
        "number", receipt.number(),
        "customerId", story.customer(),
        "channel", receipt.channel(),
        "currency", story.buyer().currency(),
        "occurredAt", receipt.at().toString(),
        "lines", lines);
  }

  /** The service knows when a case is opened as the moment at which it is told. */
  private void serve(Order order, List<SampleCall> calls) {
    String kind = draw.common(SERVICES);
    calls.add(
        SampleCall.post(
            ROLE,
            "/v1/service-cases",
            order.number(),
            document(
                "id", Seeded.id(story.asOf(), "case of " + order.id()),
                "customerId", story.customer(),
                "kind", kind,
                "transactionId", order.id(),
                "productId", order.firstProduct(),
                "problem", "Synthetic: " + kind + " of a product of this order.")));
    int fate = draw.below(100);
    if (fate >= 80) {
      return;
    }
    calls.add(
        SampleCall.post(
            ROLE,
            "/v1/service-cases/" + MADE + "/results",
            order.number(),
            document(
                "state", fate < 70 ? "DONE" : "DROPPED",
                "result",
                    fate < 70 ? "Synthetic: put right." : "Synthetic: not wanted any more.")));
    if (draw.chance(RATED_PERCENT)) {
      calls.add(
          SampleCall.post(
              ROLE,
              "/v1/service-cases/" + MADE + "/ratings",
              order.number(),
              document("score", story.mood().score(draw))));
    }
  }

  private Map<String, Object> money(BigDecimal amount) {
    return document("amount", amount.toPlainString(), "currency", story.buyer().currency());
  }

  private static Instant after(Order order, int days) {
    return order.at().plus(days, ChronoUnit.DAYS);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
