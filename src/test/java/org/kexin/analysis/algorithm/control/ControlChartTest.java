package org.kexin.analysis.algorithm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.testing.ExampleFiles;

/**
 * Section B9: charts of complaints and defects. Orange juice cans of Montgomery, Introduction to
 * statistical quality control; constants checked against the distribution of the range.
 */
class ControlChartTest {

  private static final Set<RunRule> RULES = RunRule.westernElectric();

  private static List<Subgroup> trialSamples() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("spc/orangejuice.txt"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells[3].strip().equals("TRUE"))
          .map(
              cells ->
                  new Subgroup(cells[0], Long.parseLong(cells[1]), Double.parseDouble(cells[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Example
  void theOrangeJuiceOfMontgomery() {
    List<Subgroup> samples = trialSamples();
    assertThat(samples).hasSize(30);
    assertThat(samples.stream().mapToLong(Subgroup::count).sum()).isEqualTo(347);
    ControlChart chart = CountChart.P.of(samples, RULES, false);
    assertThat(chart.centre().orElseThrow()).isCloseTo(.231333, within(5e-7));
    assertThat(chart.points())
        .allSatisfy(
            point -> {
              assertThat(point.lower().orElseThrow()).isCloseTo(.052428, within(5e-7));
              assertThat(point.upper().orElseThrow()).isCloseTo(.410239, within(5e-7));
            });
    assertThat(outOfControl(chart)).containsExactly("15", "23");
    assertThat(chart.points()).noneMatch(ControlChart.Point::removed);
    assertThat(outOfControl(CountChart.NP.of(samples, RULES, false))).containsExactly("15", "23");
  }

  /** Without 15 and 23 the centre is 301/1400 = .215 (Montgomery), and 21 is beyond .3893. */
  @Example
  void removalGoesOnUntilNoPointThatIsUsedIsOut() {
    ControlChart chart = CountChart.P.of(trialSamples(), RULES, true);
    assertThat(chart.rounds().getFirst().outOfControl()).containsExactly(14, 22);
    assertThat(chart.rounds().get(1).centre()).isCloseTo(.215, within(1e-12));
    assertThat(chart.rounds().get(1).outOfControl()).containsExactly(20);
    assertThat(chart.rounds().getLast().outOfControl()).isEmpty();
    assertThat(chart.rounds()).hasSize(3);
    assertThat(chart.points()).hasSize(30);
    assertThat(chart.points().stream().filter(ControlChart.Point::removed))
        .extracting(ControlChart.Point::label)
        .containsExactly("15", "21", "23");
  }

  @Example
  void unequalSizesHaveTheirOwnLimits() {
    ControlChart chart =
        CountChart.P.of(
            List.of(new Subgroup("a", 10, 100), new Subgroup("b", 40, 400)), RULES, false);
    assertThat(chart.points().get(0).upper().orElseThrow()).isCloseTo(.19, within(1e-12));
    assertThat(chart.points().get(0).lower().orElseThrow()).isCloseTo(.01, within(1e-12));
    assertThat(chart.points().get(1).upper().orElseThrow()).isCloseTo(.145, within(1e-12));
    ControlChart rates =
        CountChart.U.of(List.of(new Subgroup("a", 4, 1), new Subgroup("b", 16, 4)), RULES, false);
    assertThat(rates.centre().orElseThrow()).isEqualTo(4);
    assertThat(rates.points().get(0).lower().orElseThrow()).isZero();
    assertThat(rates.points().get(0).upper().orElseThrow()).isEqualTo(10);
    assertThat(rates.points().get(1).lower().orElseThrow()).isEqualTo(1);
    assertThat(rates.points().get(1).upper().orElseThrow()).isEqualTo(7);
  }

  @Example
  void aPointAtItsLimitIsInControlAndOneBeyondIsNot() {
    // Mean 9, so σ is 3 and the upper limit 18.
    assertThat(outOfControl(counts(18, 0, 9, 9, 9))).isEmpty();
    assertThat(outOfControl(counts(19, 0, 8, 9, 9))).containsExactly("0");
  }

  @Example
  void limitsStayWhereValuesCanBe() {
    ControlChart chart =
        CountChart.P.of(List.of(new Subgroup("a", 1, 2), new Subgroup("b", 1, 2)), RULES, false);
    assertThat(chart.points().getFirst().lower().orElseThrow()).isZero();
    assertThat(chart.points().getFirst().upper().orElseThrow()).isEqualTo(1);
    ControlChart numbers =
        CountChart.NP.of(List.of(new Subgroup("a", 1, 2), new Subgroup("b", 1, 2)), RULES, false);
    assertThat(numbers.points().getFirst().upper().orElseThrow()).isEqualTo(2);
  }

  @Example
  void nothingIsAChartWithoutLimits() {
    for (CountChart type : CountChart.values()) {
      ControlChart none = type.of(List.of(), RULES, true);
      assertThat(none.centre()).isEqualTo(Measure.missing(ControlChart.NO_POINTS));
      ControlChart empty = type.of(List.of(new Subgroup("a", 0, 0)), RULES, true);
      assertThat(empty.points().getFirst().value())
          .isEqualTo(Measure.missing(ControlChart.NO_SIZE));
    }
    ControlChart zeros = counts(0, 0, 0);
    assertThat(zeros.centre().orElseThrow()).isZero();
    assertThat(zeros.points()).noneMatch(ControlChart.Point::outOfControl);
    assertThat(zeros.points()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountChart.P.of(List.of(new Subgroup("a", 3, 2)), RULES, false));
  }

  /** Mean 500 and σ 22: both points are far out, and no chart is left. */
  @Example
  void whenAllPointsAreOutNoLimitsAreLeft() {
    ControlChart chart =
        CountChart.C.of(List.of(new Subgroup("a", 0, 1), new Subgroup("b", 1_000, 1)), RULES, true);
    assertThat(chart.centre()).isEqualTo(Measure.missing(ControlChart.ALL_REMOVED));
    assertThat(chart.points()).allMatch(ControlChart.Point::removed);
    assertThat(chart.rounds()).hasSize(1);
  }

  @Example
  void eachRuleNamesThePatternItFound() {
    assertThat(found(RunRule.WESTERN_ELECTRIC_1, 0, 3.1, 0, -3.1)).containsExactly(1, 3);
    assertThat(found(RunRule.WESTERN_ELECTRIC_2, 2.1, 0, 2.1, -2.1)).containsExactly(2);
    assertThat(found(RunRule.WESTERN_ELECTRIC_3, 1.1, 1.2, -3, 1.1, 1.1, 0)).containsExactly(4);
    assertThat(found(RunRule.WESTERN_ELECTRIC_4, .1, .1, .1, .1, .1, .1, .1, .1, 0))
        .containsExactly(7);
    assertThat(found(RunRule.NELSON_2, -1, -1, -1, -1, -1, -1, -1, -1, -1)).containsExactly(8);
    assertThat(found(RunRule.NELSON_3, 6, 5, 4, 3, 2, 1, 1)).containsExactly(5);
    assertThat(found(RunRule.NELSON_3, 1, 2, 3, 4, 4, 5, 6)).isEmpty();
    assertThat(found(RunRule.NELSON_4, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0))
        .containsExactly(13);
    assertThat(found(RunRule.NELSON_7, new double[15])).containsExactly(14);
    assertThat(found(RunRule.NELSON_8, 1.1, -1.1, 2, -2, 1.1, 2, -2, -2)).containsExactly(7);
    assertThat(found(RunRule.NELSON_8, 1.1, -1.1, 2, -2, 1, 2, -2, -2)).isEmpty();
    assertThat(RunRule.nelson()).hasSize(8).doesNotContain(RunRule.WESTERN_ELECTRIC_4);
  }

  @Example
  void aPointWithoutAValueBreaksAPattern() {
    List<Subgroup> series = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      series.add(new Subgroup("high" + i, 12, i == 4 ? 0 : 1));
    }
    for (int i = 0; i < 9; i++) {
      series.add(new Subgroup("low" + i, 8, 1));
    }
    ControlChart chart = CountChart.C.of(series, RULES, false);
    assertThat(chart.signals())
        .containsExactly(
            new RunRule.Signal(RunRule.WESTERN_ELECTRIC_4, 9, 16),
            new RunRule.Signal(RunRule.WESTERN_ELECTRIC_4, 10, 17));
  }

  /**
   * For a normal sample of n the range has the mean d₂ = ∫ 1 − Φⁿ − (1 − Φ)ⁿ; the second moment
   * gives d₃ of D₃ and D₄. The tables print three decimals, some off by one in the last.
   */
  @Example
  void theConstantsAreThoseOfTheRangeOfNormalValues() {
    for (int n = ChartConstants.SMALLEST; n <= ChartConstants.LARGEST; n++) {
      double[] moments = rangeMoments(n);
      double d2 = moments[0];
      double spread = 3 * Math.sqrt(moments[1] - d2 * d2) / d2;
      ChartConstants constants = ChartConstants.of(n);
      assertThat(constants.d2()).isCloseTo(d2, within(6e-4));
      assertThat(constants.a2()).isCloseTo(3 / (d2 * Math.sqrt(n)), within(6e-4));
      assertThat(constants.d3()).isCloseTo(Math.max(0, 1 - spread), within(1.5e-3));
      assertThat(constants.d4()).isCloseTo(1 + spread, within(1.5e-3));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> ChartConstants.of(26));
    assertThatIllegalArgumentException().isThrownBy(() -> ChartConstants.of(1));
  }

  /** E[R] and E[R²] = 2∬ P(min ≤ x, max > y) over x < y, summed on a grid. */
  private static double[] rangeMoments(int n) {
    NormalDistribution normal = new NormalDistribution();
    double step = .05;
    int points = 281;
    double[] phi = new double[points];
    for (int i = 0; i < points; i++) {
      phi[i] = normal.cumulativeProbability(-7 + i * step);
    }
    double mean = 0;
    double square = 0;
    for (int i = 0; i < points; i++) {
      mean += (1 - Math.pow(phi[i], n) - Math.pow(1 - phi[i], n)) * step;
      for (int j = i; j < points; j++) {
        // P(min ≤ x, max > y) for x ≤ y
        double both =
            1 - Math.pow(phi[j], n) - Math.pow(1 - phi[i], n) + Math.pow(phi[j] - phi[i], n);
        square += both * step * step * (i == j ? 1 : 2);
      }
    }
    return new double[] {mean, square};
  }

  @Example
  void meansAndRangesHaveTheLimitsOfTheirConstants() {
    List<MeanRangeChart.Sample> samples =
        List.of(
            sample("a", 8, 10, 12),
            sample("b", 9, 10, 11),
            sample("c", 10, 10, 13),
            sample("d", 1, 2));
    MeanRangeChart chart = MeanRangeChart.of(samples, 3, RULES, false);
    double centre = (10 + 10 + 11) / 3.0;
    assertThat(chart.means().centre().orElseThrow()).isCloseTo(centre, within(1e-12));
    assertThat(chart.ranges().centre().orElseThrow()).isEqualTo(3);
    ControlChart.Point mean = chart.means().points().getFirst();
    assertThat(mean.lower().orElseThrow()).isCloseTo(centre - 3 * 1.023, within(1e-12));
    assertThat(mean.upper().orElseThrow()).isCloseTo(centre + 3 * 1.023, within(1e-12));
    ControlChart.Point range = chart.ranges().points().getFirst();
    assertThat(range.lower().orElseThrow()).isZero();
    assertThat(range.upper().orElseThrow()).isCloseTo(3 * 2.574, within(1e-12));
    assertThat(chart.standardDeviation().orElseThrow()).isCloseTo(3 / 1.693, within(1e-12));
    assertThat(chart.leftOut()).containsExactly(new LeftOut(MeanRangeChart.OTHER_SIZE, 1));
  }

  @Example
  void aSampleOutOnEitherChartIsRemovedFromBoth() {
    List<MeanRangeChart.Sample> samples = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      samples.add(
          sample("in" + i, random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
    }
    samples.add(sample("wide", -9, 0, 9));
    samples.add(sample("high", 9, 9.5, 10));
    MeanRangeChart chart = MeanRangeChart.of(samples, 3, RULES, true);
    for (ControlChart one : List.of(chart.means(), chart.ranges())) {
      assertThat(one.points().stream().filter(ControlChart.Point::removed))
          .extracting(ControlChart.Point::label)
          .contains("wide", "high");
      assertThat(one.points()).hasSize(22);
      assertThat(one.rounds().getLast().outOfControl()).isEmpty();
    }
  }

  @Example
  void equalAndExtremeSamplesAreDefined() {
    MeanRangeChart equal =
        MeanRangeChart.of(List.of(sample("a", 5, 5), sample("b", 5, 5)), 2, RULES, true);
    assertThat(equal.means().points()).noneMatch(ControlChart.Point::outOfControl);
    assertThat(equal.standardDeviation().orElseThrow()).isZero();
    MeanRangeChart none = MeanRangeChart.of(List.of(), 2, RULES, true);
    assertThat(none.means().centre()).isEqualTo(Measure.missing(ControlChart.NO_POINTS));
    MeanRangeChart extreme =
        MeanRangeChart.of(
            List.of(sample("a", -Double.MAX_VALUE, Double.MAX_VALUE)), 2, RULES, true);
    assertThat(extreme.leftOut()).containsExactly(new LeftOut(MeanRangeChart.RANGE_TOO_LARGE, 1));
  }

  @Property(tries = 200)
  void everyChartKeepsItsPointsAndItsLimitsInOrder(
      @ForAll CountChart type,
      @ForAll("subgroups") List<Subgroup> subgroups,
      @ForAll boolean remove) {
    ControlChart chart = type.of(subgroups, EnumSet.allOf(RunRule.class), remove);
    assertThat(chart.points()).hasSameSizeAs(subgroups);
    double highest = type == CountChart.P ? 1 : Double.MAX_VALUE;
    for (ControlChart.Point point : chart.points()) {
      Double lower = point.lower().value();
      if (lower != null) {
        assertThat(lower).isBetween(0.0, point.upper().orElseThrow());
        assertThat(point.upper().orElseThrow()).isLessThanOrEqualTo(highest);
      }
    }
    if (remove && chart.centre().value() != null) {
      assertThat(chart.points()).noneMatch(point -> point.outOfControl() && !point.removed());
    }
  }

  @Property(tries = 100)
  void theCentreDoesNotDependOnTheOrder(
      @ForAll CountChart type, @ForAll("subgroups") List<Subgroup> subgroups) {
    assertThat(type.of(subgroups.reversed(), Set.of(), true).centre())
        .isEqualTo(type.of(subgroups, Set.of(), true).centre());
  }

  @Provide
  Arbitrary<List<Subgroup>> subgroups() {
    Arbitrary<Long> sizes =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 1_000_000_000_000L));
    return Combinators.combine(sizes, Arbitraries.integers().between(0, 100))
        .as((size, percent) -> new Subgroup("x", size * percent / 100, size))
        .list()
        .ofMaxSize(30);
  }

  private static ControlChart counts(long... counts) {
    return CountChart.C.of(
        IntStream.range(0, counts.length)
            .mapToObj(i -> new Subgroup(Integer.toString(i), counts[i], 1))
            .toList(),
        RULES,
        false);
  }

  private static List<String> outOfControl(ControlChart chart) {
    return chart.points().stream()
        .filter(ControlChart.Point::outOfControl)
        .map(ControlChart.Point::label)
        .toList();
  }

  private static List<Integer> found(RunRule rule, double... deviations) {
    return rule.find(Arrays.stream(deviations).boxed().toList()).stream()
        .map(RunRule.Signal::to)
        .toList();
  }

  private static MeanRangeChart.Sample sample(String label, double... values) {
    return new MeanRangeChart.Sample(label, Arrays.stream(values).boxed().toList());
  }
}
