package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;

/**
 * Section B2 of the page of worked numbers: CLV(H, d). Source of the definition: Fader and Hardie
 * (2013) and the Python package lifetimes.
 */
class LifetimeValueTest {

  private static final GammaGamma VALUES = new GammaGamma(6.25, 3.74, 15.44);
  private static final LifetimeValue.Parameters YEAR = new LifetimeValue.Parameters(12, .01, 1);

  @Test
  void aMonthIsTheTwelfthPartOf52Weeks() {
    assertThat(LifetimeValue.DAYS_PER_MONTH).isEqualTo(30 + 1 / 3.0, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void theValueIsTheSumOfTheDiscountedMonths(ModelKind kind) {
    PurchaseModel model = PurchaseModel.of(kind, .5, 8, .8, 2.4);
    PurchaseHistory history = new PurchaseHistory(2, 30.43, 38.86);
    double month = 52 / 12.0;
    double sum = 0;
    for (int i = 1; i <= 12; i++) {
      sum +=
          (model.expectedPurchases(history, i * month)
                  - model.expectedPurchases(history, (i - 1) * month))
              / Math.pow(1.01, i);
    }
    double expected = sum * VALUES.expectedValue(2, 22.35).orElseThrow();
    assertThat(new LifetimeValue(model, VALUES, YEAR, 7).of(history, 22.35).orElseThrow())
        .isEqualTo(expected, within(1e-9 * expected));
    LifetimeValue.Parameters thin = new LifetimeValue.Parameters(12, .01, .3);
    assertThat(new LifetimeValue(model, VALUES, thin, 7).of(history, 22.35).orElseThrow())
        .isEqualTo(.3 * expected, within(1e-9 * expected));
  }

  @Property(tries = 100)
  void theValueGrowsWithTheHorizonAndFallsWithTheDiscount(
      @ForAll ModelKind kind,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @IntRange(min = 1, max = 60) int months,
      @ForAll @DoubleRange(min = 0, max = .2) double discount) {
    PurchaseModel model = PurchaseModel.of(kind, .5, 8, .8, 2.4);
    double value = value(model, history, months, discount);
    assertThat(value(model, history, months + 1, discount)).isGreaterThan(value);
    assertThat(value(model, history, months, discount + .01)).isLessThan(value);
  }

  private static double value(
      PurchaseModel model, PurchaseHistory history, int months, double discount) {
    LifetimeValue.Parameters parameters = new LifetimeValue.Parameters(months, discount, 1);
    return new LifetimeValue(model, VALUES, parameters, 7).of(history, 20).orElseThrow();
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 20),
            Arbitraries.doubles().between(.6, 1),
            Arbitraries.doubles().between(10, 60))
        .as((x, part, time) -> new PurchaseHistory(x, x == 0 ? 0 : part * time, time));
  }

  @Test
  void withoutAMeanValueThereIsNoLifetimeValue() {
    PurchaseModel model = PurchaseModel.of(ModelKind.MBG_NBD, .5, 8, .8, 2.4);
    GammaGamma heavy = new GammaGamma(.4, .9, 10);
    assertThat(new LifetimeValue(model, heavy, YEAR, 7).of(new PurchaseHistory(0, 0, 39), 0))
        .isEqualTo(Measure.missing(GammaGamma.NO_POPULATION_MEAN));
    assertThat(new LifetimeValue(model, VALUES, YEAR, 7).of(new PurchaseHistory(1, 5, 39), -3))
        .isEqualTo(Measure.missing(GammaGamma.NOT_POSITIVE_VALUE));
  }

  @ParameterizedTest
  @EnumSource
  void theWinBackListRanksAllCustomersByValueAtRisk(ModelKind kind) {
    PurchaseHistories<Integer> histories = CdnowSales.histories();
    PurchaseModel model = PurchaseModelFit.of(histories.grouped(), kind).model().orElseThrow();
    LifetimeValue lifetime = new LifetimeValue(model, VALUES, YEAR, 7);
    CustomerOutlooks<Integer> outlooks = new CustomerOutlooks<>(histories, model, VALUES, YEAR);
    List<CustomerOutlook<Integer>> all = new ArrayList<>();
    for (int row = 0; row < outlooks.size(); row++) {
      CustomerOutlook<Integer> outlook = outlooks.get(row);
      all.add(outlook);
      double value = lifetime.of(outlook.history(), histories.meanRepeatValue(row)).orElseThrow();
      assertThat(outlook.lifetimeValue().orElseThrow()).isEqualTo(value, within(1e-9));
      // Both are parts of the value of an active customer.
      assertThat(outlook.valueAtRisk().orElseThrow() * outlook.probabilityAlive())
          .isEqualTo(value * (1 - outlook.probabilityAlive()), within(1e-9));
      assertThat(outlook.expectedPurchases())
          .isEqualTo(model.expectedPurchases(outlook.history(), 52), within(1e-9));
      assertThat(outlook.recency()).isEqualTo(outlook.history().sinceLastPurchase());
    }
    WinBackList<Integer> list = WinBackList.of(outlooks, 25);
    List<Integer> expected =
        all.stream()
            .filter(CustomerOutlook::aliveIsEvidence)
            .sorted(
                Comparator.comparingDouble(
                        (CustomerOutlook<Integer> o) -> -o.valueAtRisk().orElseThrow())
                    .thenComparing(CustomerOutlook::customer))
            .limit(25)
            .map(CustomerOutlook::customer)
            .toList();
    assertThat(list.customers()).extracting(CustomerOutlook::customer).isEqualTo(expected);
    assertThat(list.leftOut())
        .isEqualTo(
            kind == ModelKind.BG_NBD
                ? List.of(new LeftOut(WinBackList.ALIVE_BY_ASSUMPTION, 1411))
                : List.of());
  }

  @Test
  void illegalParametersAreRefused() {
    assertThatThrownBy(() -> new LifetimeValue.Parameters(0, .01, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LifetimeValue.Parameters(12, -.01, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LifetimeValue.Parameters(12, .01, 0))
        .isInstanceOf(IllegalArgumentException.class);
    PurchaseModel model = PurchaseModel.of(ModelKind.MBG_NBD, .5, 8, .8, 2.4);
    assertThatThrownBy(() -> new LifetimeValue(model, VALUES, YEAR, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
