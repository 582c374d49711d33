package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Section B1 of the page of worked numbers: the CDNOW sample, calibration 39 weeks. Sources: Fader,
 * Hardie and Lee (2005), Marketing Science 24(2), Table 2; the walkthrough of the R package BTYD;
 * the tests of the Python package lifetimes.
 */
class PurchaseModelsTest {

  @Nested
  class OnTheCdnowSample {

    private final PurchaseHistories<Integer> histories = CdnowSales.histories();

    @Test
    void purchasesAreCountedByDay() {
      assertThat(histories.size()).isEqualTo(2357);
      long repeats = 0;
      long oneTime = 0;
      int most = 0;
      long holdOut = 0;
      for (int i = 0; i < histories.size(); i++) {
        int x = histories.history(i).repeats();
        repeats += x;
        oneTime += x == 0 ? 1 : 0;
        most = Math.max(most, x);
        holdOut += histories.holdOutRepeats(i);
      }
      assertThat(repeats).isEqualTo(2457);
      assertThat(most).isEqualTo(29);
      assertThat(oneTime).isEqualTo(1411);
      assertThat(holdOut).isEqualTo(1882);
      PurchaseHistory first = histories.history(0);
      assertThat(histories.customer(0)).isEqualTo(1);
      assertThat(first.repeats()).isEqualTo(2);
      assertThat(first.lastPurchase()).isEqualTo(30.428571, within(5e-7));
      assertThat(first.observed()).isEqualTo(38.857143, within(5e-7));
    }

    @Test
    void bgNbdIsFittedAsPublished() {
      PurchaseModelFit fit = PurchaseModelFit.of(histories.grouped(), ModelKind.BG_NBD);
      assertThat(fit.convergence()).isEqualTo(Convergence.CONVERGED);
      assertThat(fit.logLikelihood().orElseThrow()).isEqualTo(-9582.4292, within(5e-5));
      BetaGeometric model = (BetaGeometric) fit.model().orElseThrow();
      assertThat(model.r()).isEqualTo(.24259, within(5e-6));
      assertThat(model.alpha()).isEqualTo(4.4136, within(5e-5));
      assertThat(model.a()).isEqualTo(.79292, within(5e-5));
      assertThat(model.b()).isEqualTo(2.42591, within(2e-4));
      assertThat(fit.customers()).isEqualTo(2357);
      assertThat(fit.standardErrors()).hasSize(4);
    }

    @Test
    void theRoundedSummaryHasTheLikelihoodOfLifetimes() {
      PurchaseModelFit fit =
          PurchaseModelFit.of(GroupedHistories.of(CdnowSales.summary()), ModelKind.BG_NBD);
      assertThat(fit.logLikelihood().orElseThrow()).isEqualTo(-9582.42556, within(5e-6));
    }

    @ParameterizedTest
    @EnumSource
    void aFitIsAMaximumOfTheLikelihoodOverSingleCustomers(ModelKind kind) {
      PurchaseModelFit fit = PurchaseModelFit.of(histories.grouped(), kind);
      PurchaseModel best = fit.model().orElseThrow();
      assertThat(fit.convergence()).isEqualTo(Convergence.CONVERGED);
      double atBest = logLikelihood(best);
      assertThat(atBest).isEqualTo(fit.logLikelihood().orElseThrow(), within(1e-7));
      double[] values =
          best.parameters().stream().mapToDouble(PurchaseModel.Parameter::value).toArray();
      for (int i = 0; i < values.length; i++) {
        for (double factor : new double[] {.98, 1.02}) {
          double[] moved = values.clone();
          moved[i] *= factor;
          assertThat(logLikelihood(PurchaseModel.of(kind, moved))).isLessThan(atBest);
        }
      }
    }

    @Test
    void theTableOfTheHoldOutIsAsPublished() {
      ModelComparison comparison =
          ModelComparison.of(histories, List.of(ModelKind.values()), _ -> {});
      List<ModelComparison.FrequencyClass> actual = comparison.actual();
      assertThat(actual.stream().map(ModelComparison.FrequencyClass::customers))
          .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
      double[] counted = {.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594};
      assertMeans(actual, counted, 5e-5);
      // Published from a fit that stopped a little before the optimum: its b is 2.42589.
      double[] published = {.2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570};
      assertMeans(comparison.models().get(0).predicted(), published, 2e-4);
      assertThat(comparison.actualTotal()).isEqualTo(1882);
      assertThat(comparison.customers()).isEqualTo(2357);
      assertThat(comparison.time()).isEqualTo(39);
    }

