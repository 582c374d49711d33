package org.kexin.analysis.algorithm.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.Measure;

/**
 * Logistic regression: closed forms of one binary feature, the condition of a maximum (gradient
 * zero), and data that leave an unpenalised fit without a solution. Source: Hastie, Tibshirani and
 * Friedman (2009), The Elements of Statistical Learning, section 4.4.
 */
class PropensityTest {

  private static final PropensityFit.Parameters ALL_TRAINING =
      new PropensityFit.Parameters(1e-6, 0, 0, 1);

  private record Row(long key, double first, double second, boolean positive) {
    double[] values() {
      return new double[] {first, second};
    }
  }

  @Test
  void aBinaryFeatureHasTheLogOddsRatioAsCoefficient() {
    // Without the feature 20 of 100, with it 45 of 60: odds 1/4 and 3.
    Observations data = new Observations(List.of("returned"));
    addTimes(data, 20, 0, true);
    addTimes(data, 80, 0, false);
    addTimes(data, 45, 1, true);
    addTimes(data, 15, 1, false);
    PropensityModel model = PropensityFit.of(data, ALL_TRAINING).model().orElseThrow();
    PropensityModel.Feature feature = model.features().getFirst();
    assertThat(feature.mean()).isEqualTo(.375, within(1e-12));
    assertThat(feature.deviation()).isEqualTo(Math.sqrt(.375 * .625), within(1e-12));
    assertThat(feature.coefficient() / feature.deviation()).isEqualTo(Math.log(12), within(1e-6));
    assertThat(model.probability(new double[] {0})).isEqualTo(.2, within(1e-7));
    assertThat(model.probability(new double[] {1})).isEqualTo(.75, within(1e-7));
  }

  private static void addTimes(Observations data, int times, double value, boolean positive) {
    for (int i = 0; i < times; i++) {
      data.add(data.size(), new double[] {value}, positive);
    }
  }

  @Test
  void withAnOverwhelmingPenaltyEveryoneGetsTheBaseRate() {
    Observations data = new Observations(List.of("returned"));
    addTimes(data, 30, 0, true);
    addTimes(data, 20, 1, true);
    addTimes(data, 150, 1, false);
    PropensityModel model =
        PropensityFit.of(data, new PropensityFit.Parameters(1e9, 0, 0, 1)).model().orElseThrow();
    assertThat(model.probability(new double[] {0})).isEqualTo(.25, within(1e-6));
    assertThat(model.probability(new double[] {1})).isEqualTo(.25, within(1e-6));
  }

  @Property(tries = 100)
  void theGradientVanishesAtTheOptimum(
      @ForAll("rows") List<Row> rows, @ForAll("penalties") double penalty) {
    Observations data = observations(rows);
    PropensityFit fit = PropensityFit.of(data, new PropensityFit.Parameters(penalty, 0, 0, 1));
    PropensityModel model = fit.model().value();
    if (model == null) {
      assertThat(fit.model()).isEqualTo(Measure.missing(PropensityFit.NOT_ENOUGH_CASES));
      return;
    }
    assertThat(Objects.requireNonNull(fit.convergence()).converged()).isTrue();
    double[] gradient = new double[3];
    for (Row row : rows) {
      double residual = (row.positive() ? 1 : 0) - model.probability(row.values());
      gradient[2] += residual;
      for (int j = 0; j < 2; j++) {
        gradient[j] += residual * standardised(model.features().get(j), row.values()[j]);
      }
    }
    for (int j = 0; j < 2; j++) {
      gradient[j] -= penalty * model.features().get(j).coefficient();
    }
    for (double component : gradient) {
      assertThat(component / rows.size()).isEqualTo(0, within(1e-9 * Math.max(1, penalty)));
    }
  }

  private static double standardised(PropensityModel.Feature feature, double value) {
    return feature.deviation() == 0 ? 0 : (value - feature.mean()) / feature.deviation();
  }

  @Property(tries = 50)
  void theOrderOfTheRowsChangesNothing(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    PropensityFit.Parameters parameters = new PropensityFit.Parameters(1, .3, seed, 1);
    assertThat(PropensityFit.of(observations(shuffled), parameters))
        .isEqualTo(PropensityFit.of(observations(rows), parameters));
  }

  @Property(tries = 50)
  void reasonsAddUpToTheLogOdds(@ForAll("rows") List<Row> rows) {
    PropensityModel model =
        PropensityFit.of(observations(rows), new PropensityFit.Parameters(1, .2, 3, 1))
            .model()
            .value();
    if (model == null) {
      return;
    }
    for (Row row : rows) {
      PropensityModel.Explanation explanation = model.explain(row.values());
      double logOdds = model.intercept();
      double before = Double.MAX_VALUE;
      for (PropensityModel.Contribution reason : explanation.reasons()) {
        logOdds += reason.logOdds();
        assertThat(Math.abs(reason.logOdds())).isFinite().isLessThanOrEqualTo(before);
        before = Math.abs(reason.logOdds());
      }
      assertThat(explanation.probability())
          .isEqualTo(1 / (1 + Math.exp(-logOdds)), within(1e-12))
          .isBetween(0.0, 1.0);
      assertThat(explanation.averageProbability())
          .isEqualTo(1 / (1 + Math.exp(-model.intercept())), within(1e-15));
    }
  }

