package org.kexin.analysis.complaint;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** What a trend is cut into. */
enum TrendPeriod {
  /** Of ISO 8601: Monday to Sunday. */
  WEEK {
    @Override
    LocalDate firstDay(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    LocalDate next(LocalDate firstDay) {
      return firstDay.plusWeeks(1);
    }

    @Override
    String label(LocalDate firstDay) {
      return "%04d-W%02d"
          .formatted(
              firstDay.get(IsoFields.WEEK_BASED_YEAR),
              firstDay.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  },
  MONTH {
    @Override
    LocalDate firstDay(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    LocalDate next(LocalDate firstDay) {
      return firstDay.plusMonths(1);
    }

    @Override
    String label(LocalDate firstDay) {
      return firstDay.toString().substring(0, "yyyy-MM".length());
    }
  };

  /** First day of the period that holds this one. */
  abstract LocalDate firstDay(LocalDate day);

  /** First day of the next period. */
  abstract LocalDate next(LocalDate firstDay);

  abstract String label(LocalDate firstDay);
}
