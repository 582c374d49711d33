package org.kexin.analysis.algorithm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.retention.EconomicsResult.Acquisition;
import org.kexin.analysis.algorithm.retention.EconomicsResult.Part;

/**
 * The margin multiple r / (1 + d − r) of Gupta &amp; Lehmann (2003), Customers as assets, its
 * limits, and an example worked by hand.
 */
class RetentionEconomicsTest {

  @Example
  void theMarginMultipleIsRetentionOverDiscountAndLoss() {
    assertThat(GeometricLifetime.periods(.9, .12).orElseThrow()).isCloseTo(4.0909, within(5e-5));
    assertThat(GeometricLifetime.periods(.6, .1).orElseThrow()).isCloseTo(1.2, within(1e-12));
  }

  @Example
  void itsLimitsAreDefined() {
    assertThat(GeometricLifetime.periods(1, 0, 24)).isEqualTo(24);
    assertThat(GeometricLifetime.periods(1, 0).reason()).isEqualTo(GeometricLifetime.ENDLESS);
    assertThat(GeometricLifetime.periods(1, .01).orElseThrow()).isCloseTo(100, within(1e-9));
    assertThat(GeometricLifetime.periods(.8, 0).orElseThrow()).isCloseTo(4, within(1e-12));
    assertThat(GeometricLifetime.periods(0, 0, 12)).isZero();
    assertThat(GeometricLifetime.periods(0, .1).orElseThrow()).isZero();
    assertThat(GeometricLifetime.periods(1, Double.MIN_VALUE).reason())
        .isEqualTo(GeometricLifetime.ENDLESS);
  }

  @Property(tries = 200)
  void aLongHorizonComesNearTheValueWithoutAnEnd(
      @ForAll @DoubleRange(min = 0, max = .97) double rate,
      @ForAll @DoubleRange(min = 0, max = 1) double discount) {
    double endless = GeometricLifetime.periods(rate, discount).orElseThrow();
    assertThat(GeometricLifetime.periods(rate, discount, 1_200))
        .isCloseTo(endless, within(1e-9 * (1 + endless)));
  }

  @Property(tries = 200)
  void aHorizonIsTheSumOfItsPowers(
      @ForAll @DoubleRange(min = 0, max = 1) double rate,
      @ForAll @DoubleRange(min = 0, max = 1) double discount,
      @ForAll @IntRange(min = 1, max = 60) int horizon) {
    double sum = 0;
    for (int t = 1; t <= horizon; t++) {
      sum += Math.pow(rate / (1 + discount), t);
    }
    assertThat(GeometricLifetime.periods(rate, discount, horizon))
        .isCloseTo(sum, within(1e-10 * (1 + sum)));
  }

  /**
   * January 1 and 2, February 1 and 3, March 1: of 4 chances to come back 2 were taken, each for
   * 30. Half of revenue is margin: 15. Over two periods without discount .5 + .25 = .75 margins;
   * with .1 more .6 + .36 = .96.
   */
  @Example
  void theGainIsTheDifferenceOfTheExpectedMargins() {
    EconomicsResult result =
        RetentionEconomics.of(
            threeMonths(),
            new EconomicsParameters(
                new BigDecimal(".5"),
                new BigDecimal(".1"),
                BigDecimal.ZERO,
                2,
                new TreeMap<>(
                    Map.of(
                        YearMonth.of(2024, 1), new BigDecimal("25"),
                        YearMonth.of(2024, 2), new BigDecimal("20"),
                        YearMonth.of(2024, 3), new BigDecimal("5")))));

    assertThat(result.now().retentionRate()).isEqualTo(Measure.of(.5));
    assertThat(result.raised().retentionRate()).isEqualTo(Measure.of(.6));
    assertThat(result.marginPerRetainedCustomer()).isEqualTo(money("15.0000"));
    assertThat(result.now().periods()).isEqualTo(Measure.of(.75));
    assertThat(result.now().value()).isEqualTo(money("11.2500"));
    assertThat(result.now().lifetimeValue()).isEqualTo(money("15.0000"));
    assertThat(result.raised().value()).isEqualTo(money("14.4000"));
    assertThat(result.raised().lifetimeValue()).isEqualTo(money("22.5000"));
    assertThat(result.gainPerCustomer()).isEqualTo(money("3.1500"));
    assertThat(result.customers()).isEqualTo(Measure.of(1L));
    assertThat(result.gain()).isEqualTo(money("3.1500"));
    assertThat(result.acquisitions())
        .containsExactly(
            new Acquisition(YearMonth.of(2024, 1), 2, money("25"), money("12.5000")),
            new Acquisition(YearMonth.of(2024, 2), 1, money("20"), money("20.0000")),
            new Acquisition(
                YearMonth.of(2024, 3),
                0,
                money("5"),
                Measure.missing(EconomicsResult.NO_NEW_CUSTOMERS)));
    assertThat(result.costPerNewCustomer()).isEqualTo(money("16.6667"));
    assertThat(result.parts())
        .containsExactly(
            new Part(
                "RETENTION",
                "50.00 % of the customers of a period bought in the next one, over 2 pairs of"
                    + " periods; 60.00 % are assumed."),
            new Part("MARGIN", "A retained customer brings a margin of 15.0000 a period."),
            new Part(
                "PERIODS",
                "Over 2 periods, discounted by 0.00 % each, a customer brings 0.7500 such margins"
                    + " now and 0.9600 then."),
            new Part("GAIN_PER_CUSTOMER", "The difference is worth 3.1500 for each customer."),
            new Part("GAIN", "For the 1 customers of the last complete period that is 3.1500."),
            new Part("ACQUISITION", "A new customer has cost 16.6667 to win."));
  }

