package org.kexin.analysis.algorithm.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;

/** Row D3: the ratios and the credit grade of a made-up trader, by hand. */
class EnterpriseRatioTest {

  private static final LocalDate CLOSE = LocalDate.of(2025, 12, 31);
  private static final LocalDate OPENING = LocalDate.of(2024, 12, 31);

  /** Items: current, inventory, receivables, assets, current debt, debt, equity, then income. */
  private static final FinancialStatement TRADER =
      statement(CLOSE, 12, 600, 200, 250, 1_000, 300, 400, 600, 2_000, 1_500, 180, 30, 120);

  @Example
  void everyRatioOfATraderOnClosingBalances() {
    EnterpriseRatios ratios = EnterpriseRatios.of(TRADER, null, null);
    double[] expected = {
      2, 4 / 3.0, .4, 6, 7.5, 8, 2, .25, .06, .12, .2,
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(ratios.ratios().get(i).value().orElseThrow())
          .isCloseTo(expected[i], within(1e-12));
      assertThat(ratios.ratios().get(i).base()).isEqualTo(EnterpriseRatios.Base.CLOSING);
    }
    assertThat(ratios.of(Ratio.DAYS_BEYOND_TERMS))
        .isEqualTo(Measure.missing(EnterpriseRatios.NO_PAYMENTS));
    assertThat(ratios.known()).hasSize(11);
  }

  @Example
  void balancesAreMeansWhereTheOpeningOneIsKnownAndFlowsAreYearly() {
    FinancialStatement opening =
        statement(OPENING, 12, 1, 100, null, 600, 1, 1, 400, 1, 1, 1, 1, 1);
    FinancialStatement half =
        statement(CLOSE, 6, 600, 200, 250, 1_000, 300, 400, 600, 2_000, 1_500, 180, 30, 120);
    EnterpriseRatios ratios = EnterpriseRatios.of(half, opening, null);
    assertThat(ratios.of(Ratio.INVENTORY_TURNOVER).orElseThrow()).isCloseTo(20, within(1e-12));
    assertThat(ratios.of(Ratio.RECEIVABLE_TURNOVER).orElseThrow()).isCloseTo(16, within(1e-12));
    assertThat(ratios.of(Ratio.RETURN_ON_ASSETS).orElseThrow()).isCloseTo(.3, within(1e-12));
    assertThat(ratios.of(Ratio.RETURN_ON_EQUITY).orElseThrow()).isCloseTo(.48, within(1e-12));
    assertThat(ratios.baseOf(Ratio.ASSET_TURNOVER)).isEqualTo(EnterpriseRatios.Base.MEAN);
    assertThat(ratios.baseOf(Ratio.RECEIVABLE_TURNOVER)).isEqualTo(EnterpriseRatios.Base.CLOSING);
    assertThat(ratios.of(Ratio.NET_MARGIN).orElseThrow()).isCloseTo(.06, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnterpriseRatios.of(TRADER, TRADER, null));
  }

  @Example
  void aBaseThatIsZeroNegativeOrMissingGivesAReason() {
    FinancialStatement odd =
        statement(CLOSE, 12, 600, null, 0, 1_000, 0, 1_400, -400, 2_000, 1_500, 180, 0, -120);
    EnterpriseRatios ratios = EnterpriseRatios.of(odd, null, null);
    assertThat(ratios.of(Ratio.CURRENT)).isEqualTo(Measure.missing(EnterpriseRatios.ZERO_BASE));
    assertThat(ratios.of(Ratio.QUICK)).isEqualTo(Measure.missing(EnterpriseRatios.ITEM_MISSING));
    assertThat(ratios.of(Ratio.INTEREST_COVER))
        .isEqualTo(Measure.missing(EnterpriseRatios.ZERO_BASE));
    assertThat(ratios.of(Ratio.INVENTORY_TURNOVER))
        .isEqualTo(Measure.missing(EnterpriseRatios.ITEM_MISSING));
    // A loss over negative equity would be a return of 30 %.
    assertThat(ratios.of(Ratio.RETURN_ON_EQUITY))
        .isEqualTo(Measure.missing(EnterpriseRatios.NEGATIVE_BASE));
    assertThat(ratios.of(Ratio.DEBT_TO_ASSETS).orElseThrow()).isCloseTo(1.4, within(1e-12));
  }

