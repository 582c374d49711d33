package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Working time by hand-computed cases; {@link ClockOracleTest} computes it another way. */
class BusinessCalendarTest {

  private static final BusinessCalendar SHANGHAI = office("Asia/Shanghai", Set.of(), Map.of());

  @Test
  void aDeadlineInsideADayIsReachedTheSameDay() {
    // 2026-03-02 is a Monday.
    assertThat(SHANGHAI.plus(at("Asia/Shanghai", "2026-03-02T10:00"), Duration.ofHours(3)))
        .isEqualTo(at("Asia/Shanghai", "2026-03-02T13:00"));
  }

  @Test
  void whatArrivesAtNightStartsInTheMorning() {
    assertThat(SHANGHAI.plus(at("Asia/Shanghai", "2026-03-02T23:00"), Duration.ofHours(1)))
        .isEqualTo(at("Asia/Shanghai", "2026-03-03T10:00"));
  }

  @Test
  void aTargetThatEndsWithADayIsDueAtItsEndAndNotTheNextMorning() {
    assertThat(SHANGHAI.plus(at("Asia/Shanghai", "2026-03-02T17:00"), Duration.ofHours(1)))
        .isEqualTo(at("Asia/Shanghai", "2026-03-02T18:00"));
  }

  @Test
  void theWeekendIsNotWorked() {
    Instant friday = at("Asia/Shanghai", "2026-03-06T17:00");
    assertThat(SHANGHAI.plus(friday, Duration.ofHours(2)))
        .isEqualTo(at("Asia/Shanghai", "2026-03-09T10:00"));
    assertThat(SHANGHAI.workingTime(friday, at("Asia/Shanghai", "2026-03-09T10:00")))
        .isEqualTo(Duration.ofHours(2));
    assertThat(
            SHANGHAI.workingTime(
                at("Asia/Shanghai", "2026-03-07T00:00"), at("Asia/Shanghai", "2026-03-08T23:59")))
        .isZero();
  }

