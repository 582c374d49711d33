package org.kexin.analysis.algorithm.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The calendar periods a series may run by. Periods of one unit are numbered without gaps, so
 * stepping over the end of a year is adding one.
 */
public enum PeriodUnit {
  DAY(7),
  /** From Monday to Sunday, as ISO 8601 has it. */
  WEEK(52),
  MONTH(12),
  QUARTER(4);

  private static final int DAYS_A_WEEK = 7;
  private static final int MONTHS_A_QUARTER = 3;
  private static final int MONTHS_A_YEAR = 12;

  /** Days from the Monday before it to 1970-01-01, a Thursday. */
  private static final int MONDAY_BEFORE_EPOCH = 3;

  private final int seasonLength;

  PeriodUnit(int seasonLength) {
    this.seasonLength = seasonLength;
  }

  /**
   * Periods of the usual season: a week of days, else a year. A year has 52.18 weeks; the season of
   * weeks drifts by a day or two a year against the calendar.
   */
  public int seasonLength() {
    return seasonLength;
  }

  /** The number of the period a day is in. */
  public long numberOf(LocalDate day) {
    return switch (this) {
      case DAY -> day.toEpochDay();
      case WEEK -> Math.floorDiv(day.toEpochDay() + MONDAY_BEFORE_EPOCH, DAYS_A_WEEK);
      case MONTH -> day.getLong(ChronoField.PROLEPTIC_MONTH);
      case QUARTER -> Math.floorDiv(day.getLong(ChronoField.PROLEPTIC_MONTH), MONTHS_A_QUARTER);
    };
  }

  /** The first day of the period with this number. */
  public LocalDate firstDay(long number) {
    return switch (this) {
      case DAY -> LocalDate.ofEpochDay(number);
      case WEEK -> LocalDate.ofEpochDay(number * DAYS_A_WEEK - MONDAY_BEFORE_EPOCH);
      case MONTH -> firstOfMonth(number);
      case QUARTER -> firstOfMonth(number * MONTHS_A_QUARTER);
    };
  }

  /** The last day of the period with this number. */
  public LocalDate lastDay(long number) {
    return firstDay(number + 1).minusDays(1);
  }

  private static LocalDate firstOfMonth(long month) {
    return LocalDate.of(
        Math.toIntExact(Math.floorDiv(month, MONTHS_A_YEAR)),
        Math.floorMod(month, MONTHS_A_YEAR) + 1,
        1);
  }

  /** The name of the period a day is in: 2011-12-09, 2011-W49, 2011-12 or 2011-Q4. */
  public String label(LocalDate day) {
    return switch (this) {
      case DAY -> day.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(day).toString();
      case QUARTER ->
          String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    };
  }
}
