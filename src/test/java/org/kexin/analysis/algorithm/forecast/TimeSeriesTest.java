package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.analysis.algorithm.forecast.TimeSeries.PeriodValue;

/** Calendar periods, gaps and incomplete ends (the general rules and section B5). */
class TimeSeriesTest {

  @Example
  void aPeriodWithoutEventsIsZeroForSumsAndCountsAndMissingForMeans() {
    assertThat(values(PeriodValue.SUM)).containsExactly(of(3.5), of(0), of(7));
    assertThat(values(PeriodValue.COUNT)).containsExactly(of(2), of(0), of(1));
    assertThat(values(PeriodValue.MEAN))
        .containsExactly(of(1.75), Measure.missing(TimeSeries.NO_EVENTS), of(7));
  }

  private static List<Measure<Double>> values(PeriodValue kind) {
    TimeSeries.Accumulator accumulator =
        new TimeSeries.Accumulator(
            PeriodUnit.MONTH, LocalDate.of(2010, 12, 1), LocalDate.of(2011, 2, 28), kind);
    accumulator.add(LocalDate.of(2011, 2, 28), new BigDecimal("7"));
    accumulator.add(LocalDate.of(2010, 12, 1), new BigDecimal("1.25"));
    accumulator.add(LocalDate.of(2010, 12, 31), new BigDecimal("2.25"));
    return accumulator.series().values();
  }

  private static Measure<Double> of(double value) {
    return Measure.of(value);
  }

  @Example
  void sumsAreDecimal() {
    TimeSeries.Accumulator accumulator = accumulator(PeriodUnit.DAY, "2024-01-01", "2024-01-01");
    for (int i = 0; i < 10; i++) {
      accumulator.add(LocalDate.of(2024, 1, 1), new BigDecimal("0.1"));
    }
    assertThat(accumulator.series().values()).containsExactly(of(1));
  }

  @Example
  void eventsOutsideTheWindowAreLeftOutAndCounted() {
    TimeSeries.Accumulator accumulator = accumulator(PeriodUnit.WEEK, "2024-01-01", "2024-01-14");
    accumulator.add(LocalDate.of(2023, 12, 31), BigDecimal.ONE);
    accumulator.add(LocalDate.of(2024, 1, 15), BigDecimal.ONE);
    accumulator.add(LocalDate.of(2024, 1, 14), BigDecimal.TEN);
    TimeSeries series = accumulator.series();

    assertThat(series.values()).containsExactly(of(0), of(10));
    assertThat(series.leftOut())
        .containsExactly(new LeftOut(Statistics.TRANSACTIONS_OUTSIDE_WINDOW, 2));
  }

  /** The days of the Online Retail set: the last week, month and quarter are incomplete. */
  @Example
  void incompleteEndsAreRecognised() {
    assertThat(complete(PeriodUnit.DAY, "2010-12-01", "2010-12-02")).containsExactly(true, true);
    assertThat(complete(PeriodUnit.WEEK, "2010-12-01", "2010-12-12")).containsExactly(false, true);
    assertThat(complete(PeriodUnit.MONTH, "2011-10-01", "2011-12-09"))
        .containsExactly(true, true, false);
    assertThat(complete(PeriodUnit.QUARTER, "2011-01-02", "2011-12-09"))
        .containsExactly(false, true, true, false);
  }

  private static List<Boolean> complete(PeriodUnit unit, String from, String to) {
    return accumulator(unit, from, to).series().periods().stream()
        .map(TimeSeries.Period::complete)
        .toList();
  }

  @Example
  void periodsRunOverTheEndOfTheYearByTheirIsoNames() {
    assertThat(labels(PeriodUnit.WEEK, "2020-12-28", "2021-01-10"))
        .containsExactly("2020-W53", "2021-W01");
    assertThat(labels(PeriodUnit.MONTH, "2010-12-05", "2011-01-05"))
        .containsExactly("2010-12", "2011-01");
    assertThat(labels(PeriodUnit.QUARTER, "2010-12-05", "2011-04-01"))
        .containsExactly("2010-Q4", "2011-Q1", "2011-Q2");
    assertThat(labels(PeriodUnit.DAY, "2024-02-28", "2024-03-01"))
        .containsExactly("2024-02-28", "2024-02-29", "2024-03-01");
  }

  private static List<String> labels(PeriodUnit unit, String from, String to) {
    return accumulator(unit, from, to).series().periods().stream()
        .map(TimeSeries.Period::label)
        .toList();
  }

  private static TimeSeries.Accumulator accumulator(PeriodUnit unit, String from, String to) {
    return new TimeSeries.Accumulator(
        unit, LocalDate.parse(from), LocalDate.parse(to), PeriodValue.SUM);
  }

  @Example
  void anImpossibleWindowOrValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator(PeriodUnit.DAY, "2024-01-02", "2024-01-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator(PeriodUnit.DAY, "1900-01-01", "2024-01-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TimeSeries.ofWholePeriods(
                    PeriodUnit.DAY, LocalDate.of(2024, 1, 1), List.of(1e101)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TimeSeries.ofWholePeriods(PeriodUnit.DAY, LocalDate.of(2024, 1, 1), List.of()));
  }

  @Property(tries = 300)
  void everyDayIsInThePeriodItsNumberNames(
      @ForAll PeriodUnit unit, @ForAll @IntRange(min = -700_000, max = 2_900_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    long number = unit.numberOf(day);
    assertThat(unit.firstDay(number)).isBeforeOrEqualTo(day);
    assertThat(unit.lastDay(number)).isAfterOrEqualTo(day);
    assertThat(unit.numberOf(unit.lastDay(number).plusDays(1))).isEqualTo(number + 1);
    assertThat(unit.label(unit.firstDay(number))).isEqualTo(unit.label(day));
  }

  @Property(tries = 100)
  void theOrderOfEventsDoesNotMatter(
      @ForAll List<@IntRange(max = 99) Integer> days, @ForAll long seed) {
    List<Integer> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(summed(shuffled)).isEqualTo(summed(days));
  }

  private static TimeSeries summed(List<Integer> days) {
    TimeSeries.Accumulator accumulator = accumulator(PeriodUnit.WEEK, "2024-01-01", "2024-03-31");
    for (int day : days) {
      accumulator.add(LocalDate.of(2024, 1, 1).plusDays(day), BigDecimal.valueOf(day, 2));
    }
    return accumulator.series();
  }
}