  @Example
  void aRateCannotRiseAboveOne() {
    EconomicsResult result =
        RetentionEconomics.of(
            threeMonths(),
            new EconomicsParameters(
                BigDecimal.ONE,
                new BigDecimal(".7"),
                BigDecimal.ZERO,
                3,
                Collections.emptySortedMap()));
    assertThat(result.raised().retentionRate()).isEqualTo(Measure.of(1.0));
    assertThat(result.raised().periods()).isEqualTo(Measure.of(3.0));
    assertThat(result.raised().lifetimeValue().reason()).isEqualTo(GeometricLifetime.ENDLESS);
    assertThat(result.costPerNewCustomer().reason()).isEqualTo(EconomicsResult.NO_KNOWN_COST);
  }

  @Example
  void withoutSalesEveryFigureIsMissingWithItsReason() {
    EconomicsResult result =
        RetentionEconomics.of(
            new Retention.Accumulator<Integer>(
                    Comparator.naturalOrder(), Retention.Parameters.defaults())
                .finish(),
            EconomicsParameters.fivePoints(BigDecimal.ONE, BigDecimal.ZERO, 12));

    assertThat(result.now().retentionRate().reason()).isEqualTo(RetentionResult.NO_COMPLETE_PAIR);
    assertThat(result.raised().value().reason()).isEqualTo(RetentionResult.NO_COMPLETE_PAIR);
    assertThat(result.gain().reason()).isEqualTo(RetentionResult.NO_COMPLETE_PAIR);
    assertThat(result.customers().reason()).isEqualTo(EconomicsResult.NO_COMPLETE_PERIOD);
    assertThat(result.marginPerRetainedCustomer().reason())
        .isEqualTo(EconomicsResult.NOBODY_RETAINED);
    assertThat(result.acquisitions()).isEmpty();
    assertThat(result.parts()).isEmpty();
  }

  @Example
  void parametersOutOfRangeAreRefused() {
    BigDecimal half = new BigDecimal(".5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EconomicsParameters.fivePoints(new BigDecimal("1.1"), half, 12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EconomicsParameters.fivePoints(half, new BigDecimal("-.1"), 12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EconomicsParameters.fivePoints(half, new BigDecimal("1E-10"), 12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EconomicsParameters.fivePoints(half, half, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> GeometricLifetime.periods(1.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> GeometricLifetime.periods(.5, -.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeometricLifetime.periods(Double.NaN, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> GeometricLifetime.periods(.5, 0, 1_201));
  }

  private static RetentionResult threeMonths() {
    Retention.Accumulator<Integer> accumulator =
        new Retention.Accumulator<>(
            Comparator.naturalOrder(),
            new Retention.Parameters(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31), null, 1));
    for (Sale<Integer> sale :
        List.of(
            sale(1, "2024-01-05", "100"),
            sale(1, "2024-02-05", "40"),
            sale(1, "2024-03-05", "20"),
            sale(2, "2024-01-05", "100"),
            sale(3, "2024-02-05", "100"))) {
      accumulator.add(sale);
    }
    return accumulator.finish();
  }

  private static Sale<Integer> sale(int customer, String day, String amount) {
    return new Sale<>(customer, LocalDate.parse(day), new BigDecimal(amount), 1, 1);
  }

  private static Measure<BigDecimal> money(String amount) {
    return Measure.of(new BigDecimal(amount));
  }
}
