package org.kexin.analysis.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.analysis.algorithm.forecast.TimeSeries;
import org.kexin.shared.ProblemException;

/** Makes a series of what was tallied; values that are held back are missing from it. */
final class TrendSeries {

  private static final Reason HELD_BACK =
      new Reason("FEW_CUSTOMERS", "Too few customers are behind the value to show it.");
  private static final int LAST_YEAR = 9999;

  private TrendSeries() {}

  /**
   * The series of the days looked at; null where nothing was sold and no days were given.
   *
   * @throws ProblemException {@code parameter-invalid} if there are too many periods
   */
  static @Nullable TimeSeries of(
      PeriodUnit unit, TrendMeasure measure, TrendTally tally, ShownPeriods shown) {
    LocalDate from = tally.firstDay();
    LocalDate to = tally.lastDay();
    if (from == null || to == null || from.isAfter(to)) {
      return null;
    }
    demandPossible(unit, from, to);
    List<Measure<Double>> values = new ArrayList<>();
    for (long period = unit.numberOf(from); period <= unit.numberOf(to); period++) {
      LocalDate first = unit.firstDay(period);
      LocalDate last = unit.lastDay(period);
      boolean complete = !first.isBefore(from) && !last.isAfter(to);
      boolean shows =
          shown.shows(
              period, first.isBefore(from) ? from : first, last.isAfter(to) ? to : last, complete);
      values.add(shows ? Measure.of(tally.of(period).value(measure)) : Measure.missing(HELD_BACK));
    }
    return new TimeSeries(unit, from, to, values, List.of());
  }

  static boolean isHeldBack(TimeSeries.Period period) {
    return HELD_BACK.equals(period.value().reason());
  }

  private static void demandPossible(PeriodUnit unit, LocalDate from, LocalDate to) {
    if (from.getYear() < 1 || to.getYear() > LAST_YEAR) {
      throw ProblemException.parameter("from", "The period lies within the years 1 to 9999.");
    }
    if (unit.numberOf(to) - unit.numberOf(from) >= TimeSeries.MAX_PERIODS) {
      throw ProblemException.parameter(
          "period",
          "These are more than %d periods; ask by longer ones.".formatted(TimeSeries.MAX_PERIODS));
    }
  }
}