    @Test
    void theErrorsOfTheHoldOutAreThoseOfTheSinglePredictions() {
      for (ModelComparison.HoldOut holdOut :
          ModelComparison.of(histories, List.of(ModelKind.values()), _ -> {}).models()) {
        PurchaseModel model = holdOut.fit().model().orElseThrow();
        double absolute = 0;
        double square = 0;
        double total = 0;
        for (int i = 0; i < histories.size(); i++) {
          double predicted = model.expectedPurchases(histories.history(i), 39);
          double error = predicted - histories.holdOutRepeats(i);
          absolute += Math.abs(error) / 2357;
          square += error * error / 2357;
          total += predicted;
        }
        assertThat(holdOut.meanAbsoluteError().orElseThrow()).isEqualTo(absolute, within(1e-9));
        assertThat(holdOut.rootMeanSquareError().orElseThrow())
            .isEqualTo(Math.sqrt(square), within(1e-9));
        assertThat(holdOut.predictedTotal().orElseThrow()).isEqualTo(total, within(1e-6));
      }
    }

    private void assertMeans(
        List<ModelComparison.FrequencyClass> classes, double[] expected, double tolerance) {
      for (int i = 0; i < expected.length; i++) {
        assertThat(classes.get(i).meanPurchases().orElseThrow())
            .isEqualTo(expected[i], within(tolerance));
      }
    }

    private double logLikelihood(PurchaseModel model) {
      double sum = 0;
      for (int i = 0; i < histories.size(); i++) {
        sum += model.logLikelihood(histories.history(i));
      }
      return sum;
    }
  }

  @Nested
  class AtTheBgNbdOptimum {

    private final PurchaseModel fitted =
        PurchaseModelFit.of(CdnowSales.histories().grouped(), ModelKind.BG_NBD)
            .model()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
      ".1429, .007816",
      "1, .053184",
      "3, .150631",
      "31.8571, 1.040489",
      "32, 1.043732",
      "78, 1.857958"
    })
    void aNewCustomerIsExpectedToBuyAsComputedFromTheDefinition(double weeks, double purchases) {
      assertThat(fitted.expectedPurchases(weeks)).isEqualTo(purchases, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
      ".1429, .0078",
      "1, .0532",
      "3, .1506",
      "31.8571, 1.0405",
      "32, 1.0437",
      "78, 1.8576",
      "52, 1.444004"
    })
    void aNewCustomerIsExpectedToBuyAsPublished(double weeks, double purchases) {
      assertThat(fitted.expectedPurchases(weeks)).isEqualTo(purchases, within(.001));
    }

    @Test
    void customer1516IsExpectedToBuyAsPublished() {
      PurchaseHistory history = new PurchaseHistory(26, 30.857143, 31);
      assertThat(fitted.expectedPurchases(history, 52))
          .isEqualTo(25.757336, within(2e-6))
          .isEqualTo(25.75659, within(.001));
      assertThat(fitted.probabilityAlive(history))
          .isEqualTo(.9688544, within(5e-8))
          .isEqualTo(.9688523, within(5e-6));
    }

    @Test
    void aCustomerWithTwoRepeatsIsExpectedToBuyAsPublished() {
      PurchaseHistory history = new PurchaseHistory(2, 30.43, 38.86);
      assertThat(fitted.expectedPurchases(history, 39)).isEqualTo(1.226, within(.001));
      assertThat(fitted.probabilityAlive(history)).isEqualTo(.72661, within(5e-6));
    }
  }

  @Test
  void paretoNbdIsFittedAsTheRPackageBtydFitsIt() {
    PurchaseModelFit fit =
        PurchaseModelFit.of(CdnowSales.histories().grouped(), ModelKind.PARETO_NBD);
    // Fader and Hardie (2005), note on implementing the Pareto/NBD model: .553 10.578 .606 11.669.
    ParetoNbd model = (ParetoNbd) fit.model().orElseThrow();
    assertThat(model.r()).isEqualTo(.553, within(5e-4));
    assertThat(model.alpha()).isEqualTo(10.578, within(5e-4));
    assertThat(model.s()).isEqualTo(.606, within(5e-4));
    assertThat(model.beta()).isEqualTo(11.669, within(5e-4));
    assertThat(fit.logLikelihood().orElseThrow()).isEqualTo(-9595.0, within(.05));
  }
}
