package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Totals and ranks of all customers against the outlook of each, on the CDNOW sample. */
class ExpectedTotalsTest {

  private static final GammaGamma VALUES = new GammaGamma(6.25, 3.74, 15.44);
  private static final LifetimeValue.Parameters HALF = new LifetimeValue.Parameters(6, .01, .5);

  @ParameterizedTest
  @EnumSource
  void totalsAreTheSumsOfTheCustomers(ModelKind kind) {
    PurchaseHistories<Integer> histories = CdnowSales.histories();
    PurchaseModel model = PurchaseModel.of(kind, .5, 8, .8, 2.4);
    CustomerOutlooks<Integer> outlooks = new CustomerOutlooks<>(histories, model, VALUES, HALF);
    double purchases = 0;
    double active = 0;
    double value = 0;
    for (int row = 0; row < outlooks.size(); row++) {
      CustomerOutlook<Integer> outlook = outlooks.get(row);
      purchases += outlook.expectedPurchases();
      active += outlook.probabilityAlive();
      Double worth = outlook.lifetimeValue().value();
      value += worth == null ? 0 : worth;
    }

    ExpectedTotals totals = ExpectedTotals.of(histories, model, VALUES, HALF);

    assertThat(totals.customers()).isEqualTo(2357);
    assertThat(totals.months()).hasSize(6);
    assertThat(totals.purchases()).isCloseTo(purchases, within(1e-6));
    assertThat(totals.active()).isCloseTo(active, within(1e-6));
    assertThat(totals.lifetimeValue()).isCloseTo(value, within(1e-6 * value));
    // 1,411 customers of the sample bought once.
    assertThat(totals.activeByAssumption()).isEqualTo(kind == ModelKind.BG_NBD ? 1411 : 0);
  }

  @Test
  void withoutAValuePurchasesAreExpectedAllTheSame() {
    PurchaseModel model = PurchaseModel.of(ModelKind.MBG_NBD, .5, 8, .8, 2.4);

    ExpectedTotals totals = ExpectedTotals.of(CdnowSales.histories(), model, null, HALF);

    assertThat(totals.withoutValue()).isEqualTo(2357);
    assertThat(totals.purchases()).isPositive();
    assertThat(totals.lifetimeValue()).isZero();
  }

  @Test
  void theMostValuableAreRankedByLifetimeValueAndTiesByRow() {
    PurchaseHistories<Integer> histories = CdnowSales.histories();
    PurchaseModel model = PurchaseModel.of(ModelKind.MBG_NBD, .5, 8, .8, 2.4);
    CustomerOutlooks<Integer> outlooks = new CustomerOutlooks<>(histories, model, VALUES, HALF);
    List<CustomerOutlook<Integer>> all = new ArrayList<>();
    for (int row = 0; row < outlooks.size(); row++) {
      all.add(outlooks.get(row));
    }

    MostValuableList<Integer> list = MostValuableList.of(outlooks, 1_000);

    assertThat(list.customers())
        .isEqualTo(
            all.stream()
                .filter(outlook -> outlook.lifetimeValue().value() != null)
                .sorted(
                    Comparator.comparingDouble(
                            (CustomerOutlook<Integer> outlook) ->
                                outlook.lifetimeValue().orElseThrow())
                        .reversed())
                .limit(1_000)
                .toList());
  }
}
