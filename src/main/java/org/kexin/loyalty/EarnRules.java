package org.kexin.loyalty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many points the lines of an order bring, and how many of them returns take back. Pure. */
final class EarnRules {

  private EarnRules() {}

  /**
   * An order, or a part of one that another system sends in parts.
   *
   * @param first whether it is the first that is known of the order
   */
  record Order(Currency currency, Instant occurredAt, boolean first, List<Line> lines) {

    /** Copies the lines. */
    Order {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of it.
   *
   * @param quantity above zero
   * @param amount of the whole line, above zero
   */
  record Line(
      int lineNo, UUID productId, @Nullable String category, int quantity, BigDecimal amount) {}

  /** What a line brings: zero or more points for so many pieces. */
  record Earned(int lineNo, int quantity, long points) {}

  /**
   * What each line brings. AMOUNT and QUANTITY rules are multiplied by the level's multiplier, and
   * what one rule brings for one line is then rounded down, once. A FREQUENCY bonus is not
   * multiplied, and is spread over the lines by their pieces, so that a return takes its share back
   * with it.
   *
   * @param level of the member when the order is recorded; null for none
   * @param earlier when the member's other known orders occurred
   * @throws ArithmeticException if the points do not fit a long
   */
  static List<Earned> earned(
      ProgrammeTerms terms, @Nullable LoyaltyLevel level, Order order, List<Instant> earlier) {
    List<EarnRule> rules =
        terms.rules().stream().filter(rule -> rule.isFor(order.occurredAt())).toList();
    Fraction multiplier = level == null ? Fraction.ONE : level.multiplier();
    long bonus = order.first() ? bonus(rules, order.occurredAt(), earlier) : 0;
    long pieces = order.lines().stream().mapToLong(Line::quantity).sum();
    List<Earned> earned = new ArrayList<>();
    long before = 0;
    for (Line line : order.lines()) {
      long points = 0;
      for (EarnRule rule : rules) {
        if (rule.isFor(line.productId(), line.category())) {
          points = Math.addExact(points, points(rule, order.currency(), line, multiplier));
        }
      }
      long share = part(bonus, before + line.quantity(), pieces) - part(bonus, before, pieces);
      before += line.quantity();
      earned.add(new Earned(line.lineNo(), line.quantity(), Math.addExact(points, share)));
    }
    return earned;
  }

  /**
   * The part of a line's points that goes back when {@code returned} of its pieces are back:
   * rounded down, and all of them with the last piece. What one return takes is the difference of
   * two such parts, so it makes no difference in how many parts goods come back.
   *
   * @param returned 0..{@code quantity}
   */
  static long part(long points, long returned, long quantity) {
    return BigInteger.valueOf(points)
        .multiply(BigInteger.valueOf(returned))
        .divide(BigInteger.valueOf(quantity))
        .longValueExact();
  }

  private static long points(EarnRule rule, Currency currency, Line line, Fraction multiplier) {
    return switch (rule.kind()) {
      case AMOUNT -> {
        var per = Objects.requireNonNull(rule.per());
        yield per.currency().equals(currency)
            ? floor(line.amount(), rule.points(), per.amount(), multiplier)
            : 0;
      }
      case QUANTITY ->
          floor(BigDecimal.valueOf(line.quantity()), rule.points(), BigDecimal.ONE, multiplier);
      case FREQUENCY -> 0;
    };
  }

  private static long floor(BigDecimal measure, int points, BigDecimal per, Fraction multiplier) {
    return measure
        .multiply(BigDecimal.valueOf(points))
        .multiply(BigDecimal.valueOf(multiplier.numerator()))
        .divideToIntegralValue(per.multiply(BigDecimal.valueOf(multiplier.denominator())))
        .longValueExact();
  }

  private static long bonus(List<EarnRule> rules, Instant at, List<Instant> earlier) {
    long bonus = 0;
    for (EarnRule rule : rules) {
      if (rule.kind() == EarnRuleKind.FREQUENCY) {
        Instant from = at.minus(Duration.ofDays(Objects.requireNonNull(rule.withinDays())));
        long orders =
            1
                + earlier.stream()
                    .filter(moment -> moment.isAfter(from) && !moment.isAfter(at))
                    .count();
        bonus += orders % Objects.requireNonNull(rule.every()) == 0 ? rule.points() : 0;
      }
    }
    return bonus;
  }
}
