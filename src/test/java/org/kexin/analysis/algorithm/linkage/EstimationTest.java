package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.linkage.PatternCounts.FieldLevels;

/** Fellegi and Sunter with EM where the data are extreme, against its definition. */
class EstimationTest {

  private static final EmParameters DEFAULTS =
      EmParameters.defaults(new MatchShare.Estimated(.1, null));

  @Example
  void withoutPairsTheModelIsWhereItBeganAndSaysSo() {
    FellegiSunterModel model = FellegiSunter.fit(patterns(2, List.of()), DEFAULTS);
    assertThat(model.warnings()).containsExactly(FellegiSunter.NO_PAIRS);
    assertThat(model.share()).isEqualTo(.1);
    assertThat(model.rounds()).isZero();
    assertThat(model.converged()).isFalse();
    assertThat(model.logLikelihood()).isEqualTo(Measure.missing(FellegiSunter.NO_PAIRS));
    assertThat(model.fields().getFirst().levels().getLast().m()).isCloseTo(.9, within(1e-15));
    assertThat(model.fields().getFirst().levels().getLast().u()).isCloseTo(.1, within(1e-15));
  }

  @Example
  void fieldsThatAreAlwaysMissingWeighNothing() {
    PatternCounts patterns =
        patterns(2, List.of(new int[] {1, -1}, new int[] {0, -1}, new int[] {1, -1}));
    FellegiSunterModel model = FellegiSunter.fit(patterns, DEFAULTS);
    assertThat(model.warnings())
        .contains(new Reason("FIELD_NEVER_COMPARED", "Never present in both rows: f1"));
    assertThat(model.fields().getLast().compared()).isZero();
    assertThat(model.fields().getLast().levels())
        .extracting(FellegiSunterModel.Level::weight)
        .containsExactly(0.0, 0.0);
    assertThat(model.weight(-1, -1)).isEqualTo(model.priorWeight());
  }

