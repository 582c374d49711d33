package org.kexin.analysis.algorithm.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.analysis.algorithm.Measure;

/**
 * Section B1 of the page of worked numbers, what is required of a fit: grouping, order and unit of
 * time change nothing, and data that say little give a defined answer.
 */
class PurchaseModelFitTest {

  private static final List<PurchaseHistory> SUMMARY = CdnowSales.summary();

  @ParameterizedTest
  @EnumSource
  void theOrderOfTheCustomersDoesNotChangeOneBit(ModelKind kind) {
    List<PurchaseHistory> shuffled = new ArrayList<>(SUMMARY);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(PurchaseModelFit.of(GroupedHistories.of(shuffled), kind))
        .isEqualTo(PurchaseModelFit.of(GroupedHistories.of(SUMMARY), kind));
  }

  @ParameterizedTest
  @EnumSource
  void threeTimesEveryCustomerGivesTheSameParameters(ModelKind kind) {
    List<PurchaseHistory> tripled = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tripled.addAll(SUMMARY);
    }
    PurchaseModelFit once = PurchaseModelFit.of(GroupedHistories.of(SUMMARY), kind);
    PurchaseModelFit thrice = PurchaseModelFit.of(GroupedHistories.of(tripled), kind);
    assertThat(thrice.groups()).isEqualTo(once.groups());
    assertThat(thrice.logLikelihood().orElseThrow())
        .isEqualTo(3 * once.logLikelihood().orElseThrow(), within(1e-6));
    assertSameParameters(thrice, once, new double[] {1, 1, 1, 1});
  }

  @ParameterizedTest
  @EnumSource
  void theUnitOfTimeScalesTimesOnly(ModelKind kind) {
    List<PurchaseHistory> days =
        SUMMARY.stream()
            .map(h -> new PurchaseHistory(h.repeats(), h.lastPurchase() * 7, h.observed() * 7))
            .toList();
    PurchaseModelFit weekly = PurchaseModelFit.of(GroupedHistories.of(SUMMARY), kind);
    PurchaseModelFit daily = PurchaseModelFit.of(GroupedHistories.of(days), kind);
    assertSameParameters(
        daily, weekly, new double[] {1, 7, 1, kind == ModelKind.PARETO_NBD ? 7 : 1});
    // A density per day is a seventh of one per week, once for every repeat purchase.
    assertThat(daily.logLikelihood().orElseThrow())
        .isEqualTo(weekly.logLikelihood().orElseThrow() - 2457 * Math.log(7), within(1e-6));
  }

  private static void assertSameParameters(
      PurchaseModelFit actual, PurchaseModelFit expected, double[] factors) {
    List<PurchaseModel.Parameter> found = actual.model().orElseThrow().parameters();
    List<PurchaseModel.Parameter> wanted = expected.model().orElseThrow().parameters();
    for (int i = 0; i < found.size(); i++) {
      double value = wanted.get(i).value() * factors[i];
      assertThat(found.get(i).name()).isEqualTo(wanted.get(i).name());
      assertThat(found.get(i).value()).isEqualTo(value, within(1e-5 * value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutCustomersOrRepeatsThereIsAReason(ModelKind kind) {
    PurchaseModelFit nobody = PurchaseModelFit.of(GroupedHistories.of(List.of()), kind);
    assertThat(nobody.model()).isEqualTo(Measure.missing(PurchaseModelFit.NO_CUSTOMERS));
    assertThat(nobody.convergence()).isNull();
    List<PurchaseHistory> once = Collections.nCopies(20, new PurchaseHistory(0, 0, 30));
    PurchaseModelFit oneTime = PurchaseModelFit.of(GroupedHistories.of(once), kind);
    assertThat(oneTime.model()).isEqualTo(Measure.missing(PurchaseModelFit.NO_REPEAT_PURCHASES));
    assertThat(oneTime.logLikelihood().value()).isNull();
    assertThat(oneTime.customers()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyLeavesTheFitSaysThatItsParametersMeanLittle(ModelKind kind) {
    Random random = new Random(11);
    List<PurchaseHistory> loyal = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      loyal.add(new PurchaseHistory(20 + random.nextInt(30), 51.5 + random.nextDouble() / 2, 52));
    }
    PurchaseModelFit fit = PurchaseModelFit.of(GroupedHistories.of(loyal), kind);
    assertThat(fit.convergence()).isIn(Convergence.AT_BOUND, Convergence.WEAKLY_IDENTIFIED);
    PurchaseModel model = fit.model().orElseThrow();
    assertThat(model.probabilityAlive(loyal.getFirst())).isGreaterThan(.99);
    // Some 34 purchases a year before, as many after.
    assertThat(model.expectedPurchases(new PurchaseHistory(34, 51.8, 52), 52))
        .isBetween(31.0, 36.0);
  }

  @ParameterizedTest
  @EnumSource
  void customersWithManyHundredsOfPurchasesAreFitted(ModelKind kind) {
    Random random = new Random(3);
    List<PurchaseHistory> frequent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int x = (int) (5 * Math.exp(2 * random.nextGaussian()));
      // Lifetimes with a heavy tail, as the models suppose.
      double lifetime = 100 * (Math.pow(random.nextDouble(), -1.2) - 1);
      double last = x == 0 ? 0 : Math.clamp(lifetime, 1, 365);
      frequent.add(new PurchaseHistory(x, last, 365));
    }
    frequent.add(new PurchaseHistory(900, .5, 365));
    frequent.add(new PurchaseHistory(900, 365, 365));
    PurchaseModelFit fit = PurchaseModelFit.of(GroupedHistories.of(frequent), kind);
    assertThat(fit.convergence()).isEqualTo(Convergence.CONVERGED);
    PurchaseModel model = fit.model().orElseThrow();
    assertThat(model.probabilityAlive(new PurchaseHistory(900, .5, 365))).isLessThan(1e-9);
    assertThat(model.probabilityAlive(new PurchaseHistory(900, 365, 365))).isGreaterThan(.95);
  }

  @Property(tries = 60)
  void aFewCustomersGiveADefinedAnswer(
      @ForAll("histories") List<PurchaseHistory> histories, @ForAll ModelKind kind) {
    PurchaseModelFit fit = PurchaseModelFit.of(GroupedHistories.of(histories), kind);
    PurchaseModel model = fit.model().value();
    if (model == null) {
      assertThat(histories.stream().mapToInt(PurchaseHistory::repeats).sum()).isZero();
      return;
    }
    double sum = 0;
    for (PurchaseHistory history : histories) {
      sum += model.logLikelihood(history);
      assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
      assertThat(model.expectedPurchases(history, 52)).isFinite().isNotNegative();
    }
    assertThat(fit.logLikelihood().orElseThrow())
        .isEqualTo(sum, within(1e-8 * Math.max(1, Math.abs(sum))));
    assertThat(fit.standardErrors()).allMatch(Double::isFinite);
  }

  @Provide
  Arbitrary<List<PurchaseHistory>> histories() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 0, 1, 2, 7, 400),
            Arbitraries.of(.001, .3, .9, 1.0),
            Arbitraries.of(1.0, 10.0, 39.0, 1000.0))
        .as((x, part, time) -> new PurchaseHistory(x, x == 0 ? 0 : part * time, time))
        .list()
        .ofMaxSize(12);
  }

  @Test
  void progressReachesOneAndAnInterruptStops() {
    List<Double> told = new ArrayList<>();
    GroupedHistories data = GroupedHistories.of(SUMMARY);
    PurchaseModelFit.of(data, ModelKind.MBG_NBD, told::add);
    assertThat(told).isSorted().last().isEqualTo(1.0);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> PurchaseModelFit.of(data, ModelKind.MBG_NBD))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