  @Test
  void aFeatureThatSeparatesTheOutcomesGetsAFiniteCoefficient() {
    Observations data = new Observations(List.of("spend", "noise"));
    for (int i = 0; i < 200; i++) {
      data.add(i, new double[] {i, i % 7}, i >= 100);
    }
    PropensityFit fit = PropensityFit.of(data, ALL_TRAINING);
    assertThat(Objects.requireNonNull(fit.convergence()).converged()).isTrue();
    PropensityModel model = fit.model().orElseThrow();
    assertThat(model.features().getFirst().coefficient()).isBetween(10.0, 1e5);
    assertThat(model.probability(new double[] {0, 3})).isLessThan(1e-3);
    assertThat(model.probability(new double[] {199, 3})).isGreaterThan(.999);
  }

  @Test
  void aConstantFeatureHasNoInfluence() {
    Observations data = new Observations(List.of("country", "orders"));
    for (int i = 0; i < 100; i++) {
      data.add(i, new double[] {1e15, i % 10}, i % 10 > 6);
    }
    PropensityModel model = PropensityFit.of(data, ALL_TRAINING).model().orElseThrow();
    assertThat(model.features().getFirst())
        .isEqualTo(new PropensityModel.Feature("country", 1e15, 0, 0));
    assertThat(model.probability(new double[] {-1e15, 3}))
        .isEqualTo(model.probability(new double[] {1e15, 3}));
  }

  @Test
  void aFeatureGivenTwiceSharesTheCoefficient() {
    Observations data = new Observations(List.of("a", "same"));
    for (int i = 0; i < 300; i++) {
      double value = i % 13;
      data.add(i, new double[] {value, value}, (i * 31 + i % 13) % 29 > 14);
    }
    PropensityFit fit = PropensityFit.of(data, ALL_TRAINING);
    assertThat(Objects.requireNonNull(fit.convergence()).converged()).isTrue();
    List<PropensityModel.Feature> features = fit.model().orElseThrow().features();
    assertThat(features.get(0).coefficient())
        .isEqualTo(features.get(1).coefficient(), within(1e-3));
  }

  @Test
  void withTooFewCasesThereIsAReasonAndNoModel() {
    Observations data = new Observations(List.of("a", "b"));
    for (int i = 0; i < 1000; i++) {
      data.add(i, new double[] {i % 3, i % 5}, i < 19);
    }
    PropensityFit.Parameters parameters = new PropensityFit.Parameters(1, 0, 0, 10);
    PropensityFit fit = PropensityFit.of(data, parameters);
    assertThat(fit)
        .isEqualTo(
            new PropensityFit(
                Measure.missing(PropensityFit.NOT_ENOUGH_CASES), null, 1000, 19, null));
    data.add(1000, new double[] {0, 0}, true);
    assertThat(PropensityFit.of(data, parameters).model().reason()).isNull();
    assertThat(PropensityFit.of(new Observations(List.of("a")), parameters).model())
        .isEqualTo(Measure.missing(PropensityFit.NOT_ENOUGH_CASES));
  }

  @Test
  void theSplitDependsOnKeyAndSeedOnly() {
    Observations all = new Observations(List.of("a"));
    Observations even = new Observations(List.of("a"));
    for (int i = 0; i < 20_000; i++) {
      all.add(i, new double[] {0}, false);
      if (i % 2 == 0) {
        even.add(i, new double[] {0}, false);
      }
    }
    List<Long> heldOut = keys(all, TrainingSplit.of(all, .3, 7).holdOut());
    assertThat(heldOut.size()).isBetween(5_700, 6_300);
    assertThat(keys(even, TrainingSplit.of(even, .3, 7).holdOut()))
        .containsExactlyElementsOf(heldOut.stream().filter(key -> key % 2 == 0).toList());
    assertThat(keys(all, TrainingSplit.of(all, .3, 8).holdOut())).isNotEqualTo(heldOut);
  }

  private static List<Long> keys(Observations data, int[] rows) {
    List<Long> keys = new ArrayList<>();
    for (int row : rows) {
      keys.add(data.key(row));
    }
    return keys;
  }

  @Test
  void whatCannotBeUsedIsRefused() {
    Observations data = new Observations(List.of("a"));
    assertThatThrownBy(() -> data.add(1, new double[] {Double.NaN}, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> data.add(1, new double[] {1, 2}, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Observations(List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PropensityFit.Parameters(0, .3, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
    data.add(1, new double[] {1}, true);
    data.add(1, new double[] {2}, true);
    assertThatThrownBy(() -> PropensityFit.of(data, PropensityFit.Parameters.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key appears twice");
  }

  @Provide
  Arbitrary<Double> penalties() {
    return Arbitraries.of(1e-6, 1e-3, 1.0, 1e3);
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Double> feature =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue),
            Arbitraries.doubles().between(-100, 100),
            Arbitraries.of(-1e15, 1e15, 1e-200, 0.0));
    return Combinators.combine(feature, feature, Arbitraries.of(true, false))
        .as((a, b, positive) -> new Row(0, a, b, positive))
        .list()
        .ofMaxSize(40)
        .map(PropensityTest::withKeys);
  }

  private static List<Row> withKeys(List<Row> rows) {
    List<Row> keyed = new ArrayList<>();
    for (Row row : rows) {
      keyed.add(new Row(keyed.size(), row.first(), row.second(), row.positive()));
    }
    return keyed;
  }

  private static Observations observations(List<Row> rows) {
    Observations data = new Observations(List.of("first", "second"));
    rows.forEach(row -> data.add(row.key(), row.values(), row.positive()));
    return data;
  }
}
