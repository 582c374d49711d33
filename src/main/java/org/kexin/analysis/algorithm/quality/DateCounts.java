package org.kexin.analysis.algorithm.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** The first and the last date of a column. */
final class DateCounts {

  private final QualityRules.Dates rule;
  private final int place;
  private @Nullable LocalDateTime first;
  private @Nullable LocalDateTime last;
  private @Nullable String before;
  private boolean beforeIsDate;
  private long unreadable;

  DateCounts(QualityRules.Dates rule, int place) {
    this.rule = rule;
    this.place = place;
  }

  int place() {
    return place;
  }

  void add(@Nullable String value) {
    if (value == null) {
      return;
    }
    // Lines of one document follow each other, and reading a date costs more than all the rest.
    if (!value.equals(before)) {
      before = value;
      beforeIsDate = widen(value.strip());
    }
    unreadable += beforeIsDate ? 0 : 1;
  }

  private boolean widen(String text) {
    try {
      TemporalAccessor read = rule.format().parseBest(text, LocalDateTime::from, LocalDate::from);
      LocalDateTime time =
          read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  TableProfile.DateRange finish() {
    return new TableProfile.DateRange(rule.column(), first, last, unreadable);
  }
}