  @Example
  void aFieldWithoutVariationWeighsNothing() {
    List<int[]> vectors = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      vectors.add(i < 100 ? new int[] {1, 1, 1} : new int[] {1, 0, 0});
    }
    FellegiSunterModel model = FellegiSunter.fit(patterns(3, vectors), DEFAULTS);
    assertThat(model.share()).isCloseTo(.1, within(.002));
    assertThat(model.fields().getFirst().levels().getLast().weight()).isCloseTo(0, within(.01));
    assertThat(FellegiSunterModel.posterior(model.weight(1, 1, 1))).isGreaterThan(.99);
    assertThat(FellegiSunterModel.posterior(model.weight(1, 0, 0))).isLessThan(.01);
  }

  @Example
  void aLevelThatWasNeverSeenIsRareAndNotImpossible() {
    List<int[]> vectors = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      vectors.add(i < 200 ? new int[] {1, 1} : new int[] {0, 0});
    }
    FellegiSunterModel model = FellegiSunter.fit(patterns(2, vectors), DEFAULTS);
    FellegiSunterModel.Level agreement = model.fields().getFirst().levels().getLast();
    // All 200 matches agree and none of the 800 others: half a pair is added to each cell.
    assertThat(agreement.m()).isCloseTo(200.5 / 201, within(1e-4));
    assertThat(agreement.u()).isCloseTo(.5 / 801, within(1e-4));
    assertThat(FellegiSunterModel.posterior(model.weight(1, 0))).isBetween(.01, .99);
  }

  @Example
  void onePairAndPairsThatAllAgreeGiveFiniteNumbers() {
    for (int count : new int[] {1, 2, 100_000}) {
      PatternCounts patterns = patterns(2, Collections.nCopies(count, new int[] {1, 1}));
      FellegiSunterModel model = FellegiSunter.fit(patterns, DEFAULTS);
      assertThat(model.share()).isBetween(0.0, 1.0);
      assertThat(model.logLikelihood().orElseThrow()).isNegative();
    }
  }

  @Example
  void aFixedShareStaysAndABoundedOneStopsAtItsBoundAndBothWarn() {
    List<int[]> vectors = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      vectors.add(i < 400 ? new int[] {1, 1, 1} : new int[] {0, 0, 0});
    }
    PatternCounts patterns = patterns(3, vectors);
    FellegiSunterModel fixed =
        FellegiSunter.fit(patterns, EmParameters.defaults(new MatchShare.Fixed(.01)));
    assertThat(fixed.share()).isEqualTo(.01);
    assertThat(fixed.suggestedShare()).isCloseTo(.4, within(.01));
    assertThat(fixed.warnings()).containsExactly(FellegiSunter.SHARE_FAR_ABOVE_PRIOR);

    FellegiSunterModel bounded =
        FellegiSunter.fit(patterns, EmParameters.defaults(new MatchShare.Bounded(.01, .05)));
    assertThat(bounded.share()).isEqualTo(.05);
    assertThat(bounded.warnings()).containsExactly(FellegiSunter.SHARE_FAR_ABOVE_PRIOR);

    FellegiSunterModel warned =
        FellegiSunter.fit(patterns, EmParameters.defaults(new MatchShare.Estimated(.01, .01)));
    assertThat(warned.share()).isCloseTo(.4, within(.01));
    assertThat(warned.warnings()).containsExactly(FellegiSunter.SHARE_FAR_ABOVE_PRIOR);

    FellegiSunterModel expected =
        FellegiSunter.fit(patterns, EmParameters.defaults(new MatchShare.Estimated(.01, .3)));
    assertThat(expected.warnings()).isEmpty();
  }

  @Example
  void chanceIsThatOfTheRandomPairs() {
    List<int[]> random = new ArrayList<>();
    for (int i = 0; i < 999; i++) {
      random.add(new int[] {i < 99 ? 1 : 0, -1});
    }
    PatternCounts blocked =
        patterns(2, List.of(new int[] {1, 1}, new int[] {1, 0}, new int[] {0, 0}));
    FellegiSunterModel model =
        FellegiSunter.fit(blocked, DEFAULTS.withChanceFrom(patterns(2, random)));
    assertThat(model.fields().getFirst().levels().getLast().u())
        .isCloseTo(99.5 / 1_000, within(1e-15));
    assertThat(model.fields().getLast().levels().getLast().u()).isEqualTo(.5);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FellegiSunter.fit(blocked, DEFAULTS.withChanceFrom(patterns(1, List.of()))));
  }

  @Example
  void roundsThatAreNotEnoughAreSaid() {
    EmParameters one =
        new EmParameters(new MatchShare.Estimated(.1, null), .9, .1, null, .5, 1e-9, 1);
    FellegiSunterModel model =
        FellegiSunter.fit(patterns(2, List.of(new int[] {1, 1}, new int[] {0, 0})), one);
    assertThat(model.rounds()).isOne();
    assertThat(model.warnings()).contains(FellegiSunter.NOT_CONVERGED);
  }

  @Example
  void oneRoundIsThatOfTheFormula() {
    EmParameters one =
        new EmParameters(new MatchShare.Estimated(.1, null), .9, .1, null, .5, 1e-9, 1);
    FellegiSunterModel model =
        FellegiSunter.fit(patterns(2, List.of(new int[] {1, 1}, new int[] {0, 0})), one);
    double both = .1 * .81 / (.1 * .81 + .9 * .01);
    double none = .1 * .01 / (.1 * .01 + .9 * .81);
    // Half a pair is added to each of two cells.
    assertThat(model.share()).isCloseTo((both + none + .5) / 3, within(1e-12));
    assertThat(model.fields().getFirst().levels().getLast().m())
        .isCloseTo((both + .5) / (both + none + 1), within(1e-12));
    assertThat(model.fields().getFirst().levels().getLast().u())
        .isCloseTo((1 - both + .5) / (2 - both - none + 1), within(1e-12));
  }

  @Example
  void anInterruptedThreadStops() {
    PatternCounts patterns = patterns(1, List.of(new int[] {1}));
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> FellegiSunter.fit(patterns, DEFAULTS));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Example
  void illegalParametersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchShare.Fixed(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchShare.Estimated(1, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchShare.Estimated(.1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchShare.Bounded(.2, .1));
    MatchShare share = new MatchShare.Fixed(.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmParameters(share, .1, .9, null, .5, 1e-9, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmParameters(share, .9, .1, null, 0, 1e-9, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmParameters(share, .9, .1, null, .5, 0, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> patterns(2, List.of(new int[] {1})));
    assertThatIllegalArgumentException().isThrownBy(() -> patterns(1, List.of(new int[] {2})));
    assertThatIllegalArgumentException().isThrownBy(() -> patterns(0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> patterns(41, List.of()));
  }

  @Property(tries = 200)
  void whateverWasComparedTheNumbersAreFiniteAndDoNotDependOnTheOrder(
      @ForAll("vectors") List<List<Integer>> vectors,
      @ForAll @DoubleRange(min = .01, max = .99) double start,
      @ForAll long seed) {
    EmParameters parameters =
        new EmParameters(new MatchShare.Estimated(start, null), .8, .3, null, .5, 1e-6, 200);
    FellegiSunterModel model = FellegiSunter.fit(ofThreeLevels(vectors), parameters);
    assertThat(model.share()).isGreaterThan(0).isLessThan(1);
    for (FellegiSunterModel.Field field : model.fields()) {
      assertThat(field.levels().stream().mapToDouble(FellegiSunterModel.Level::m).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(field.levels().stream().mapToDouble(FellegiSunterModel.Level::u).sum())
          .isCloseTo(1, within(1e-12));
    }
    for (List<Integer> vector : vectors) {
      double weight = model.weight(vector.stream().mapToInt(Integer::intValue).toArray());
      assertThat(FellegiSunterModel.posterior(weight)).isBetween(0.0, 1.0);
    }
    List<List<Integer>> shuffled = new ArrayList<>(vectors);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(FellegiSunter.fit(ofThreeLevels(shuffled), parameters)).isEqualTo(model);
  }

  private static PatternCounts patterns(int fields, List<int[]> vectors) {
    PatternCounts.Accumulator accumulator =
        new PatternCounts.Accumulator(
            Stream.iterate(0, i -> i < fields, i -> i + 1)
                .map(i -> new FieldLevels("f" + i, 2))
                .toList());
    vectors.forEach(accumulator::add);
    return accumulator.finish();
  }

  private static PatternCounts ofThreeLevels(List<List<Integer>> vectors) {
    PatternCounts.Accumulator accumulator =
        new PatternCounts.Accumulator(
            List.of(new FieldLevels("a", 2), new FieldLevels("b", 3), new FieldLevels("c", 3)));
    for (List<Integer> vector : vectors) {
      accumulator.add(vector.get(0), vector.get(1), vector.get(2));
    }
    return accumulator.finish();
  }

  @Provide
  Arbitrary<List<List<Integer>>> vectors() {
    Arbitrary<List<Integer>> vector =
        Arbitraries.integers()
            .between(-1, 1)
            .flatMap(
                first ->
                    Arbitraries.integers()
                        .between(-1, 2)
                        .list()
                        .ofSize(2)
                        .map(rest -> List.of(first, rest.get(0), rest.get(1))));
    return vector.list().ofMaxSize(60);
  }
}
