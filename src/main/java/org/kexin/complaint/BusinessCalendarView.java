package org.kexin.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a calendar. */
@Schema(name = "BusinessCalendar", description = "A version of a business calendar (工作日历).")
record BusinessCalendarView(
    UUID id,
    @Schema(examples = "default", maxLength = 64) String code,
    @Schema(examples = "1", minimum = "1") int version,
    @Schema(examples = "Asia/Shanghai", maxLength = 64) String zone,
    @Schema(maxItems = 7) List<NewBusinessCalendar.WeekDay> week,
    @Schema(description = "Not in lists.", maxItems = 2_000) @Nullable List<LocalDate> closedDays,
    @Schema(description = "Not in lists.", maxItems = 2_000)
        @Nullable List<NewBusinessCalendar.NamedDay> ownHours,
    Instant publishedAt) {

  static BusinessCalendarView of(PublishedCalendar row, NewBusinessCalendar document) {
    return new BusinessCalendarView(
        row.id(),
        row.code(),
        row.version(),
        document.zone(),
        document.week(),
        document.closedDays(),
        document.ownHours(),
        row.publishedAt());
  }

  /** As in a list: two hundred calendars of years of holidays would be megabytes. */
  BusinessCalendarView withoutNamedDays() {
    return new BusinessCalendarView(id, code, version, zone, week, null, null, publishedAt);
  }
}
