package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.shared.FieldProblem;

class TransactionRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID CUSTOMER = new UUID(0x7000L, 1);
  private static final UUID PRODUCT = new UUID(0x7000L, 3);
  private static final TransactionRules.Known KNOWN =
      new TransactionRules.Known(Set.of(CUSTOMER), Set.of(PRODUCT), Map.of("A1", PRODUCT));

  @Test
  void aProductIsFoundByIdOrByCode() {
    TransactionRules.Checked checked =
        check(anOrder(CUSTOMER, "CNY", NOW, byId("2.55"), byCode("A1")));

    assertThat(checked).isInstanceOf(TransactionRules.Accepted.class);
    assertThat(((TransactionRules.Accepted) checked).draft().lines())
        .containsExactly(
            new Draft.Line(PRODUCT, 6, new BigDecimal("2.55"), null),
            new Draft.Line(PRODUCT, 6, new BigDecimal("1.00"), null));
  }

  @Test
  void codesDifferByLetterCase() {
    assertThat(problems(check(anOrder(CUSTOMER, "CNY", NOW, byCode("a1")))))
        .containsExactly("/lines/0/productCode product-unknown");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    NewTransaction document =
        anOrder(
            new UUID(0x7000L, 77),
            "XYZ",
            NOW.plus(TransactionRules.AHEAD).plusMillis(1),
            line(new UUID(0x7000L, 99), null, 1, "1"),
            line(null, null, 1, "0"),
            line(PRODUCT, "A1", 1, "1.23456"),
            line(PRODUCT, null, 1, "1e3"),
            line(PRODUCT, null, 1_000, "1000000000"),
            new NewTransaction.Line(PRODUCT, null, 1, "1", new LineReference(PRODUCT, 1)));

    assertThat(problems(check(document)))
        .containsExactly(
            "/customerId customer-unknown",
            "/occurredAt occurred-at-invalid",
            "/currency currency-unknown",
            "/lines/0/productId product-unknown",
            "/lines/1 product-required",
            "/lines/1/unitPrice unit-price-invalid",
            "/lines/2 product-required",
            "/lines/2/unitPrice unit-price-invalid",
            "/lines/3/unitPrice unit-price-invalid",
            "/lines/4 amount-too-large",
            "/lines/5/returnOf return-reference-unexpected");
  }

  @Test
  void onlyAnOrderIsToBePaidUntilADay() {
    assertThat(check(due(Kind.ORDER, "2026-03-31"))).isInstanceOf(TransactionRules.Accepted.class);
    assertThat(problems(check(due(Kind.ORDER, "0001-03-31"))))
        .containsExactly("/dueOn due-date-invalid");
    assertThat(problems(check(due(Kind.RETURN, "2026-03-31"))))
        .contains("/dueOn due-date-unexpected");
  }

  @Test
  void aPriceMayHaveFourDecimalsInACurrencyWithoutAny() {
    assertThat(check(anOrder(CUSTOMER, "JPY", NOW, byId("0.0001"))))
        .isInstanceOf(TransactionRules.Accepted.class);
  }

  @Test
  void aCurrencyWithoutMinorUnitIsUnknown() {
    assertThat(problems(check(anOrder(CUSTOMER, "XXX", NOW, byId("1")))))
        .containsExactly("/currency currency-unknown");
  }

  @Test
  void aTillMayBeADayAheadAndNoMore() {
    assertThat(check(anOrder(CUSTOMER, "CNY", NOW.plus(Duration.ofDays(1)), byId("1"))))
        .isInstanceOf(TransactionRules.Accepted.class);
    assertThat(problems(check(anOrder(CUSTOMER, "CNY", Instant.MIN, byId("1")))))
        .containsExactly("/occurredAt occurred-at-invalid");
  }

  @Test
  void eachLineOfAReturnNamesAnOrder() {
    NewTransaction document = document(Kind.RETURN, CUSTOMER, "CNY", NOW, byId("1"), byCode("A1"));

    assertThat(problems(check(document)))
        .containsExactly(
            "/lines/0/returnOf return-reference-required",
            "/lines/1/returnOf return-reference-required");
  }

  @Test
  void whatAnnotationsFoundRefusesToo() {
    FieldProblem tooLong = new FieldProblem("/number", "size", "Size is 1 to 64.");

    assertThat(
            problems(
                TransactionRules.check(
                    anOrder(CUSTOMER, "CNY", NOW, byId("1")), List.of(tooLong), KNOWN, NOW)))
        .containsExactly("/number size");
  }

  private static TransactionRules.Checked check(NewTransaction document) {
    return TransactionRules.check(document, List.of(), KNOWN, NOW);
  }

  private static Iterable<String> problems(TransactionRules.Checked checked) {
    assertThat(checked).isInstanceOf(TransactionRules.Refused.class);
    return ((TransactionRules.Refused) checked)
        .problems().stream().map(problem -> problem.pointer() + " " + problem.code()).toList();
  }

  private static NewTransaction.Line byId(String price) {
    return line(PRODUCT, null, 6, price);
  }

  private static NewTransaction.Line byCode(String code) {
    return line(null, code, 6, "1.00");
  }

  private static NewTransaction.Line line(
      @Nullable UUID id, @Nullable String code, int quantity, String price) {
    return new NewTransaction.Line(id, code, quantity, price, null);
  }

  private static NewTransaction anOrder(
      UUID customer, String currency, Instant at, NewTransaction.Line... lines) {
    return document(Kind.ORDER, customer, currency, at, lines);
  }

  private static NewTransaction document(
      Kind kind, UUID customer, String currency, Instant at, NewTransaction.Line... lines) {
    return new NewTransaction(
        null, kind, "test", "T1", customer, Channel.SHOP, currency, at, List.of(lines), null);
  }

  private static NewTransaction due(Kind kind, String day) {
    return new NewTransaction(
        null,
        kind,
        "test",
        "T1",
        CUSTOMER,
        Channel.SHOP,
        "CNY",
        NOW,
        List.of(byId("1.00")),
        LocalDate.parse(day));
  }
}
