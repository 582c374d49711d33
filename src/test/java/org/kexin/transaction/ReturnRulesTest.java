package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.FieldProblem;

class ReturnRulesTest {

  private static final UUID CUSTOMER = new UUID(0x7000L, 1);
  private static final UUID ORDER = new UUID(0x7000L, 2);
  private static final UUID PRODUCT = new UUID(0x7000L, 3);
  private static final Currency POUND = Currency.getInstance("GBP");
  private static final Instant BOUGHT = Instant.parse("2011-03-01T10:00:00Z");
  private static final Instant RETURNED = Instant.parse("2011-03-05T10:00:00Z");
  private static final LineReference FIRST = new LineReference(ORDER, 1);

  @Test
  void whatIsLeftOfTheOrderMayComeBack() {
    Draft draft = aReturn(CUSTOMER, POUND, RETURNED, line(2, FIRST), line(1, FIRST));

    assertThat(ReturnRules.check(draft, Map.of(FIRST, bought(5, 2))))
        .isEqualTo(new ReturnRules.Accepted());
  }

  @Test
  void linesOfOneReturnAddUpAgainstTheSameOrderLine() {
    Draft draft = aReturn(CUSTOMER, POUND, RETURNED, line(2, FIRST), line(2, FIRST));

    assertThat(ReturnRules.check(draft, Map.of(FIRST, bought(5, 2))))
        .isEqualTo(new ReturnRules.Exceeds(Set.of(ORDER)));
  }

  @Test
  void sumsBeyondTheRangeOfAnIntExceedToo() {
    Draft draft =
        aReturn(CUSTOMER, POUND, RETURNED, line(2_000_000_000, FIRST), line(2_000_000_000, FIRST));

    assertThat(ReturnRules.check(draft, Map.of(FIRST, bought(2_000_000_000, 0))))
        .isEqualTo(new ReturnRules.Exceeds(Set.of(ORDER)));
  }

  @Test
  void anOrderOfSomebodyElseLooksLikeNone() {
    Draft stranger = aReturn(new UUID(0x7000L, 9), POUND, RETURNED, line(1, FIRST));
    Draft nowhere = aReturn(CUSTOMER, POUND, RETURNED, line(1, new LineReference(ORDER, 7)));
    Map<LineReference, ReturnRules.Purchase> purchases = Map.of(FIRST, bought(5, 0));

    assertThat(ReturnRules.check(stranger, purchases))
        .isEqualTo(ReturnRules.check(nowhere, purchases));
    assertThat(codes(ReturnRules.check(stranger, purchases)))
        .containsExactly("/lines/0/returnOf order-line-unknown");
  }

  @Test
  void anAnonymousOrderComesBackAnonymously() {
    Draft draft = aReturn(null, POUND, RETURNED, line(1, FIRST));
    ReturnRules.Purchase anonymous = new ReturnRules.Purchase(null, POUND, BOUGHT, PRODUCT, 1, 0);

    assertThat(ReturnRules.check(draft, Map.of(FIRST, anonymous)))
        .isEqualTo(new ReturnRules.Accepted());
  }

  @Test
  void allContradictionsAreSaidAtOnceAndEachOnce() {
    Draft draft =
        aReturn(
            CUSTOMER,
            Currency.getInstance("CNY"),
            BOUGHT.minusSeconds(1),
            new Draft.Line(new UUID(0x7000L, 8), 1, BigDecimal.ONE, FIRST),
            line(1, FIRST));

    assertThat(codes(ReturnRules.check(draft, Map.of(FIRST, bought(5, 0)))))
        .containsExactly(
            "/lines/0/returnOf product-mismatch",
            "/currency currency-mismatch",
            "/occurredAt return-before-order");
  }

  private static Iterable<String> codes(ReturnRules.Checked checked) {
    assertThat(checked).isInstanceOf(ReturnRules.Refused.class);
    return ((ReturnRules.Refused) checked)
        .problems().stream().map(ReturnRulesTest::pointerAndCode).toList();
  }

  private static String pointerAndCode(FieldProblem problem) {
    return problem.pointer() + " " + problem.code();
  }

  private static ReturnRules.Purchase bought(int quantity, int returned) {
    return new ReturnRules.Purchase(CUSTOMER, POUND, BOUGHT, PRODUCT, quantity, returned);
  }

  private static Draft.Line line(int quantity, LineReference order) {
    return new Draft.Line(PRODUCT, quantity, BigDecimal.ONE, order);
  }

  private static Draft aReturn(
      @Nullable UUID customer, Currency currency, Instant at, Draft.Line... lines) {
    return new Draft(
        null,
        Kind.RETURN,
        new ImportedTransaction.NumberedBy("test", "R1"),
        customer,
        Channel.SHOP,
        currency,
        at,
        Arrays.asList(lines),
        null);
  }
}
