package org.kexin.analysis.algorithm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kexin.analysis.algorithm.LeftOut;

/**
 * Section B9: the early warning (Page 1954, Lucas 1985) with its rate of false alarms in a
 * simulation.
 */
class EarlyWarningTest {

  private static final EarlyWarning.Parameters DEFAULTS = EarlyWarning.Parameters.defaults();

  /** λ₀ = 10, f = 1.5: each period with x events adds x·.405465 − 5. */
  @Example
  void aRiseIsFoundAndDated() {
    List<EarlyWarning.Period> series = steady(24, 10);
    long[] watched = {10, 9, 12, 17, 18, 16};
    for (long events : watched) {
      series.add(new EarlyWarning.Period("w" + series.size(), events, 1, true));
    }
    series.add(new EarlyWarning.Period("running", 99, 1, false));
    EarlyWarning warning = EarlyWarning.of(series, new EarlyWarning.Parameters(6, 1.5, 100, 20));
    assertThat(warning.state()).isEqualTo(EarlyWarning.State.RISING);
    assertThat(warning.baselineRate().orElseThrow()).isEqualTo(10);
    assertThat(warning.threshold()).isCloseTo(4.605170, within(5e-7));
    assertThat(warning.watched())
        .extracting(EarlyWarning.Watched::sum)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-5 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(0.0, 0.0, 0.0, 1.892907, 4.191279, 5.678721);
    assertThat(warning.since()).isEqualTo("w27");
    assertThat(warning.riseRatio().orElseThrow()).isCloseTo(1.7, within(1e-12));
    assertThat(warning.warnings()).isEmpty();
    assertThat(warning.leftOut()).containsExactly(new LeftOut(EarlyWarning.INCOMPLETE_PERIODS, 1));
  }

  @Example
  void aRiseThatHasPassedIsSaidToHaveSubsided() {
    List<EarlyWarning.Period> series = steady(24, 10);
    for (long events : new long[] {30, 5, 5, 5}) {
      series.add(new EarlyWarning.Period("w" + series.size(), events, 1, true));
    }
    EarlyWarning warning = EarlyWarning.of(series, new EarlyWarning.Parameters(4, 1.5, 100, 20));
    assertThat(warning.state()).isEqualTo(EarlyWarning.State.SUBSIDED);
    assertThat(warning.since()).isEqualTo("w24");
  }

  @Example
  void moreSalesAreNoRise() {
    List<EarlyWarning.Period> series = steady(24, 10);
    for (int i = 0; i < 6; i++) {
      series.add(new EarlyWarning.Period("w" + i, 40, 4, true));
    }
    assertThat(EarlyWarning.of(series, new EarlyWarning.Parameters(6, 1.5, 100, 20)).state())
        .isEqualTo(EarlyWarning.State.QUIET);
  }

  @Example
  void withoutABaselineNothingIsSaid() {
    for (List<EarlyWarning.Period> series :
        List.of(List.<EarlyWarning.Period>of(), steady(12, 10), steady(100, 0))) {
      EarlyWarning warning = EarlyWarning.of(series, DEFAULTS);
      assertThat(warning.state()).isEqualTo(EarlyWarning.State.UNDECIDED);
      assertThat(warning.reason()).isEqualTo(EarlyWarning.BASELINE_TOO_SMALL);
      assertThat(warning.baselineRate().value()).isNull();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EarlyWarning.Parameters(12, 1, 100, 20));
  }

  @Example
  void aBaselineThatIsNotPoissonIsSaid() {
    List<EarlyWarning.Period> series = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      series.add(new EarlyWarning.Period("p" + i, i % 2 == 0 ? 2 : 40, 1, true));
    }
    series.add(new EarlyWarning.Period("idle", 0, 0, true));
    EarlyWarning warning = EarlyWarning.of(series, DEFAULTS);
    assertThat(warning.warnings()).containsExactly(EarlyWarning.OVERDISPERSED);
    assertThat(warning.leftOut()).containsExactly(new LeftOut(EarlyWarning.NO_EXPOSURE, 1));
  }

  /** Twelve watched periods and A = 100: at most .12 by the bound, with unequal exposures. */
  @Example
  void falseAlarmsAreAtMostAsFrequentAsPromised() {
    for (double mean : new double[] {.5, 2, 10, 50}) {
      assertThat(alarms(mean, 1, 400)).isLessThanOrEqualTo(.12);
    }
  }

  /** A baseline of 24 periods only, as in two years of months: the rate itself is uncertain. */
  @Example
  void anEstimatedBaselineKeepsThePromiseToo() {
    for (double mean : new double[] {2, 10, 50}) {
      assertThat(alarms(mean, 1, 24)).isLessThanOrEqualTo(.12);
    }
  }

  @Example
  void aDoubledRateIsFoundWithinAYearOfMonths() {
    assertThat(alarms(2, 2, 400)).isGreaterThan(.85);
    assertThat(alarms(10, 2, 24)).isGreaterThan(.99);
  }

  @Property(tries = 200)
  void anySeriesHasADefinedAnswer(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000) Integer> events,
      @ForAll @IntRange(min = 0, max = 3) int exposure) {
    List<EarlyWarning.Period> series = new ArrayList<>();
    events.forEach(
        x -> series.add(new EarlyWarning.Period("p", x, exposure * (x % 3), x % 7 != 0)));
    EarlyWarning warning = EarlyWarning.of(series, DEFAULTS);
    assertThat(warning.watched()).hasSizeLessThanOrEqualTo(12);
    assertThat(warning.reason() != null).isEqualTo(warning.state() == EarlyWarning.State.UNDECIDED);
    long leftOut = warning.leftOut().stream().mapToLong(LeftOut::count).sum();
    assertThat(leftOut).isLessThanOrEqualTo(series.size());
  }

  /** Share of 2,000 seeded series with an alarm in their last twelve periods. */
  private static double alarms(double mean, double rise, int baseline) {
    Random random = new Random(1954);
    int alarms = 0;
    int decided = 0;
    for (int run = 0; run < 2_000; run++) {
      List<EarlyWarning.Period> series = new ArrayList<>();
      for (int i = 0; i < baseline + 12; i++) {
        double exposure = .5 + random.nextInt(3) / 2.0;
        double rate = i < baseline ? mean : mean * rise;
        series.add(new EarlyWarning.Period("p", poisson(rate * exposure, random), exposure, true));
      }
      EarlyWarning.State state = EarlyWarning.of(series, DEFAULTS).state();
      decided += state == EarlyWarning.State.UNDECIDED ? 0 : 1;
      boolean alarm = state == EarlyWarning.State.RISING || state == EarlyWarning.State.SUBSIDED;
      alarms += alarm ? 1 : 0;
    }
    return (double) alarms / decided;
  }

  /** Events of exponential waiting times within one unit of time. */
  private static long poisson(double mean, Random random) {
    long events = -1;
    double time = 0;
    while (time <= mean) {
      time -= Math.log(1 - random.nextDouble());
      events++;
    }
    return events;
  }

  private static List<EarlyWarning.Period> steady(int periods, long events) {
    List<EarlyWarning.Period> series = new ArrayList<>();
    for (int i = 0; i < periods; i++) {
      series.add(new EarlyWarning.Period("p" + i, events, 1, true));
    }
    return series;
  }
}
