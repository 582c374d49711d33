package org.kexin.analysis.algorithm.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.Quantiles;

/** Row D1: distributions and cross-tabs, by hand and against the definitions. */
class DistributionTest {

  private static final NumericSummary.Parameters QUARTILES = NumericSummary.Parameters.defaults();

  @Example
  void sharesAreOfTheRowsWithAValueAndBlanksAreMissing() {
    Categories categories = categories(10, "east", "west", " ", "east", null, "", "north");
    assertThat(categories.n()).isEqualTo(4);
    assertThat(categories.missing()).isEqualTo(3);
    assertThat(categories.completeness().orElseThrow()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(categories.categories())
        .containsExactly(
            new Categories.Category("east", 2, .5),
            new Categories.Category("north", 1, .25),
            new Categories.Category("west", 1, .25));
    assertThat(categories(10).completeness()).isEqualTo(Measure.missing(Categories.NO_ROWS));
    assertThat(categories(10).reason()).isNull();
  }

  @Example
  void moreValuesThanTheLimitAreNotListedInAnyOrder() {
    for (Categories categories :
        List.of(categories(2, "a", "b", "c"), categories(2, "c", "b", "a"))) {
      assertThat(categories.categories()).isEmpty();
      assertThat(categories.n()).isEqualTo(3);
      assertThat(categories.reason()).isEqualTo(Categories.TOO_MANY_CATEGORIES);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Categories.Accumulator(0));
  }

  /** 30 20 / 10 40: expected 20 30 / 20 30, chi-square 50/3, V = √(1/6). */
  @Example
  void aCrossTabHasSharesAndATestOfIndependence() {
    CrossTab.Accumulator accumulator = new CrossTab.Accumulator(10);
    repeat(30, accumulator, "f", "yes");
    repeat(20, accumulator, "f", "no");
    repeat(10, accumulator, "m", "yes");
    repeat(40, accumulator, "m", "no");
    repeat(3, accumulator, null, "no");
    repeat(2, accumulator, "m", " ");
    repeat(1, accumulator, "", null);
    CrossTab tab = accumulator.finish();
    assertThat(tab.n()).isEqualTo(100);
    assertThat(List.of(tab.rowMissing(), tab.columnMissing(), tab.bothMissing()))
        .containsExactly(3L, 2L, 1L);
    assertThat(tab.columns())
        .containsExactly(new CrossTab.Total("no", 60), new CrossTab.Total("yes", 40));
    assertThat(tab.rows().getFirst())
        .isEqualTo(
            new CrossTab.Row(
                "f",
                50,
                List.of(new CrossTab.Cell(20, .4, 1 / 3.0), new CrossTab.Cell(30, .6, .75))));
    Independence test = tab.independence().orElseThrow();
    assertThat(test.chiSquare()).isCloseTo(50 / 3.0, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
    assertThat(test.pValue()).isCloseTo(4.4558e-5, within(1e-9));
    assertThat(test.cramersV()).isCloseTo(Math.sqrt(1 / 6.0), within(1e-12));
    assertThat(test.warnings()).isEmpty();
  }

  @Example
  void zeroAndSmallCellsAreFlaggedAndOneCategoryHasNoTest() {
    CrossTab.Accumulator accumulator = new CrossTab.Accumulator(10);
    repeat(4, accumulator, "a", "x");
    assertThat(accumulator.finish().independence())
        .isEqualTo(Measure.missing(Independence.ONE_CATEGORY));
    repeat(4, accumulator, "b", "y");
    Independence test = accumulator.finish().independence().orElseThrow();
    assertThat(test.cramersV()).isEqualTo(1);
    assertThat(test.zeroCells()).isEqualTo(2);
    assertThat(test.smallCells()).isEqualTo(4);
    assertThat(test.smallestExpected()).isEqualTo(2);
    assertThat(test.warnings())
        .containsExactly(Independence.SMALL_EXPECTED, Independence.ZERO_CELLS);
    CrossTab.Accumulator narrow = new CrossTab.Accumulator(1);
    repeat(1, narrow, "a", "x");
    repeat(1, narrow, "b", "x");
    assertThat(narrow.finish().rows()).isEmpty();
    assertThat(narrow.finish().independence())
        .isEqualTo(Measure.missing(Categories.TOO_MANY_CATEGORIES));
  }

  @Example
  void aNumericAttributeInAFewFigures() {
    NumericSummary.Accumulator accumulator = new NumericSummary.Accumulator(QUARTILES);
    for (double value : new double[] {8, 1, 2, 4}) {
      accumulator.add(value);
    }
    accumulator.addMissing();
    NumericSummary summary = accumulator.finish();
    assertThat(summary.n()).isEqualTo(4);
    assertThat(summary.missing()).isEqualTo(1);
    assertThat(summary.mean().orElseThrow()).isEqualTo(3.75);
    assertThat(summary.standardDeviation().orElseThrow())
        .isCloseTo(Math.sqrt(28.75 / 3), within(1e-12));
    assertThat(summary.min().orElseThrow()).isEqualTo(1);
    assertThat(summary.max().orElseThrow()).isEqualTo(8);
    assertThat(summary.quantiles())
        .extracting(quantile -> quantile.value().orElseThrow())
        .containsExactly(1.75, 3.0, 5.0);
    assertThat(summary.method()).isEqualTo(NumericSummary.EXACT_METHOD);
  }

  @Example
  void noValueAndOneValueAreDefined() {
    NumericSummary nothing = summary(QUARTILES, List.of());
    assertThat(nothing.min()).isEqualTo(Measure.missing(Moments.NO_VALUES));
    assertThat(nothing.quantiles().getFirst().value())
        .isEqualTo(Measure.missing(Moments.NO_VALUES));
    NumericSummary one = summary(new NumericSummary.Parameters(List.of(.5), 4, 10), List.of(7.0));
    assertThat(one.quantiles().getFirst().value().orElseThrow()).isEqualTo(7);
    assertThat(one.standardDeviation()).isEqualTo(Measure.missing(Moments.ONE_VALUE));
    assertThat(one.quantileBins()).containsExactly(new NumericSummary.Bin(7, 7, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumericSummary.Parameters(List.of(1.5), 0, 1));
  }

  @Example
  void quantileBinsHoldAboutEqualNumbers() {
    List<Double> values = IntStream.rangeClosed(1, 9).mapToObj(i -> (double) i).toList();
    assertThat(summary(new NumericSummary.Parameters(List.of(), 4, 100), values).quantileBins())
        .containsExactly(
            new NumericSummary.Bin(1, 3, 2),
            new NumericSummary.Bin(3, 5, 2),
            new NumericSummary.Bin(5, 7, 2),
            new NumericSummary.Bin(7, 9, 3));
  }

  /** As doubles, 0.3 / 0.1 is a little less than 3. */
  @Example
  void aValueAtAnEdgeBelongsToTheBinThatBeginsThere() {
    Histogram.Accumulator accumulator =
        new Histogram.Accumulator(Histogram.fixedWidth(BigDecimal.ZERO, new BigDecimal("0.1"), 4));
    for (double value : new double[] {-.0, .3, .39, .4, 5, -1}) {
      accumulator.add(value);
    }
    accumulator.addMissing();
    Histogram histogram = accumulator.finish();
    assertThat(histogram.n()).isEqualTo(6);
    assertThat(histogram.missing()).isEqualTo(1);
    assertThat(histogram.below()).isEqualTo(1);
    assertThat(histogram.above()).isEqualTo(2);
    assertThat(histogram.bins())
        .extracting(NumericSummary.Bin::count)
        .containsExactly(1L, 0L, 0L, 2L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram.Accumulator(List.of(1.0, 1.0)));
  }

  @Example
  void eachGroupHasItsOwnSummary() {
    GroupSummaries.Accumulator accumulator = new GroupSummaries.Accumulator(2, QUARTILES);
    accumulator.add("east", 1);
    accumulator.add("west", 5);
    accumulator.add("west", 7);
    accumulator.addMissing("west");
    accumulator.add(" ", 9);
    GroupSummaries groups = accumulator.finish();
    assertThat(groups.missing()).isEqualTo(1);
    assertThat(groups.groups())
        .extracting(GroupSummaries.Group::value)
        .containsExactly("west", "east");
    assertThat(groups.groups().getFirst().summary().mean().orElseThrow()).isEqualTo(6);
    accumulator.add("north", 1);
    assertThat(accumulator.finish().reason()).isEqualTo(Categories.TOO_MANY_CATEGORIES);
  }

  @Property(tries = 200)
  void exactQuantilesAreThoseOfTheSortedValues(
      @ForAll("values") List<Double> values, @ForAll @IntRange(min = 0, max = 100) int percent) {
    double p = percent / 100.0;
    NumericSummary summary = summary(new NumericSummary.Parameters(List.of(p), 5, 1_000), values);
    double[] sorted = values.stream().mapToDouble(value -> value + 0.0).sorted().toArray();
    if (sorted.length > 0) {
      assertThat(summary.quantiles().getFirst().value().orElseThrow())
          .isEqualTo(Quantiles.type7(sorted, p));
    }
    assertThat(summary.quantileBins().stream().mapToLong(NumericSummary.Bin::count).sum())
        .isEqualTo(values.size());
  }

  @Property(tries = 100)
  void theSketchKeepsItsRelativeErrorForEveryRank(@ForAll("values") List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value + 0.0).sorted().toArray();
    List<Double> ranks =
        IntStream.range(0, Math.min(sorted.length, 50))
            .mapToObj(i -> sorted.length == 1 ? 0 : i / (sorted.length - 1.0))
            .toList();
    NumericSummary summary = summary(new NumericSummary.Parameters(ranks, 0, 1), values);
    for (int i = 0; i < ranks.size(); i++) {
      double expected = Quantiles.type7(sorted, ranks.get(i));
      double near =
          Math.max(Math.abs(expected), Math.abs(sorted[Math.min(i + 1, sorted.length - 1)]));
      assertThat(summary.quantiles().get(i).value().orElseThrow())
          .isCloseTo(expected, within(near * LogHistogram.RELATIVE_ERROR * 1.001));
    }
  }

  @Property(tries = 100)
  void theOrderOfTheRowsDoesNotMatter(
      @ForAll("values") List<Double> values,
      @ForAll @IntRange(min = 1, max = 30) int exact,
      @ForAll long seed) {
    NumericSummary.Parameters parameters =
        new NumericSummary.Parameters(List.of(.1, .5, .9), 3, exact);
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(summary(parameters, shuffled)).isEqualTo(summary(parameters, values));
  }

  @Property(tries = 200)
  void everyCrossTabAddsUpInAnyOrder(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 24) Integer> pairs, @ForAll long seed) {
    CrossTab tab = tab(pairs);
    List<Integer> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(tab(shuffled)).isEqualTo(tab);
    assertThat(tab.n() + tab.rowMissing() + tab.columnMissing() + tab.bothMissing())
        .isEqualTo(pairs.size());
    for (CrossTab.Row row : tab.rows()) {
      assertThat(row.cells().stream().mapToLong(CrossTab.Cell::count).sum()).isEqualTo(row.count());
      assertThat(row.cells().stream().mapToDouble(CrossTab.Cell::rowShare).sum())
          .isCloseTo(1, within(1e-9));
    }
    Independence test = tab.independence().value();
    if (test != null) {
      assertThat(test.cramersV()).isBetween(0.0, 1.0);
      assertThat(test.pValue()).isBetween(0.0, 1.0);
    }
  }

  /** Two digits to the base of five, where 0 is missing. */
  private static CrossTab tab(List<Integer> pairs) {
    CrossTab.Accumulator accumulator = new CrossTab.Accumulator(10);
    for (int pair : pairs) {
      accumulator.add(pair / 5 == 0 ? null : "r" + pair / 5, pair % 5 == 0 ? "" : "c" + pair % 5);
    }
    return accumulator.finish();
  }

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(-1e300, 1e300),
            Arbitraries.integers().between(-5, 90).map(Integer::doubleValue),
            Arbitraries.of(-0.0, Double.MIN_VALUE, 1e-200, Double.MAX_VALUE, -Double.MAX_VALUE))
        .list()
        .ofMaxSize(80);
  }

  private static NumericSummary summary(NumericSummary.Parameters parameters, List<Double> values) {
    NumericSummary.Accumulator accumulator = new NumericSummary.Accumulator(parameters);
    values.forEach(accumulator::add);
    return accumulator.finish();
  }

  private static Categories categories(int limit, @Nullable String... values) {
    Categories.Accumulator accumulator = new Categories.Accumulator(limit);
    Arrays.asList(values).forEach(accumulator::add);
    return accumulator.finish();
  }

  private static void repeat(
      int times, CrossTab.Accumulator accumulator, @Nullable String row, @Nullable String column) {
    for (int i = 0; i < times; i++) {
      accumulator.add(row, column);
    }
  }
}