  @Test
  void noTimeAtAllEndsWhereItBegins() {
    Instant sunday = at("Asia/Shanghai", "2026-03-08T12:00");
    assertThat(SHANGHAI.plus(sunday, Duration.ZERO)).isEqualTo(sunday);
    assertThat(SHANGHAI.workingTime(sunday, sunday)).isZero();
    assertThat(SHANGHAI.workingTime(sunday, sunday.minusSeconds(99_999))).isZero();
    assertThatThrownBy(() -> SHANGHAI.plus(sunday, Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHolidayIsClosedAndASaturdayCanBeWorkedInItsPlace() {
    BusinessCalendar calendar =
        office(
            "Asia/Shanghai",
            Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)),
            Map.of(LocalDate.of(2026, 10, 10), List.of(WorkingHours.of("10:00", "12:00"))));
    // Wednesday evening, then two holidays and a weekend.
    assertThat(calendar.plus(at("Asia/Shanghai", "2026-09-30T17:30"), Duration.ofHours(1)))
        .isEqualTo(at("Asia/Shanghai", "2026-10-05T09:30"));
    // Friday the 9th, then the Saturday with hours of its own, then Monday.
    assertThat(calendar.plus(at("Asia/Shanghai", "2026-10-09T17:00"), Duration.ofHours(4)))
        .isEqualTo(at("Asia/Shanghai", "2026-10-12T10:00"));
  }

  @Test
  void hoursOfOneDayReplaceThoseOfTheWeek() {
    BusinessCalendar calendar =
        office(
            "Asia/Shanghai",
            Set.of(),
            Map.of(LocalDate.of(2026, 2, 16), List.of(WorkingHours.of("09:00", "12:00"))));
    assertThat(calendar.plus(at("Asia/Shanghai", "2026-02-16T11:00"), Duration.ofHours(2)))
        .isEqualTo(at("Asia/Shanghai", "2026-02-17T10:00"));
  }

  @Test
  void roundTheClockIsNotClosedForAMinuteAtMidnight() {
    BusinessCalendar always = roundTheClock("Europe/London");
    Instant start = at("Europe/London", "2026-01-31T23:58");
    assertThat(always.plus(start, Duration.ofMinutes(4))).isEqualTo(start.plusSeconds(240));
    assertThat(always.workingTime(start, start.plus(Duration.ofDays(365))))
        .isEqualTo(Duration.ofDays(365));
  }

  @Test
  void theLunchBreakIsNotWorked() {
    BusinessCalendar calendar =
        new BusinessCalendar(
            ZoneId.of("Asia/Shanghai"),
            Map.of(
                DayOfWeek.MONDAY,
                List.of(WorkingHours.of("09:00", "12:00"), WorkingHours.of("13:30", "18:00"))),
            Set.of(),
            Map.of());
    assertThat(calendar.plus(at("Asia/Shanghai", "2026-03-02T11:00"), Duration.ofHours(2)))
        .isEqualTo(at("Asia/Shanghai", "2026-03-02T14:30"));
  }

  @Test
  void theHourThatIsSkippedInSpringCannotBeWorked() {
    // New York, Sunday 2026-03-08: 02:00 becomes 03:00.
    BusinessCalendar nights = onDay("America/New_York", DayOfWeek.SUNDAY, "01:00", "05:00");
    Instant from = at("America/New_York", "2026-03-08T00:00");
    assertThat(nights.workingTime(from, at("America/New_York", "2026-03-08T12:00")))
        .isEqualTo(Duration.ofHours(3));
    assertThat(nights.plus(from, Duration.ofHours(2)))
        .isEqualTo(at("America/New_York", "2026-03-08T04:00"));
  }

  @Test
  void theHourThatComesTwiceInAutumnIsWorkedTwice() {
    // New York, Sunday 2026-11-01: 02:00 becomes 01:00.
    BusinessCalendar nights = onDay("America/New_York", DayOfWeek.SUNDAY, "01:00", "05:00");
    Instant from = at("America/New_York", "2026-11-01T00:00");
    assertThat(nights.workingTime(from, at("America/New_York", "2026-11-01T12:00")))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void hoursThatEndWithinTheRepeatedHourAreWorkedInTwoParts() {
    BusinessCalendar nights = onDay("America/New_York", DayOfWeek.SUNDAY, "00:00", "01:30");
    Instant midnight = at("America/New_York", "2026-11-01T00:00");
    assertThat(nights.workingTime(midnight, midnight.plus(Duration.ofHours(12))))
        .isEqualTo(Duration.ofHours(2));
    // The wall shows 01:00 to 01:30 twice, and 01:30 to 02:00 is a pause between.
    assertThat(nights.plus(midnight, Duration.ofMinutes(100)))
        .isEqualTo(midnight.plus(Duration.ofMinutes(130)));
  }

  @Test
  void aChangeOfHalfAnHourIsHalfAnHour() {
    // Lord Howe Island, Sunday 2026-10-04: 02:00 becomes 02:30.
    BusinessCalendar nights = onDay("Australia/Lord_Howe", DayOfWeek.SUNDAY, "01:00", "04:00");
    assertThat(
            nights.workingTime(
                at("Australia/Lord_Howe", "2026-10-04T00:00"),
                at("Australia/Lord_Howe", "2026-10-04T12:00")))
        .isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void aChangeAtMidnightShowsThreeDaysInTurnAndNoTimeTwice() {
    // St. John's, Sunday 2010-11-07 at 00:01 became Saturday 23:01.
    BusinessCalendar always = roundTheClock("America/St_Johns");
    Instant start = Instant.parse("2010-11-07T01:00:00Z");
    Instant end = Instant.parse("2010-11-07T05:00:00Z");
    assertThat(always.workingTime(start, end)).isEqualTo(Duration.ofHours(4));
    BusinessCalendar saturdays = onDay("America/St_Johns", DayOfWeek.SATURDAY, "23:00", "24:00");
    // 23:00 to 24:00, then 23:01 to 24:00 again.
    assertThat(saturdays.workingTime(start, end)).isEqualTo(Duration.ofMinutes(119));
    // The second part begins an hour and a minute after the first: a minute of Sunday lies between.
    Instant eleven = Instant.parse("2010-11-07T01:30:00Z");
    assertThat(saturdays.plus(start, Duration.ofMinutes(61)))
        .isEqualTo(eleven.plus(Duration.ofMinutes(62)));
  }

  @Test
  void aDayThatAZoneLeftOutHasNoHours() {
    // Apia went from Thursday the 29th to Saturday the 31st of December 2011.
    BusinessCalendar office = office("Pacific/Apia", Set.of(), Map.of());
    assertThat(
            office.workingTime(
                at("Pacific/Apia", "2011-12-29T12:00"), at("Pacific/Apia", "2012-01-02T10:00")))
        .isEqualTo(Duration.ofHours(7));
  }

  @Test
  void theClocksOfRamadanAreKnown() {
    // Casablanca goes back an hour for Ramadan: on Sunday 2026-02-15, 03:00 becomes 02:00.
    BusinessCalendar nights = onDay("Africa/Casablanca", DayOfWeek.SUNDAY, "00:00", "24:00");
    Instant saturday = at("Africa/Casablanca", "2026-02-14T12:00");
    assertThat(nights.workingTime(saturday, saturday.plus(Duration.ofDays(3))))
        .isEqualTo(Duration.ofHours(25));
  }

  @Test
  void theTwentyNinthOfFebruaryIsADay() {
    // A Thursday.
    assertThat(
            SHANGHAI.workingTime(
                at("Asia/Shanghai", "2024-02-28T12:00"), at("Asia/Shanghai", "2024-03-01T12:00")))
        .isEqualTo(Duration.ofHours(18));
  }

  @Test
  void aWeekWithoutWorkIsNoCalendar() {
    assertRefused(Map.of(), Set.of(), Map.of());
    assertRefused(
        Map.of(DayOfWeek.MONDAY, List.of(WorkingHours.of("09:00", "09:59"))), Set.of(), Map.of());
  }

  @Test
  void whatContradictsItselfIsNoCalendar() {
    WorkingHours morning = WorkingHours.of("09:00", "12:00");
    Map<DayOfWeek, List<WorkingHours>> week = Map.of(DayOfWeek.MONDAY, List.of(morning));
    LocalDate day = LocalDate.of(2026, 10, 1);
    assertRefused(
        Map.of(DayOfWeek.MONDAY, List.of(morning, WorkingHours.of("11:00", "13:00"))),
        Set.of(),
        Map.of());
    assertRefused(
        Map.of(DayOfWeek.MONDAY, List.of(WorkingHours.of("13:00", "15:00"), morning)),
        Set.of(),
        Map.of());
    assertRefused(
        Map.of(DayOfWeek.MONDAY, List.of(morning, WorkingHours.of("12:00", "13:00"))),
        Set.of(),
        Map.of());
    assertRefused(week, Set.of(day), Map.of(day, List.of(morning)));
    assertRefused(week, Set.of(), Map.of(day, List.of()));
    assertThat(new BusinessCalendar(ZoneId.of("UTC"), week, Set.of(day), Map.of()).week())
        .isEqualTo(week);
  }

  @Test
  void hoursBeginBeforeTheyEnd() {
    assertThat(WorkingHours.of("00:00", "24:00").minutes()).isEqualTo(1_440);
    assertThat(WorkingHours.of("09:05", "24:00").to()).isEqualTo("24:00");
    assertThat(WorkingHours.of("09:05", "24:00").from()).isEqualTo("09:05");
    for (List<String> wrong :
        List.of(
            List.of("09:00", "09:00"),
            List.of("18:00", "09:00"),
            List.of("24:00", "24:00"),
            List.of("9:00", "18:00"),
            List.of("09:60", "18:00"),
            List.of("09:00", "24:01"))) {
      assertThatThrownBy(() -> WorkingHours.of(wrong.get(0), wrong.get(1)))
          .as(wrong.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertRefused(
      Map<DayOfWeek, List<WorkingHours>> week,
      Set<LocalDate> closed,
      Map<LocalDate, List<WorkingHours>> own) {
    assertThatThrownBy(() -> new BusinessCalendar(ZoneId.of("UTC"), week, closed, own))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static BusinessCalendar office(
      String zone, Set<LocalDate> closed, Map<LocalDate, List<WorkingHours>> own) {
    Map<DayOfWeek, List<WorkingHours>> week = new EnumMap<>(DayOfWeek.class);
    for (int day = 1; day <= 5; day++) {
      week.put(DayOfWeek.of(day), List.of(WorkingHours.of("09:00", "18:00")));
    }
    return new BusinessCalendar(ZoneId.of(zone), week, closed, own);
  }

  static BusinessCalendar roundTheClock(String zone) {
    Map<DayOfWeek, List<WorkingHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(WorkingHours.of("00:00", "24:00")));
    }
    return new BusinessCalendar(ZoneId.of(zone), week, Set.of(), Map.of());
  }

  private static BusinessCalendar onDay(String zone, DayOfWeek day, String from, String to) {
    return new BusinessCalendar(
        ZoneId.of(zone), Map.of(day, List.of(WorkingHours.of(from, to))), Set.of(), Map.of());
  }

  static Instant at(String zone, String wall) {
    return LocalDateTime.parse(wall).atZone(ZoneId.of(zone)).toInstant();
  }
}
