package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ConcentrationTest {

  private static final Concentration.Parameters DEFAULTS = Concentration.Parameters.defaults();
  private static final double ROUNDING = 1e-12;

  @Example
  void giniOfTheVectorOfTheRPackages() {
    Concentration concentration = of(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261);
    assertThat(concentration.gini().orElseThrow()).isCloseTo(.4620911, within(5e-8));
    assertThat(concentration.correctedGini().orElseThrow()).isCloseTo(.5134346, within(5e-8));
  }

  @Example
  void nobodyHasNoConcentration() {
    Concentration concentration = of();
    assertThat(concentration.customers()).isZero();
    assertThat(concentration.reason()).isEqualTo(Concentration.NO_CUSTOMERS);
    assertThat(concentration.gini()).isEqualTo(Measure.missing(Concentration.NO_CUSTOMERS));
    assertThat(concentration.abc()).isEmpty();
    assertThat(concentration.lorenz()).isEmpty();
  }

  @Example
  void sharesOfNothingAreUndefined() {
    Concentration concentration = of(0, 0, 0);
    assertThat(concentration.customers()).isEqualTo(3);
    assertThat(concentration.reason()).isEqualTo(Concentration.NO_REVENUE);
    assertThat(concentration.correctedGini().value()).isNull();
    assertThat(concentration.herfindahlHirschman().value()).isNull();
    assertThat(concentration.topShares()).isEmpty();
  }

  @Example
  void oneCustomerIsEqualToItselfAndHasNoCorrectedGini() {
    Concentration concentration = of(7);
    assertThat(concentration.gini().orElseThrow()).isZero();
    assertThat(concentration.correctedGini())
        .isEqualTo(Measure.missing(Concentration.ONE_CUSTOMER));
    assertThat(concentration.herfindahlHirschman().orElseThrow()).isEqualTo(1);
    assertThat(concentration.lorenz().getLast()).isEqualTo(new Concentration.LorenzPoint(1, 1));
  }

  /**
   * 80, 15 and 5 of 100: the cumulative shares are exactly at the bounds, and a bound belongs to
   * the class it ends.
   */
  @Example
  void aCustomerExactlyAtABoundBelongsToTheBetterClass() {
    assertThat(of(80, 15, 5).abc())
        .extracting(Concentration.AbcClass::customers)
        .containsExactly(1L, 1L, 1L);
  }

  @Example
  void aCustomerWithMoreThanTheBoundOfALeavesAEmpty() {
    assertThat(of(81, 14, 5).abc())
        .extracting(Concentration.AbcClass::customers)
        .containsExactly(0L, 2L, 1L);
  }

  /** As doubles 0.07 · 100 is 7.000000000000001, whose ceiling is 8. */
  @Example
  void theTopPercentageIsNotRoundedUpWhenItIsWhole() {
    Concentration.Parameters sevenPercent =
        new Concentration.Parameters(
            BigDecimal.valueOf(80), BigDecimal.valueOf(95), List.of(BigDecimal.valueOf(7)), 2);
    Concentration hundred =
        Concentration.of(Collections.nCopies(100, BigDecimal.ONE), sevenPercent);
    assertThat(hundred.topShares())
        .containsExactly(
            new Concentration.TopShare(BigDecimal.valueOf(7), 7, new BigDecimal("7.00"), 0.07));
    Concentration some = Concentration.of(Collections.nCopies(101, BigDecimal.ONE), sevenPercent);
    assertThat(some.topShares()).extracting(Concentration.TopShare::customers).containsExactly(8L);
  }

  @Example
  void lorenzRunsLinearlyBetweenCustomers() {
    Concentration.Parameters fivePoints =
        new Concentration.Parameters(BigDecimal.valueOf(80), BigDecimal.valueOf(95), List.of(), 5);
    assertThat(Concentration.of(decimals(1, 3), fivePoints).lorenz())
        .containsExactly(
            new Concentration.LorenzPoint(0, 0),
            new Concentration.LorenzPoint(.25, .125),
            new Concentration.LorenzPoint(.5, .25),
            new Concentration.LorenzPoint(.75, .625),
            new Concentration.LorenzPoint(1, 1));
  }

  @Example
  void aNegativeTotalAFifthDecimalOrATooLargeSumIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(3, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concentration.of(List.of(new BigDecimal("0.00001")), DEFAULTS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concentration.of(List.of(new BigDecimal("1E+999999999")), DEFAULTS));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> of(900_000_000_000_000L, 900_000_000_000_000L));
  }

  /** Σ i·x and Σ x² exceed 64 bits here; the largest possible sum still gives exact ratios. */
  @Example
  void theLargestAmountsGiveExactRatios() {
    Concentration concentration = of(0, 900_000_000_000_000L);
    assertThat(concentration.gini().orElseThrow()).isEqualTo(.5);
    assertThat(concentration.herfindahlHirschman().orElseThrow()).isEqualTo(1);
  }

  @Property
  void allEqualIsZeroExactly(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @LongRange(min = 1, max = 10_000_000) long each) {
    Concentration concentration =
        Concentration.of(Collections.nCopies(n, BigDecimal.valueOf(each)), DEFAULTS);
    assertThat(concentration.gini().orElseThrow()).isZero();
    assertThat(concentration.herfindahlHirschman().orElseThrow())
        .isCloseTo(1.0 / n, within(ROUNDING));
  }

  @Property
  void onePositiveAmongNIsTheMaximum(
      @ForAll @IntRange(min = 2, max = 300) int n,
      @ForAll @LongRange(min = 1, max = 10_000_000) long all) {
    List<BigDecimal> totals =
        Stream.concat(
                Stream.of(BigDecimal.valueOf(all)),
                Collections.nCopies(n - 1, BigDecimal.ZERO).stream())
            .toList();
    Concentration concentration = Concentration.of(totals, DEFAULTS);
    assertThat(concentration.gini().orElseThrow()).isCloseTo((n - 1.0) / n, within(ROUNDING));
    assertThat(concentration.correctedGini().orElseThrow()).isEqualTo(1);
  }

  @Property
  void ratiosStayWithinTheirBounds(@ForAll("totals") List<BigDecimal> totals) {
    Concentration concentration = Concentration.of(totals, DEFAULTS);
    int n = totals.size();
    assertThat(concentration.gini().orElseThrow()).isBetween(0.0, (n - 1.0) / n + ROUNDING);
    assertThat(concentration.herfindahlHirschman().orElseThrow())
        .isBetween(1.0 / n - ROUNDING, 1.0);
    assertThat(concentration.topShares()).extracting(Concentration.TopShare::share).isSorted();
    assertThat(concentration.lorenz())
        .allMatch(point -> point.revenue() <= point.customers() + ROUNDING);
  }

  @Property
  void theClassesPartitionCustomersAndRevenue(@ForAll("totals") List<BigDecimal> totals) {
    Concentration concentration = Concentration.of(totals, DEFAULTS);
    List<Concentration.AbcClass> abc = concentration.abc();
    assertThat(abc.stream().mapToLong(Concentration.AbcClass::customers).sum())
        .isEqualTo(totals.size());
    assertThat(
            abc.stream()
                .map(Concentration.AbcClass::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(abc.getFirst().revenueShare()).isLessThanOrEqualTo(.8);
    assertThat(abc.get(0).revenueShare() + abc.get(1).revenueShare())
        .isLessThanOrEqualTo(.95 + ROUNDING);
  }

  @Property
  void anotherCurrencyUnitChangesNoRatio(
      @ForAll("totals") List<BigDecimal> totals,
      @ForAll @LongRange(min = 2, max = 1_000) long factor) {
    Concentration original = Concentration.of(totals, DEFAULTS);
    Concentration scaled =
        Concentration.of(
            totals.stream().map(total -> total.multiply(BigDecimal.valueOf(factor))).toList(),
            DEFAULTS);
    assertThat(scaled.gini()).isEqualTo(original.gini());
    assertThat(scaled.herfindahlHirschman()).isEqualTo(original.herfindahlHirschman());
    assertThat(scaled.abc())
        .extracting(Concentration.AbcClass::customers)
        .isEqualTo(original.abc().stream().map(Concentration.AbcClass::customers).toList());
  }

  @Property
  void theOrderOfTheTotalsDoesNotMatter(@ForAll("totals") List<BigDecimal> totals) {
    assertThat(Concentration.of(totals.reversed(), DEFAULTS))
        .isEqualTo(Concentration.of(totals, DEFAULTS));
  }

  /** The definition, summed over pairs: Σ|xᵢ − xⱼ| / (2 n Σx). */
  @Property
  void giniIsHalfTheRelativeMeanDifference(@ForAll("totals") List<BigDecimal> totals) {
    double differences = 0;
    double sum = 0;
    for (BigDecimal a : totals) {
      sum += a.doubleValue();
      for (BigDecimal b : totals) {
        differences += a.subtract(b).abs().doubleValue();
      }
    }
    assertThat(Concentration.of(totals, DEFAULTS).gini().orElseThrow())
        .isCloseTo(differences / (2 * totals.size() * sum), within(1e-9));
  }

  /** At least one is above zero; every decimal is used. */
  @Provide
  Arbitrary<List<BigDecimal>> totals() {
    return Arbitraries.longs()
        .between(0, 10_000_000_000L)
        .map(minorUnits -> BigDecimal.valueOf(minorUnits, 4))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .filter(totals -> totals.stream().anyMatch(total -> total.signum() > 0));
  }

  private static Concentration of(long... totals) {
    return Concentration.of(decimals(totals), DEFAULTS);
  }

  private static List<BigDecimal> decimals(long... values) {
    return LongStream.of(values).mapToObj(BigDecimal::valueOf).toList();
  }
}
