package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Money;

class EarnRulesTest {

  private static final Instant AT = Instant.parse("2026-03-01T08:26:00Z");
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final UUID TEA = new UUID(0x7001, 1);
  private static final UUID CUP = new UUID(0x7001, 2);

  @Test
  void anAmountIsRoundedDownForEachLine() {
    EarnRule rule = amount(1, "1.00");

    assertThat(points(rule, null, line(1, TEA, 3, "2.97"), line(2, TEA, 1, "0.99")))
        .containsExactly(2L, 0L);
  }

  @Test
  void theMultiplierOfALevelIsExactAndRoundingComesAfterIt() {
    LoyaltyLevel gold = level(3, 2);

    // 0.99 × 3/2 = 1.485; rounding first would give nothing.
    assertThat(points(amount(1, "1.00"), gold, line(1, TEA, 1, "0.99"))).containsExactly(1L);
    assertThat(points(amount(1, "0.10"), level(1, 3), line(1, TEA, 1, "0.30"))).containsExactly(1L);
  }

  @Test
  void piecesBringPointsWhateverTheyCost() {
    EarnRule rule =
        new EarnRule(EarnRuleKind.QUANTITY, 4, null, null, null, List.of(), List.of(), null, null);

    assertThat(points(rule, null, line(1, TEA, 6, "0.01"))).containsExactly(24L);
  }

  @Test
  void anotherCurrencyBringsNothing() {
    ProgrammeTerms terms = terms(amount(1, "1.00"));
    EarnRules.Order order =
        new EarnRules.Order(
            Currency.getInstance("GBP"), AT, true, List.of(line(1, TEA, 1, "100.00")));

    assertThat(EarnRules.earned(terms, null, order, List.of()))
        .containsExactly(new EarnRules.Earned(1, 1, 0));
  }

  @Test
  void aRuleForSomeProductsOrCategoriesBringsNothingForOthers() {
    EarnRule rule =
        new EarnRule(
            EarnRuleKind.QUANTITY, 1, null, null, null, List.of(TEA), List.of("home"), null, null);
    EarnRules.Line home = new EarnRules.Line(3, CUP, "home", 1, BigDecimal.ONE);

    assertThat(points(rule, null, line(1, TEA, 1, "1"), line(2, CUP, 1, "1"), home))
        .containsExactly(1L, 0L, 1L);
  }

  @Test
  void aRuleIsForItsTimeFromTheFirstMomentToBeforeTheLast() {
    Instant later = AT.plusSeconds(1);

    assertThat(points(valid(AT, later), null, line(1, TEA, 1, "1"))).containsExactly(1L);
    assertThat(points(valid(later, null), null, line(1, TEA, 1, "1"))).containsExactly(0L);
    assertThat(points(valid(null, AT), null, line(1, TEA, 1, "1"))).containsExactly(0L);
  }

  @Test
  void everyNthOrderWithinThePeriodHasItsBonusSpreadOverThePieces() {
    ProgrammeTerms terms =
        terms(
            new EarnRule(
                EarnRuleKind.FREQUENCY, 10, null, 3, 30, List.of(), List.of(), null, null));
    EarnRules.Order order = order(line(1, TEA, 1, "1"), line(2, CUP, 2, "1"));
    Instant within = AT.minusSeconds(29 * 86_400L);
    Instant before = AT.minusSeconds(30 * 86_400L);

    assertThat(EarnRules.earned(terms, level(2, 1), order, List.of(within, AT)))
        .containsExactly(new EarnRules.Earned(1, 1, 3), new EarnRules.Earned(2, 2, 7));
    assertThat(EarnRules.earned(terms, null, order, List.of(within, before)))
        .extracting(EarnRules.Earned::points)
        .containsExactly(0L, 0L);
    assertThat(EarnRules.earned(terms, null, order, List.of(within, AT.plusSeconds(1))))
        .extracting(EarnRules.Earned::points)
        .containsExactly(0L, 0L);
    EarnRules.Order further = new EarnRules.Order(CNY, AT, false, order.lines());
    assertThat(EarnRules.earned(terms, null, further, List.of(within, AT)))
        .extracting(EarnRules.Earned::points)
        .containsExactly(0L, 0L);
  }

  @Property
  void whateverThePartsAllComesBackInTheEnd(
      @ForAll @LongRange(max = 1_000_000_000_000_000L) long points,
      @ForAll @IntRange(min = 1) int quantity,
      @ForAll @IntRange(min = 1, max = 1_000) int step) {
    long back = 0;
    long part = Math.max(1, quantity / step);
    for (long returned = 0; returned < quantity; returned = Math.min(quantity, returned + part)) {
      long until = Math.min(quantity, returned + part);
      long some =
          EarnRules.part(points, until, quantity) - EarnRules.part(points, returned, quantity);
      assertThat(some).isNotNegative();
      back += some;
    }

    assertThat(back).isEqualTo(points);
  }

  private static List<Long> points(
      EarnRule rule, @Nullable LoyaltyLevel level, EarnRules.Line... lines) {
    return EarnRules.earned(terms(rule), level, order(lines), List.of()).stream()
        .map(EarnRules.Earned::points)
        .toList();
  }

  private static EarnRules.Order order(EarnRules.Line... lines) {
    return new EarnRules.Order(CNY, AT, true, List.of(lines));
  }

  private static EarnRules.Line line(int lineNo, UUID product, int quantity, String amount) {
    return new EarnRules.Line(lineNo, product, null, quantity, new BigDecimal(amount));
  }

  private static EarnRule amount(int points, String per) {
    return new EarnRule(
        EarnRuleKind.AMOUNT,
        points,
        Money.of(per, "CNY"),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static EarnRule valid(@Nullable Instant from, @Nullable Instant until) {
    return new EarnRule(
        EarnRuleKind.QUANTITY, 1, null, null, null, List.of(), List.of(), from, until);
  }

  private static LoyaltyLevel level(int numerator, int denominator) {
    return new LoyaltyLevel("gold", "Gold", 100, new Fraction(numerator, denominator), List.of());
  }

  private static ProgrammeTerms terms(EarnRule rule) {
    return new ProgrammeTerms(12, 0, SpentPointsRule.CAPPED, 365, List.of(), List.of(rule), null);
  }
}
