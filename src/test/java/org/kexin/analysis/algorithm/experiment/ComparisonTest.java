package org.kexin.analysis.algorithm.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Moments;

/**
 * Edge cases and properties of section B7: what must hold for any two groups, however small, equal
 * or extreme.
 */
class ComparisonTest {

  private static final double LEVEL = .95;
  private static final double CLOSE = 1e-6;

  @Example
  void thePlannedRatioNeedNotBeEqual() {
    SampleRatio ratio =
        SampleRatio.of(
            List.of(
                new SampleRatio.Planned("a", 9_000, 90), new SampleRatio.Planned("b", 1_000, 10)));
    assertThat(ratio.chiSquare().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(ratio.mismatch()).isFalse();
    assertThat(
            SampleRatio.of(
                    List.of(new SampleRatio.Planned("a", 0, 1), new SampleRatio.Planned("b", 0, 1)))
                .pValue())
        .isEqualTo(Measure.missing(Proportion.NOBODY));
  }

  /** By hand: .01 · 4, .02 · 3, then .03 · 2 = .06 raised to no less than .06, .5. */
  @Example
  void holmRaisesEachByTheTestsThatAreLeft() {
    List<Measure<Double>> adjusted =
        HolmAdjustment.adjust(
            List.of(
                Measure.of(.5),
                Measure.of(.01),
                Measure.missing(TwoProportions.NO_VARIATION),
                Measure.of(.03),
                Measure.of(.02)));
    assertThat(adjusted.get(0).orElseThrow()).isCloseTo(.5, within(CLOSE));
    assertThat(adjusted.get(1).orElseThrow()).isCloseTo(.04, within(CLOSE));
    assertThat(adjusted.get(2)).isEqualTo(Measure.missing(TwoProportions.NO_VARIATION));
    assertThat(adjusted.get(3).orElseThrow()).isCloseTo(.06, within(CLOSE));
    assertThat(adjusted.get(4).orElseThrow()).isCloseTo(.06, within(CLOSE));
  }

  @Example
  void allAlikeHasADefinedIntervalAndNoTest() {
    TwoProportions none = TwoProportions.of(new Proportion(0, 50), new Proportion(0, 80), LEVEL);
    assertThat(none.pValue()).isEqualTo(Measure.missing(TwoProportions.NO_VARIATION));
    assertThat(none.difference().orElseThrow()).isZero();
    // Wilson's upper ends, z²/(n + z²), of each side.
    double square = 1.959963984540054 * 1.959963984540054;
    assertInterval(none.newcombe(), -square / (80 + square), square / (50 + square), 1e-9);
    assertThat(none.relativeUplift()).isEqualTo(Measure.missing(TwoProportions.NO_SUCCESSES));
    TwoProportions all = TwoProportions.of(new Proportion(50, 50), new Proportion(80, 80), LEVEL);
    assertThat(all.wald()).isEqualTo(Measure.missing(TwoProportions.NO_VARIATION));
    assertThat(all.relativeUplift().orElseThrow()).isZero();
  }

  @Example
  void equalValuesAndTooFewValuesHaveNoTest() {
    WelchTest equal = WelchTest.of(Moments.Summary.of(5, 3, 0), Moments.Summary.of(9, 2, 0), LEVEL);
    assertThat(equal.difference().orElseThrow()).isEqualTo(1);
    assertThat(equal.interval()).isEqualTo(Measure.missing(WelchTest.NO_VARIATION));
    WelchTest one = WelchTest.of(summary(3), summary(1, 2), LEVEL);
    assertThat(one.difference().orElseThrow()).isEqualTo(1.5);
    assertThat(one.t()).isEqualTo(Measure.missing(WelchTest.TOO_FEW_VALUES));
    assertThat(WelchTest.of(summary(), summary(1, 2), LEVEL).difference())
        .isEqualTo(Measure.missing(TwoProportions.EMPTY_GROUP));
    MannWhitney ties = MannWhitney.of(new double[] {1, 1}, new double[] {1, 1, 1});
    assertThat(ties.u().orElseThrow()).isEqualTo(3);
    assertThat(ties.superiority().orElseThrow()).isEqualTo(.5);
    assertThat(ties.pValue()).isEqualTo(Measure.missing(MannWhitney.ALL_EQUAL));
    assertThat(MannWhitney.of(new double[0], new double[] {1}).u())
        .isEqualTo(Measure.missing(TwoProportions.EMPTY_GROUP));
  }

  @Property(tries = 300)
  void everyProportionHasIntervalsWithinItsRange(
      @ForAll("proportions") Proportion treated,
      @ForAll("proportions") Proportion control,
      @ForAll @DoubleRange(min = .5, max = .99) double level) {
    TwoProportions result = TwoProportions.of(treated, control, level);
    Interval wilson = treated.wilson(level).value();
    if (wilson != null) {
      double share = treated.share().orElseThrow();
      assertThat(share).isBetween(wilson.lower(), wilson.upper());
      assertThat(wilson.lower()).isGreaterThanOrEqualTo(0);
      assertThat(wilson.upper()).isLessThanOrEqualTo(1).isGreaterThan(wilson.lower());
    }
    Interval newcombe = result.newcombe().value();
    assertThat(newcombe == null).isEqualTo(treated.n() == 0 || control.n() == 0);
    if (newcombe != null) {
      assertThat(result.difference().orElseThrow()).isBetween(newcombe.lower(), newcombe.upper());
      assertThat(newcombe.lower()).isGreaterThanOrEqualTo(-1);
      assertThat(newcombe.upper()).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 300)
  void swappingTheGroupsTurnsTheEffectRound(
      @ForAll("proportions") Proportion treated, @ForAll("proportions") Proportion control) {
    TwoProportions there = TwoProportions.of(treated, control, LEVEL);
    TwoProportions back = TwoProportions.of(control, treated, LEVEL);
    assertThat(back.pValue()).isEqualTo(there.pValue());
    Interval interval = there.newcombe().value();
    if (interval != null) {
      assertInterval(back.newcombe(), -interval.upper(), -interval.lower(), 1e-12);
    }
  }

  @Property(tries = 200)
  void anyTwoSamplesAreComparedWithoutAFailure(
      @ForAll("samples") double[] treated, @ForAll("samples") double[] control) {
    WelchTest test = WelchTest.of(summary(treated), summary(control), LEVEL);
    Double p = test.pValue().value();
    if (p != null) {
      assertThat(p).isBetween(0.0, 1.0);
      assertThat(test.degreesOfFreedom().orElseThrow()).isGreaterThanOrEqualTo(.999999);
    }
    MannWhitney ranks = MannWhitney.of(treated, control);
    MannWhitney turned = MannWhitney.of(control, treated);
    assertThat(turned.pValue()).isEqualTo(ranks.pValue());
    if (treated.length > 0 && control.length > 0) {
      assertThat(ranks.u().orElseThrow() + turned.u().orElseThrow())
          .isEqualTo((double) treated.length * control.length);
    }
  }

  /** Hipparchus gives the smaller U of both groups. */
  @Property(tries = 100)
  void theRanksAgreeWithHipparchus(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 9) Integer> treated,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 9) Integer> control) {
    double[] first = treated.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] second = control.stream().mapToDouble(Integer::doubleValue).toArray();
    MannWhitney ranks = MannWhitney.of(first, second);
    double u = ranks.u().orElseThrow();
    double smaller = Math.min(u, (double) first.length * second.length - u);
    assertThat(new MannWhitneyUTest().mannWhitneyU(first, second)).isCloseTo(smaller, within(1e-9));
    Double p = ranks.pValue().value();
    if (p != null) {
      assertThat(new MannWhitneyUTest().mannWhitneyUTest(first, second, false))
          .isCloseTo(p, within(1e-9));
    }
  }

  @Property(tries = 200)
  void anAdjustedValueIsNeverBelowItsRawOneNorAboveOne(
      @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> raw) {
    List<Measure<Double>> measures = raw.stream().map(Measure::of).toList();
    List<Measure<Double>> adjusted = HolmAdjustment.adjust(measures);
    for (int i = 0; i < raw.size(); i++) {
      assertThat(adjusted.get(i).orElseThrow()).isBetween(raw.get(i), 1.0);
    }
    assertThat(HolmAdjustment.adjust(measures.reversed())).isEqualTo(adjusted.reversed());
  }

  @Property(tries = 200)
  void moreCustomersAreNeededForASmallerDifference(
      @ForAll @DoubleRange(min = .01, max = .4) double p,
      @ForAll @DoubleRange(min = .01, max = .2) double difference) {
    long wide = SampleSize.of(p, p + 2 * difference, .05, .8).perArm();
    assertThat(SampleSize.of(p, p + difference, .05, .8).perArm()).isGreaterThanOrEqualTo(wide);
  }

  @Example
  void theSampleRatioOfRandomArmsIsSeldomAMismatch() {
    Random random = new Random(1);
    int mismatches = 0;
    for (int test = 0; test < 5_000; test++) {
      long heads = 0;
      for (int customer = 0; customer < 400; customer++) {
        heads += random.nextBoolean() ? 1 : 0;
      }
      boolean mismatch =
          SampleRatio.of(
                  List.of(
                      new SampleRatio.Planned("a", heads, 1),
                      new SampleRatio.Planned("b", 400 - heads, 1)))
              .mismatch();
      mismatches += mismatch ? 1 : 0;
    }
    // 50 expected, standard deviation 7.
    assertThat(mismatches).isBetween(29, 71);
  }

  @Provide
  Arbitrary<Proportion> proportions() {
    return Arbitraries.longs()
        .between(0, 1_000_000_000_000L)
        .flatMap(
            n -> Arbitraries.longs().between(0, n).map(successes -> new Proportion(successes, n)));
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(-1e300, 1e300),
            Arbitraries.integers().between(-2, 2).map(Integer::doubleValue))
        .array(double[].class)
        .ofMaxSize(20);
  }

  private static void assertInterval(
      Measure<Interval> interval, double lower, double upper, double tolerance) {
    assertThat(interval.orElseThrow().lower()).isCloseTo(lower, within(tolerance));
    assertThat(interval.orElseThrow().upper()).isCloseTo(upper, within(tolerance));
  }

  private static Moments.Summary summary(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments.summary();
  }
}
