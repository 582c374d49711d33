package org.kexin.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next version of a calendar, whole. */
@Schema(description = "The next version of a business calendar, whole (工作日历).")
record NewBusinessCalendar(
    @Schema(description = "Which calendar, kebab-case.", examples = "default")
        @NotNull
        @Size(min = 1, max = MAX_CODE_CHARS)
        @Pattern(regexp = CODE, message = "is kebab-case such as default")
        String code,
    @Schema(description = "IANA time zone.", examples = "Asia/Shanghai")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = "^[A-Za-z0-9+_/-]+$", message = "is a time zone such as Asia/Shanghai")
        String zone,
    @Schema(description = "The days of the week that are worked, each once.")
        @NotNull
        @Size(min = 1, max = 7)
        List<@Valid WeekDay> week,
    @Schema(description = "Days that are closed whatever the week says (节假日).")
        @Size(max = BusinessCalendar.MAX_NAMED_DAYS)
        List<LocalDate> closedDays,
    @Schema(description = "Days with hours of their own, such as a Saturday that is worked (调休).")
        @Size(max = BusinessCalendar.MAX_NAMED_DAYS)
        List<@Valid NamedDay> ownHours) {

  /** Characters of a code at most. */
  static final int MAX_CODE_CHARS = 64;

  /** Codes of calendars. */
  static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

  private static final String FROM = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
  private static final String TO = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

  /** Missing lists are empty ones. */
  NewBusinessCalendar {
    week = week == null ? List.of() : List.copyOf(week);
    closedDays = closedDays == null ? List.of() : List.copyOf(closedDays);
    ownHours = ownHours == null ? List.of() : List.copyOf(ownHours);
  }

  /** A part of a day. */
  @Schema(name = "BusinessHours", description = "A part of a day that is worked.")
  record Hours(
      @Schema(examples = "09:00")
          @NotNull
          @Size(max = 5)
          @Pattern(regexp = FROM, message = "is HH:mm")
          String from,
      @Schema(description = "Up to 24:00.", examples = "18:00")
          @NotNull
          @Size(max = 5)
          @Pattern(regexp = TO, message = "is HH:mm, up to 24:00")
          String to) {}

  /** A day of the week. */
  @Schema(name = "BusinessWeekDay", description = "A day of the week and its hours.")
  record WeekDay(
      @NotNull DayOfWeek day,
      @NotNull @Size(min = 1, max = BusinessCalendar.MAX_PARTS) List<@Valid Hours> hours) {

    /** A missing list is an empty one. */
    WeekDay {
      hours = hours == null ? List.of() : List.copyOf(hours);
    }
  }

  /** A day of the year. */
  @Schema(name = "BusinessNamedDay", description = "A day with hours of its own.")
  record NamedDay(
      @NotNull LocalDate date,
      @NotNull @Size(min = 1, max = BusinessCalendar.MAX_PARTS) List<@Valid Hours> hours) {

    /** A missing list is an empty one. */
    NamedDay {
      hours = hours == null ? List.of() : List.copyOf(hours);
    }
  }

  /**
   * The calendar that this describes.
   *
   * @throws IllegalArgumentException if there is none such: the zone is not known, a day stands
   *     twice, or what {@link BusinessCalendar} and {@link WorkingHours} refuse; says what to do
   */
  BusinessCalendar calendar() {
    Map<DayOfWeek, List<WorkingHours>> days = new LinkedHashMap<>();
    for (WeekDay day : week) {
      demandOnce(days.put(day.day(), read(day.hours())) == null);
    }
    Map<LocalDate, List<WorkingHours>> own = new LinkedHashMap<>();
    for (NamedDay day : ownHours) {
      demandOnce(own.put(day.date(), read(day.hours())) == null);
    }
    Set<LocalDate> closed = new HashSet<>(closedDays);
    demandOnce(closed.size() == closedDays.size());
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new IllegalArgumentException(
          "Name a time zone of the IANA list, such as Asia/Shanghai.");
    }
    return new BusinessCalendar(ZoneId.of(zone), days, closed, own);
  }

  private static List<WorkingHours> read(List<Hours> hours) {
    return hours.stream().map(part -> WorkingHours.of(part.from(), part.to())).toList();
  }

  private static void demandOnce(boolean once) {
    if (!once) {
      throw new IllegalArgumentException("Name each day once.");
    }
  }
}
