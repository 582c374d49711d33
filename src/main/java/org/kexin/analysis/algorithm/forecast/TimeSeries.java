package org.kexin.analysis.algorithm.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.Statistics;

/**
 * A measure by calendar period, without gaps: every period of the observed window has a value or
 * the reason why it has none.
 *
 * @param from first day observed
 * @param to last day observed, not before from; the periods of both ends may be incomplete
 * @param values one for each period from that of from to that of to, in the unit of the measure
 * @param leftOut events that were not counted
 */
public record TimeSeries(
    PeriodUnit unit,
    LocalDate from,
    LocalDate to,
    List<Measure<Double>> values,
    List<LeftOut> leftOut) {

  /** Periods at most: 27 years of days. */
  public static final int MAX_PERIODS = 10_000;

  /** A mean of no events. */
  public static final Reason NO_EVENTS =
      new Reason("NO_EVENTS", "The period has no event to take a mean of.");

  /** Squares and their sums stay finite up to here. */
  private static final double LARGEST = 1e100;

  private static final int LAST_YEAR = 9999;

  /**
   * @throws IllegalArgumentException if a day is outside year 1 to 9999, from is after to, there
   *     are more than {@link #MAX_PERIODS} periods, not as many values as periods, or a value above
   *     10¹⁰⁰ in magnitude
   */
  public TimeSeries {
    values = List.copyOf(values);
    leftOut = List.copyOf(leftOut);
    if (values.size() != periods(unit, from, to)) {
      throw new IllegalArgumentException("a series has one value for each of its periods");
    }
    for (Measure<Double> measure : values) {
      Double value = measure.value();
      if (value != null && Math.abs(value) > LARGEST) {
        throw new IllegalArgumentException("too large for a series: " + value);
      }
    }
  }

  /** What the value of a period is. */
  public enum PeriodValue {
    /** Of the amounts; zero for a period without events. */
    SUM,
    /** Of the events; zero for a period without events. */
    COUNT,
    /** Of the amounts; missing for a period without events. */
    MEAN
  }

  /**
   * One period of a series.
   *
   * @param label such as 2011-12
   * @param complete whether every day of it was observed
   */
  public record Period(
      String label,
      LocalDate firstDay,
      LocalDate lastDay,
      Measure<Double> value,
      boolean complete) {}

  /**
   * A series of known figures.
   *
   * @param first any day of the first period, which is taken as complete, like all others
   * @param values one for each period, in the order of time; null where there is none
   * @throws IllegalArgumentException as the constructor, or if there is no value
   */
  public static TimeSeries ofWholePeriods(
      PeriodUnit unit, LocalDate first, List<@Nullable Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one period");
    }
    long number = unit.numberOf(first);
    List<Measure<Double>> measures = new ArrayList<>();
    for (Double value : values) {
      measures.add(value == null ? Measure.missing(NO_EVENTS) : Measure.of(value));
    }
    return new TimeSeries(
        unit,
        unit.firstDay(number),
        unit.lastDay(number + values.size() - 1L),
        measures,
        List.of());
  }

  private static int periods(PeriodUnit unit, LocalDate from, LocalDate to) {
    if (from.getYear() < 1 || to.getYear() > LAST_YEAR || from.isAfter(to)) {
      throw new IllegalArgumentException("not a window of year 1 to 9999: " + from + ", " + to);
    }
    long periods = unit.numberOf(to) - unit.numberOf(from) + 1;
    if (periods > MAX_PERIODS) {
      throw new IllegalArgumentException(
          "a series has at most " + MAX_PERIODS + " periods, not " + periods);
    }
    return (int) periods;
  }

  /** All periods, in the order of time. */
  public List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      LocalDate first = firstDay(i);
      LocalDate last = firstDay(i + 1).minusDays(1);
      periods.add(new Period(unit.label(first), first, last, values.get(i), isComplete(i)));
    }
    return periods;
  }

  /** The first day of a period, 0 for the first; beyond the last value the series goes on. */
  LocalDate firstDay(int index) {
    return unit.firstDay(unit.numberOf(from) + index);
  }

  boolean isComplete(int index) {
    return !firstDay(index).isBefore(from) && !firstDay(index + 1).minusDays(1).isAfter(to);
  }

  /**
   * Sums dated amounts exactly, in a stream in any order. Memory grows with the periods only. Not
   * thread-safe.
   */
  public static final class Accumulator {

    private final PeriodUnit unit;
    private final LocalDate from;
    private final LocalDate to;
    private final PeriodValue kind;
    private final long first;
    private final BigDecimal[] sums;
    private final long[] counts;
    private long outside;

    /**
     * Begins an empty stream.
     *
     * @param from first day observed
     * @param to last day observed
     * @throws IllegalArgumentException if a day is outside year 1 to 9999, from is after to, or
     *     there are more than {@link #MAX_PERIODS} periods
     */
    public Accumulator(PeriodUnit unit, LocalDate from, LocalDate to, PeriodValue kind) {
      int periods = periods(unit, from, to);
      this.unit = unit;
      this.from = from;
      this.to = to;
      this.kind = kind;
      this.first = unit.numberOf(from);
      this.sums = new BigDecimal[periods];
      this.counts = new long[periods];
      Arrays.fill(sums, BigDecimal.ZERO);
    }

    /** Counts one event; one outside the window is counted as left out. */
    public void add(LocalDate day, BigDecimal amount) {
      if (day.isBefore(from) || day.isAfter(to)) {
        outside++;
        return;
      }
      int period = (int) (unit.numberOf(day) - first);
      sums[period] = sums[period].add(amount);
      counts[period]++;
    }

    /** The series of what was added so far. */
    public TimeSeries series() {
      List<Measure<Double>> values = new ArrayList<>();
      for (int i = 0; i < sums.length; i++) {
        values.add(value(i));
      }
      List<LeftOut> leftOut =
          outside == 0
              ? List.of()
              : List.of(new LeftOut(Statistics.TRANSACTIONS_OUTSIDE_WINDOW, outside));
      return new TimeSeries(unit, from, to, values, leftOut);
    }

    private Measure<Double> value(int period) {
      double sum = sums[period].doubleValue();
      return switch (kind) {
        case SUM -> Measure.of(sum);
        case COUNT -> Measure.of((double) counts[period]);
        case MEAN ->
            counts[period] == 0 ? Measure.missing(NO_EVENTS) : Measure.of(sum / counts[period]);
      };
    }
  }
}
