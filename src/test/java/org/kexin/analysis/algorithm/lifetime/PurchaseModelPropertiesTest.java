package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Section B1 of the page of worked numbers, the required properties: the formulas of the papers for
 * moderate parameters, and defined answers for extreme ones.
 */
class PurchaseModelPropertiesTest {

  private record Parameters(double r, double alpha, double third, double fourth) {}

  private record Ordinary(Parameters parameters, PurchaseHistory history, double time) {
    PurchaseModel model(ModelKind kind) {
      return PurchaseModel.of(
          kind, parameters.r, parameters.alpha, parameters.third, parameters.fourth);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void bgNbdAgreesWithThePaper(@ForAll("ordinary") Ordinary o) {
    BetaGeometric m = (BetaGeometric) o.model(ModelKind.BG_NBD);
    PurchaseHistory h = o.history();
    near(m.logLikelihood(h), PaperFormulas.bgNbdLogLikelihood(m, h));
    near(m.probabilityAlive(h), PaperFormulas.bgNbdAlive(m, h));
    near(m.expectedPurchases(o.time()), PaperFormulas.bgNbdNew(m, o.time()));
    near(m.expectedPurchases(h, o.time()), PaperFormulas.bgNbdExpected(m, h, o.time()));
    near(
        m.probabilityOf(h.repeats(), o.time()),
        PaperFormulas.bgNbdProbability(m, h.repeats(), o.time()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void mbgNbdAgreesWithThePaper(@ForAll("ordinary") Ordinary o) {
    BetaGeometric m = (BetaGeometric) o.model(ModelKind.MBG_NBD);
    PurchaseHistory h = o.history();
    near(m.logLikelihood(h), PaperFormulas.mbgNbdLogLikelihood(m, h));
    near(m.probabilityAlive(h), PaperFormulas.mbgNbdAlive(m, h));
    near(m.expectedPurchases(o.time()), PaperFormulas.mbgNbdNew(m, o.time()));
    near(m.expectedPurchases(h, o.time()), PaperFormulas.mbgNbdExpected(m, h, o.time()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void paretoNbdAgreesWithThePaperInBothBranches(@ForAll("ordinary") Ordinary o) {
    Parameters p = o.parameters();
    // alpha and beta are times of the same size, so both orders occur.
    ParetoNbd m = new ParetoNbd(p.r(), p.alpha(), p.third(), p.alpha() * p.fourth() / 2);
    PurchaseHistory h = o.history();
    near(m.logLikelihood(h), PaperFormulas.paretoLogLikelihood(m, h));
    near(m.probabilityAlive(h), PaperFormulas.paretoAlive(m, h));
    near(m.expectedPurchases(o.time()), PaperFormulas.paretoNew(m, o.time()));
    near(m.expectedPurchases(h, o.time()), PaperFormulas.paretoExpected(m, h, o.time()));
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
  }

  @Provide
  Arbitrary<Ordinary> ordinary() {
    Arbitrary<Double> shape = Arbitraries.doubles().between(.2, 4);
    // Where the papers' forms divide by zero they cannot be the measure.
    Arbitrary<Double> notOne = shape.filter(value -> Math.abs(value - 1) > .05);
    Arbitrary<Double> scale = Arbitraries.doubles().between(5, 40);
    Arbitrary<Parameters> parameters =
        Combinators.combine(shape, scale, notOne, Arbitraries.doubles().between(1.1, 4))
            .as(Parameters::new);
    Arbitrary<PurchaseHistory> history =
        Combinators.combine(
                Arbitraries.integers().between(0, 12),
                Arbitraries.doubles().between(.05, .95),
                Arbitraries.doubles().between(5, 60))
            .as((x, part, time) -> new PurchaseHistory(x, x == 0 ? 0 : part * time, time));
    return Combinators.combine(parameters, history, Arbitraries.doubles().between(1, 60))
        .as(Ordinary::new);
  }

  @Property(tries = 500)
  void everyAnswerIsFiniteForExtremeParametersAndHistories(
      @ForAll ModelKind kind,
      @ForAll("extremeParameters") double[] parameters,
      @ForAll("extremeHistories") PurchaseHistory history,
      @ForAll("extremeTimes") double time) {
    PurchaseModel model = PurchaseModel.of(kind, parameters);
    assertThat(model.logLikelihood(history)).isFinite();
    assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
    assertThat(model.expectedPurchases(time)).isFinite().isNotNegative();
    assertThat(model.expectedPurchases(history, time)).isFinite().isNotNegative();
    double later = model.expectedPurchasesIfAlive(history, time * .5);
    assertThat(model.expectedPurchasesIfAlive(history, time))
        .isGreaterThanOrEqualTo(later * (1 - 1e-9));
    if (model instanceof BetaGeometric geometric) {
      assertThat(geometric.probabilityOf(Math.min(history.repeats(), 10_000), time))
          .isBetween(0.0, 1.0);
    }
  }

  /** The second is a time in every model; the fourth is one in one of them, a shape in others. */
  @Provide
  Arbitrary<double[]> extremeParameters() {
    Arbitrary<Double> value = Arbitraries.doubles().between(-12, 12).map(Math::exp);
    Arbitrary<Double> shape = Arbitraries.oneOf(value, Arbitraries.of(1e-9, 1.0, 1e6));
    Arbitrary<Double> time = Arbitraries.oneOf(value, Arbitraries.of(1e-9, 1.0, 1e9));
    return Combinators.combine(shape, time, shape, shape)
        .as((r, alpha, a, b) -> new double[] {r, alpha, a, b});
  }

  @Test
  void aShapeOfWhichTooFewDigitsWouldBeLeftIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaGeometric(ModelKind.BG_NBD, .3, 1e9, 1.1e6, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ParetoNbd(1.1e6, 1, 1, 1e9));
    assertThat(new ParetoNbd(1e6, 1e9, 1e6, 1e9).expectedPurchases(0)).isZero();
  }

  @Provide
  Arbitrary<PurchaseHistory> extremeHistories() {
    return Combinators.combine(
            Arbitraries.of(0, 1, 2, 30, 900, 20_000),
            Arbitraries.of(1e-9, .001, .5, .999, 1.0),
            Arbitraries.of(1e-6, 1.0, 39.0, 3650.0, 1e9))
        .as((x, part, time) -> new PurchaseHistory(x, x == 0 ? 0 : part * time, time));
  }

  @Provide
  Arbitrary<Double> extremeTimes() {
    return Arbitraries.of(0.0, 1e-9, 1.0, 52.0, 520.0, 1e5, 1e9);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theSeriesAndTheIntegralAgree(
      @ForAll("shapes") double shape,
      @ForAll("shapes") double a,
      @ForAll("shapes") double b,
      @ForAll("ratios") double ratio) {
    PurchasesBeforeLeaving expectation = new PurchasesBeforeLeaving(shape, a, b);
    double series = expectation.series(ratio);
    assertThat(expectation.integral(ratio)).isEqualTo(series, within(1e-9 * series));
  }

  @Provide
  Arbitrary<Double> shapes() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-9, 6).map(Math::exp), Arbitraries.of(1.0, 2.0, .5));
  }

  @Provide
  Arbitrary<Double> ratios() {
    return Arbitraries.doubles().between(-12, 5).map(Math::exp);
  }

  @ParameterizedTest
  @EnumSource(names = {"BG_NBD", "MBG_NBD"})
  void aOfOneIsALimit(ModelKind kind) {
    PurchaseHistory history = new PurchaseHistory(4, 20, 39);
    PurchaseModel at = PurchaseModel.of(kind, .3, 5, 1, 2.4);
    PurchaseModel below = PurchaseModel.of(kind, .3, 5, 1 - 1e-5, 2.4);
    PurchaseModel above = PurchaseModel.of(kind, .3, 5, 1 + 1e-5, 2.4);
    assertThat(at.expectedPurchases(52))
        .isEqualTo((below.expectedPurchases(52) + above.expectedPurchases(52)) / 2, within(1e-9));
    assertThat(at.expectedPurchases(history, 52))
        .isEqualTo(
            (below.expectedPurchases(history, 52) + above.expectedPurchases(history, 52)) / 2,
            within(1e-9));
  }

  @Test
  void sOfOneIsALimit() {
    PurchaseHistory history = new PurchaseHistory(4, 20, 39);
    ParetoNbd at = new ParetoNbd(.5, 10, 1, 12);
    ParetoNbd near = new ParetoNbd(.5, 10, 1 + 1e-9, 12);
    // r beta / alpha · log(1 + t / beta)
    assertThat(at.expectedPurchases(52)).isEqualTo(.6 * Math.log1p(52 / 12.0), within(1e-12));
    assertThat(at.expectedPurchases(history, 52))
        .isEqualTo(near.expectedPurchases(history, 52), within(1e-7));
  }

  @Test
  void aPlusBOfOneIsALimit() {
    BetaGeometric at = new BetaGeometric(ModelKind.BG_NBD, .3, 5, .4, .6);
    BetaGeometric near = new BetaGeometric(ModelKind.BG_NBD, .3, 5, .4, .6 + 1e-9);
    assertThat(at.expectedPurchases(20)).isEqualTo(near.expectedPurchases(20), within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(names = {"BG_NBD", "MBG_NBD"})
  void theDistributionOfPurchasesSumsToOneAndHasTheExpectedMean(ModelKind kind) {
    BetaGeometric model = new BetaGeometric(kind, .6, 6, .9, 1.6);
    double sum = 0;
    double mean = 0;
    for (int x = 0; x < 3000; x++) {
      double probability = model.probabilityOf(x, 52);
      sum += probability;
      mean += x * probability;
    }
    assertThat(sum).isEqualTo(1, within(1e-9));
    assertThat(mean).isEqualTo(model.expectedPurchases(52), within(1e-6));
    assertThat(model.probabilityOf(0, 0)).isEqualTo(1, within(1e-12));
    assertThat(model.probabilityOf(1, 0)).isEqualTo(0);
  }

  @Test
  void underBgNbdAOneTimeBuyerIsAliveByAssumption() {
    PurchaseHistory longAgo = new PurchaseHistory(0, 0, 520);
    PurchaseModel bg = PurchaseModel.of(ModelKind.BG_NBD, .24, 4.4, .8, 2.4);
    assertThat(bg.probabilityAlive(longAgo)).isEqualTo(1);
    assertThat(bg.aliveIsEvidence(longAgo)).isFalse();
    assertThat(bg.aliveIsEvidence(new PurchaseHistory(1, 3, 520))).isTrue();
    for (ModelKind kind : new ModelKind[] {ModelKind.MBG_NBD, ModelKind.PARETO_NBD}) {
      PurchaseModel model = PurchaseModel.of(kind, .24, 4.4, .8, 2.4);
      assertThat(model.probabilityAlive(longAgo)).isLessThan(.6);
      assertThat(model.aliveIsEvidence(longAgo)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void morePurchasesWithTheSameOldLastOneMayLowerTheExpectation(ModelKind kind) {
    PurchaseModel model = PurchaseModel.of(kind, .5, 8, .8, 2.4);
    double few = model.expectedPurchases(new PurchaseHistory(2, 10, 39), 39);
    double many = model.expectedPurchases(new PurchaseHistory(15, 10, 39), 39);
    assertThat(many).isLessThan(few);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 5", "1, 0, 5", "2, 6, 5", "-1, 0, 5", "1, 2, 2e9", "1, NaN, 5"})
  void anImpossibleHistoryIsRefused(int repeats, double last, double observed) {
    assertThatThrownBy(() -> new PurchaseHistory(repeats, last, observed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void anImpossibleParameterIsRefused(double value) {
    for (ModelKind kind : ModelKind.values()) {
      assertThatThrownBy(() -> PurchaseModel.of(kind, 1, 1, value, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