  /** 1,000 ten days late, 3,000 in time, 1,000 open for 40 days: 50,000 / 5,000. */
  @Example
  void daysBeyondTermsAreWeightedByAmount() {
    PaymentBehaviour payments =
        PaymentBehaviour.of(
            List.of(
                invoice(1_000, 10, 20),
                invoice(3_000, 10, 1),
                invoice(1_000, -40, null),
                invoice(9_000, 1, null),
                invoice(0, -40, null)),
            CLOSE);
    assertThat(payments.daysBeyondTerms().orElseThrow()).isEqualTo(10);
    assertThat(payments.invoices()).isEqualTo(3);
    assertThat(payments.overdue()).isEqualTo(1);
    assertThat(payments.leftOut())
        .containsExactly(
            new LeftOut(PaymentBehaviour.NOT_YET_DUE, 1),
            new LeftOut(PaymentBehaviour.NO_AMOUNT, 1));
    assertThat(PaymentBehaviour.of(List.of(), CLOSE).daysBeyondTerms())
        .isEqualTo(Measure.missing(PaymentBehaviour.NO_INVOICES));
  }

  /** Full points, but 70 for the debt ratio, receivables and the net margin, and 40 for paying. */
  @Example
  void theGradeIsTheWeightedMeanOfThePoints() {
    CreditGrade grade = grade(EnterpriseRatios.of(TRADER, null, paidDaysLate(20)));
    assertThat(grade.parts())
        .extracting(part -> part.points().orElseThrow())
        .containsExactly(
            100.0, 100.0, 70.0, 100.0, 100.0, 70.0, 100.0, 100.0, 70.0, 100.0, 100.0, 40.0);
    // 100 − (30 · (12 + 5 + 8) + 60 · 20) / 100
    assertThat(grade.score().orElseThrow()).isCloseTo(80.5, within(1e-9));
    assertThat(grade.grade().orElseThrow()).isEqualTo("AA");
    assertThat(grade.coverage()).isEqualTo(1);
    assertThat(grade.policyVersion()).isEqualTo("credit-standard/1");
    assertThat(grade.parts().get(2).reason().detail())
        .isEqualTo("total liabilities / total assets is 0.4000 and earns 70 of 100 points.");
  }

  @Example
  void whatIsNotKnownGivesItsWeightToTheOthersUpToALimit() {
    CreditGrade grade = grade(EnterpriseRatios.of(TRADER, null, null));
    assertThat(grade.coverage()).isCloseTo(.8, within(1e-12));
    assertThat(grade.score().orElseThrow()).isCloseTo(100 - 750 / 80.0, within(1e-9));
    assertThat(grade.parts().getLast().reason()).isEqualTo(EnterpriseRatios.NO_PAYMENTS);
    assertThat(grade.parts().getLast().contribution().value()).isNull();
    CreditGrade unknown = grade(EnterpriseRatios.of(nothing(), null, paidDaysLate(0)));
    assertThat(unknown.coverage()).isCloseTo(.2, within(1e-12));
    assertThat(unknown.score()).isEqualTo(Measure.missing(CreditGrade.TOO_LITTLE_KNOWN));
    assertThat(unknown.grade()).isEqualTo(Measure.missing(CreditGrade.TOO_LITTLE_KNOWN));
  }

