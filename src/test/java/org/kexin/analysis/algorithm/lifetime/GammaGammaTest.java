package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;

/**
 * Section B2 of the page of worked numbers: the CDNOW sample with the mean repeat spend. Sources:
 * Fader and Hardie (2013), The Gamma-Gamma model of monetary value; the tests of the Python package
 * lifetimes.
 */
class GammaGammaTest {

  private static final GammaGamma PUBLISHED = new GammaGamma(6.25, 3.74, 15.44);

  @Test
  void theModelIsFittedAsPublished() {
    GammaGammaFit fit = GammaGammaFit.of(CdnowSales.repeatValues());
    assertThat(fit.convergence()).isEqualTo(Convergence.CONVERGED);
    assertThat(fit.customers()).isEqualTo(946);
    assertThat(fit.leftOut())
        .containsExactly(new LeftOut(GammaGammaFit.CUSTOMERS_WITHOUT_REPEATS, 1411));
    GammaGamma model = fit.model().orElseThrow();
    assertThat(model.p()).isEqualTo(6.25, within(.01)).isEqualTo(6.248804, within(1e-5));
    assertThat(model.q()).isEqualTo(3.74, within(.01)).isEqualTo(3.744588, within(1e-6));
    assertThat(model.v()).isEqualTo(15.44, within(.01)).isEqualTo(15.447741, within(1e-5));
    assertThat(fit.logLikelihood().orElseThrow()).isEqualTo(-4055.923244, within(1e-6));
    assertThat(model.populationMean().orElseThrow()).isEqualTo(35.171, within(5e-4));
  }

  @Test
  void theFitIsAMaximumOfTheLikelihoodOverSingleCustomers() {
    RepeatValues values = CdnowSales.repeatValues();
    GammaGammaFit fit = GammaGammaFit.of(values);
    GammaGamma best = fit.model().orElseThrow();
    double atBest = logLikelihood(best, values);
    assertThat(atBest).isEqualTo(fit.logLikelihood().orElseThrow(), within(1e-7));
    for (double f : new double[] {.99, 1.01}) {
      assertThat(logLikelihood(new GammaGamma(best.p() * f, best.q(), best.v()), values))
          .isLessThan(atBest);
      assertThat(logLikelihood(new GammaGamma(best.p(), best.q() * f, best.v()), values))
          .isLessThan(atBest);
      assertThat(logLikelihood(new GammaGamma(best.p(), best.q(), best.v() * f), values))
          .isLessThan(atBest);
    }
  }

  private static double logLikelihood(GammaGamma model, RepeatValues values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += model.logLikelihood(values.repeats(i), values.mean(i));
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"2, 22.35, 24.6637", "1, 11.77, 18.9169", "0, 0, 35.2190"})
  void theMeanValueOfACustomerIsAsPublished(int repeats, double mean, double expected) {
    assertThat(PUBLISHED.expectedValue(repeats, mean).orElseThrow())
        .isEqualTo(expected, within(5e-5));
  }

  @Test
  void theFirstCustomersHaveThePublishedMeanValues() {
    PurchaseHistories<Integer> histories = CdnowSales.histories();
    double[] published = {24.65, 18.91, 35.17, 35.17, 35.17, 18.91, 35.17, 35.17};
    int[] customers = {1, 2, 3, 4, 5, 7, 8, 10};
    for (int i = 0; i < customers.length; i++) {
      int row = customers[i] - 1;
      assertThat(
              PUBLISHED
                  .expectedValue(histories.history(row).repeats(), histories.meanRepeatValue(row))
                  .orElseThrow())
          .isEqualTo(published[i], within(.1));
    }
  }

  @Test
  void theCorrelationOfFrequencyAndValueIsReported() {
    // Pearson's coefficient of the 946 pairs, computed separately in exact arithmetic.
    assertThat(GammaGammaFit.of(CdnowSales.repeatValues()).correlation().orElseThrow())
        .isEqualTo(0.1138839105, within(1e-9));
  }

  @Test
  void withoutAPopulationMeanThereIsAReason() {
    GammaGamma heavy = new GammaGamma(.4, 1, 10);
    assertThat(heavy.populationMean()).isEqualTo(Measure.missing(GammaGamma.NO_POPULATION_MEAN));
    assertThat(heavy.expectedValue(0, 0)).isEqualTo(Measure.missing(GammaGamma.NO_POPULATION_MEAN));
    // p (v + x z) / (p x + q - 1) = .4 (10 + 20) / .4
    assertThat(heavy.expectedValue(1, 20).orElseThrow()).isEqualTo(30, within(1e-9));
    assertThat(new GammaGamma(.2, .5, 10).expectedValue(2, 20))
        .isEqualTo(Measure.missing(GammaGamma.NO_CUSTOMER_MEAN));
  }

  @Test
  void zeroAndNegativeMeanValuesAreLeftOutAndCounted() {
    RepeatValues values = new RepeatValues();
    values.add(1, 10);
    values.add(2, 20);
    values.add(3, 15);
    values.add(2, 0);
    values.add(1, -4);
    GammaGammaFit fit = GammaGammaFit.of(values);
    assertThat(fit.customers()).isEqualTo(3);
    assertThat(fit.leftOut())
        .containsExactly(new LeftOut(GammaGammaFit.CUSTOMERS_WITHOUT_POSITIVE_VALUE, 2));
    assertThat(PUBLISHED.expectedValue(2, 0))
        .isEqualTo(Measure.missing(GammaGamma.NOT_POSITIVE_VALUE));
  }

  @Test
  void withoutDifferentValuesThereIsNoModel() {
    RepeatValues values = new RepeatValues();
    assertThat(GammaGammaFit.of(values).model())
        .isEqualTo(Measure.missing(GammaGammaFit.TOO_FEW_VALUES));
    values.add(1, 10);
    values.add(4, 10);
    GammaGammaFit fit = GammaGammaFit.of(values);
    assertThat(fit.model()).isEqualTo(Measure.missing(GammaGammaFit.TOO_FEW_VALUES));
    assertThat(fit.correlation()).isEqualTo(Measure.missing(GammaGammaFit.NO_VARIATION));
  }

  @Test
  void valuesThatHardlyDifferEndAtABoundOrAreWeaklyIdentified() {
    RepeatValues values = new RepeatValues();
    for (int i = 0; i < 50; i++) {
      values.add(1 + i % 3, 100 + 1e-6 * i);
    }
    GammaGammaFit fit = GammaGammaFit.of(values);
    assertThat(fit.convergence()).isNotEqualTo(Convergence.CONVERGED);
    assertThat(fit.model().orElseThrow().expectedValue(2, 100).orElseThrow())
        .isEqualTo(100, within(1.0));
  }

  @Test
  void illegalParametersAreRefused() {
    assertThatThrownBy(() -> new GammaGamma(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GammaGamma(1, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RepeatValues().add(1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
