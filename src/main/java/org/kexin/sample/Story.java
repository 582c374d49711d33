package org.kexin.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one customer goes through in the year before a moment: their orders, whether they are
 * content, and what they complain about. Everything else that is invented of them follows it, so a
 * complaint is about goods that were ordered, and who is unhappy orders less afterwards.
 *
 * <p>The orders repeat the rhythm of those of the Online Retail year: each lies as long before the
 * moment as the original lies before the end of that set. So season and lapsing are those of real
 * buyers.
 *
 * @param asOf the end of the year
 * @param orders the oldest first
 * @param grievance null for who has nothing to complain about
 */
record Story(
    Buyer buyer, Instant asOf, Mood mood, List<Order> orders, @Nullable Grievance grievance) {

  /** The last moment of the Online Retail set, which ends with 9 December 2011. */
  static final Instant RETAIL_END = Instant.parse("2011-12-10T00:00:00Z");

  /** Complaints are taken for a year and a day back; what lies between is spared. */
  static final Duration YEAR = Duration.ofDays(330);

  private static final int UNHAPPY_PERCENT = 15;
  private static final int NEUTRAL_PERCENT = 30;
  private static final int COMPLAINING_UNHAPPY_PERCENT = 70;
  private static final int COMPLAINING_OTHERS_PERCENT = 7;
  private static final int LAPSING_PERCENT = 75;
  private static final int MOST_LINES = 4;
  private static final int MOST_PIECES = 24;
  private static final int MOST_DAYS_TO_COMPLAIN = 14;

  Story {
    orders = List.copyOf(orders);
  }

  /** How content somebody is. */
  enum Mood {
    HAPPY,
    NEUTRAL,
    UNHAPPY;

    /** A score of 1 to 5 such as somebody in this mood gives. */
    int score(Draw draw) {
      return switch (this) {
        case HAPPY -> draw.oneOf(List.of(5, 5, 5, 4, 4, 3));
        case NEUTRAL -> draw.oneOf(List.of(5, 4, 4, 3, 3, 2));
        case UNHAPPY -> draw.oneOf(List.of(1, 1, 2, 2, 3, 4));
      };
    }
  }

  /** An order of the year. */
  record Order(UUID id, String number, Instant at, List<Buyer.Line> lines) {

    Order {
      lines = List.copyOf(lines);
    }

    BigDecimal total() {
      return lines.stream().map(Buyer.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    UUID firstProduct() {
      return lines.getFirst().product();
    }
  }

  /**
   * What somebody complains about.
   *
   * @param order whose first product it is about
   * @param at some days after the order
   */
  record Grievance(Order order, Instant at) {}

  /**
   * The story of a buyer: the same for the same buyer and moment.
   *
   * @param asOf when the year ends
   */
  static Story of(Buyer buyer, Instant asOf) {
    Draw draw = new Draw("story of " + buyer.id());
    Mood mood = mood(draw);
    List<Order> orders = new ArrayList<>();
    for (Instant original : buyer.orders().reversed()) {
      Instant at = asOf.minus(Duration.between(original, RETAIL_END));
      if (!at.isAfter(asOf) && at.isAfter(asOf.minus(YEAR))) {
        orders.add(order(buyer, at.truncatedTo(ChronoUnit.SECONDS), "" + orders.size(), draw));
      }
    }
    Grievance grievance = grievance(mood, orders, asOf, draw);
    if (grievance != null && mood == Mood.UNHAPPY && draw.chance(LAPSING_PERCENT)) {
      orders.removeIf(order -> order.at().isAfter(grievance.at()));
    }
    return new Story(buyer, asOf, mood, orders, grievance);
  }

  /** The chances of one topic: what is drawn for it does not change what is drawn for others. */
  Draw draw(String topic) {
    return new Draw(topic + " of " + buyer.id());
  }

  /**
   * An order that something else brought about, the same for the same topic.
   *
   * @param at when
   */
  Order further(String topic, Instant at) {
    return order(buyer, at.truncatedTo(ChronoUnit.SECONDS), topic, draw(topic));
  }

  UUID customer() {
    return buyer.id();
  }

  private static Mood mood(Draw draw) {
    int drawn = draw.below(100);
    if (drawn < UNHAPPY_PERCENT) {
      return Mood.UNHAPPY;
    }
    return drawn < UNHAPPY_PERCENT + NEUTRAL_PERCENT ? Mood.NEUTRAL : Mood.HAPPY;
  }

  /** Some of what they ordered last, seldom the same pieces. */
  private static Order order(Buyer buyer, Instant at, String topic, Draw draw) {
    List<Buyer.Line> basket = buyer.basket();
    int count = 1 + draw.below(Math.min(MOST_LINES, basket.size()));
    int first = draw.below(basket.size());
    List<Buyer.Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Buyer.Line line = basket.get((first + i) % basket.size());
      int pieces = 1 + draw.below(Math.clamp(2L * line.quantity(), 1, MOST_PIECES));
      lines.add(new Buyer.Line(line.product(), pieces, line.unitPrice()));
    }
    String name = "order " + topic + " of " + buyer.id();
    return new Order(Seeded.id(at, name), "SYN-" + Seeded.key(name), at, lines);
  }

  private static @Nullable Grievance grievance(
      Mood mood, List<Order> orders, Instant asOf, Draw draw) {
    boolean complains =
        draw.chance(
            mood == Mood.UNHAPPY ? COMPLAINING_UNHAPPY_PERCENT : COMPLAINING_OTHERS_PERCENT);
    int days = 2 + draw.below(MOST_DAYS_TO_COMPLAIN - 1);
    if (!complains || orders.isEmpty()) {
      return null;
    }
    Order about = draw.oneOf(orders);
    Instant at = about.at().plus(days, ChronoUnit.DAYS).plusSeconds(60L * draw.below(600));
    return at.isAfter(asOf) ? null : new Grievance(about, at);
  }
}