  @Example
  void anImpossiblePolicyIsRefused() {
    List<CreditPolicy.RatioRule> rules = CreditPolicy.standard().rules();
    List<CreditPolicy.Grade> upsideDown =
        List.of(new CreditPolicy.Grade("C", 0), new CreditPolicy.Grade("A", 50));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CreditPolicy("v", rules, upsideDown, .5));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CreditPolicy(
                    "v",
                    List.of(rules.getFirst(), rules.getFirst()),
                    List.of(new CreditPolicy.Grade("C", 0)),
                    .5));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CreditPolicy.RatioRule(
                    Ratio.CURRENT,
                    1,
                    0,
                    List.of(new CreditPolicy.Band(2, 1), new CreditPolicy.Band(1, 2))));
    assertThatIllegalArgumentException().isThrownBy(() -> statement(CLOSE, 0, new Integer[12]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PaymentBehaviour.Invoice(new BigDecimal("1E+999999999"), CLOSE, null));
  }

  @Property(tries = 300)
  void anyStatementHasFiniteRatiosOrReasonsAndAGradeOnItsScale(
      @ForAll("items") List<@Nullable BigDecimal> items) {
    EnterpriseRatios ratios = EnterpriseRatios.of(statement(CLOSE, 12, items), null, null);
    assertThat(ratios.ratios()).hasSize(12);
    CreditGrade grade = grade(ratios);
    Double score = grade.score().value();
    if (score == null) {
      assertThat(grade.coverage()).isLessThan(.6);
      return;
    }
    assertThat(score).isBetween(0.0, 100.0);
    double sum =
        grade.parts().stream()
            .map(part -> part.contribution().value())
            .mapToDouble(points -> points == null ? 0 : points)
            .sum();
    assertThat(score).isCloseTo(sum, within(1e-9));
  }

  @Property(tries = 100)
  void anotherCurrencyUnitChangesNoRatio(@ForAll("items") List<@Nullable BigDecimal> items) {
    List<@Nullable BigDecimal> larger = new ArrayList<>();
    for (BigDecimal item : items) {
      larger.add(item == null ? null : item.multiply(BigDecimal.valueOf(1_000)));
    }
    assertThat(EnterpriseRatios.of(statement(CLOSE, 12, larger), null, null).ratios())
        .isEqualTo(EnterpriseRatios.of(statement(CLOSE, 12, items), null, null).ratios());
  }

  @Provide
  Arbitrary<List<@Nullable BigDecimal>> items() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1e6), BigDecimal.valueOf(1e12))
                .ofScale(2),
            Arbitraries.of(BigDecimal.ZERO, new BigDecimal("1E+26"), new BigDecimal("1E-30")))
        .injectNull(.1)
        .list()
        .ofSize(12);
  }

  private static CreditGrade grade(EnterpriseRatios ratios) {
    return CreditGrade.of(ratios, CreditPolicy.standard());
  }

  private static PaymentBehaviour paidDaysLate(int days) {
    return PaymentBehaviour.of(List.of(invoice(100, -50, -50 + days)), CLOSE);
  }

  private static PaymentBehaviour.Invoice invoice(int amount, int due, @Nullable Integer paid) {
    // Days from the end of the year; a paid one is moved into the past as a whole.
    int shift = paid == null ? 0 : -100;
    return new PaymentBehaviour.Invoice(
        BigDecimal.valueOf(amount),
        CLOSE.plusDays(due + shift),
        paid == null ? null : CLOSE.plusDays(paid + shift));
  }

  private static FinancialStatement nothing() {
    return statement(CLOSE, 12, new Integer[12]);
  }

  private static FinancialStatement statement(
      LocalDate end, int months, @Nullable Integer... items) {
    List<@Nullable BigDecimal> decimals = new ArrayList<>();
    for (Integer item : Arrays.asList(items)) {
      decimals.add(item == null ? null : BigDecimal.valueOf(item));
    }
    return statement(end, months, decimals);
  }

  private static FinancialStatement statement(
      LocalDate end, int months, List<@Nullable BigDecimal> items) {
    return new FinancialStatement(
        end,
        months,
        items.get(0),
        items.get(1),
        items.get(2),
        items.get(3),
        items.get(4),
        items.get(5),
        items.get(6),
        items.get(7),
        items.get(8),
        items.get(9),
        items.get(10),
        items.get(11));
  }
}
