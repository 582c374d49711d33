package org.kexin.complaint;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When work is done (工作日历): a time zone, hours for each day of the week, days that are closed
 * (节假日), and days with hours of their own, such as a Saturday that is worked in place of another
 * day (调休).
 *
 * <p>A moment is working time if the clock on the wall then shows a time within the hours of the
 * day that the wall then shows. So an hour that is skipped in spring is not there to be worked, one
 * that comes twice in autumn is worked twice, and a day that a zone leaves out has no hours.
 * Working time is elapsed time: it is never longer than what passed.
 *
 * @param week hours by day, for each day in their order and apart from each other; a day that is
 *     missing is not worked
 * @param closed days without hours, whatever the week says
 * @param ownHours days with hours of their own, whatever the week says
 */
record BusinessCalendar(
    ZoneId zone,
    Map<DayOfWeek, List<WorkingHours>> week,
    Set<LocalDate> closed,
    Map<LocalDate, List<WorkingHours>> ownHours) {

  /** Days that are named one by one, closed or with hours of their own, at most. */
  static final int MAX_NAMED_DAYS = 2_000;

  /** Minutes of a week that are worked, at least: what is to be found in time must be there. */
  static final int MIN_WEEK_MINUTES = 60;

  /** Parts of a day at most. */
  static final int MAX_PARTS = 10;

  /**
   * Copies everything.
   *
   * @throws IllegalArgumentException if the week has less than an hour of work, the hours of a day
   *     overlap, touch or are out of order, a day has more than {@value #MAX_PARTS} parts, a day is
   *     both closed and worked, or more than {@value #MAX_NAMED_DAYS} days are named
   */
  BusinessCalendar {
    Map<DayOfWeek, List<WorkingHours>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, hours) -> days.put(day, ordered(hours)));
    week = Map.copyOf(days);
    SortedMap<LocalDate, List<WorkingHours>> own = new TreeMap<>();
    ownHours.forEach((day, hours) -> own.put(day, ordered(hours)));
    closed = Set.copyOf(closed);
    ownHours = Map.copyOf(own);
    if (week.values().stream().mapToInt(BusinessCalendar::minutes).sum() < MIN_WEEK_MINUTES) {
      throw new IllegalArgumentException("A week has at least an hour of work.");
    }
    if (ownHours.keySet().stream().anyMatch(closed::contains)) {
      throw new IllegalArgumentException("A day is closed or has hours of its own, not both.");
    }
    if (ownHours.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("A day without hours is a closed one.");
    }
    if (closed.size() + ownHours.size() > MAX_NAMED_DAYS) {
      throw new IllegalArgumentException("At most 2,000 days can be named one by one.");
    }
  }

  /** Takes stretches of working time, in order and apart from each other. */
  @FunctionalInterface
  private interface Stretches {
    /** Takes one; gives whether more are wanted. */
    boolean take(Instant from, Instant to);
  }

  /**
   * The earliest moment by which so much working time has passed; for none, {@code from} itself,
   * also outside of working hours. A target that ends with a day is due at the end of that day, not
   * on the next morning.
   *
   * @throws IllegalArgumentException if {@code working} is negative
   */
  Instant plus(Instant from, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("Working time is not negative.");
    }
    if (working.isZero()) {
      return from;
    }
    Instant[] end = {from};
    Duration[] left = {working};
    walk(
        from,
        (begin, stop) -> {
          Duration length = Duration.between(begin, stop);
          boolean enough = length.compareTo(left[0]) >= 0;
          end[0] = enough ? begin.plus(left[0]) : stop;
          left[0] = enough ? Duration.ZERO : left[0].minus(length);
          return !enough;
        });
    return end[0];
  }

  /** The working time from one moment to another; none if the second is not after the first. */
  Duration workingTime(Instant from, Instant to) {
    Duration[] sum = {Duration.ZERO};
    if (to.isAfter(from)) {
      walk(
          from,
          (begin, stop) -> {
            if (begin.isBefore(to)) {
              sum[0] = sum[0].plus(Duration.between(begin, stop.isAfter(to) ? to : stop));
            }
            return stop.isBefore(to);
          });
    }
    return sum[0];
  }

  /**
   * Goes through the working time from a moment on until no more is wanted. By stretches of one
   * offset and only then by days: at a change of the clocks around midnight the wall can show a
   * day, the next one, and the first one again, so going by days alone would go back in time.
   */
  private void walk(Instant from, Stretches wanted) {
    ZoneRules rules = zone.getRules();
    Instant begin = from;
    while (true) {
      ZoneOffset offset = rules.getOffset(begin);
      ZoneOffsetTransition change = rules.nextTransition(begin);
      Instant end = change == null ? Instant.MAX : change.getInstant();
      LocalDate day = LocalDateTime.ofInstant(begin, offset).toLocalDate();
      while (day.atStartOfDay().toInstant(offset).isBefore(end)) {
        for (WorkingHours hours : hoursOn(day)) {
          Instant first = later(begin, at(day, hours.fromMinute(), offset));
          Instant last = earlier(end, at(day, hours.toMinute(), offset));
          if (first.isBefore(last) && !wanted.take(first, last)) {
            return;
          }
        }
        day = day.plusDays(1);
      }
      begin = end;
    }
  }

  private List<WorkingHours> hoursOn(LocalDate day) {
    if (closed.contains(day)) {
      return List.of();
    }
    List<WorkingHours> own = ownHours.get(day);
    return own == null ? week.getOrDefault(day.getDayOfWeek(), List.of()) : own;
  }

  private static Instant at(LocalDate day, int minute, ZoneOffset offset) {
    return day.atStartOfDay().plusMinutes(minute).toInstant(offset);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static List<WorkingHours> ordered(List<WorkingHours> hours) {
    if (hours.size() > MAX_PARTS) {
      throw new IllegalArgumentException("A day has at most 10 parts that are worked.");
    }
    for (int i = 1; i < hours.size(); i++) {
      if (hours.get(i).fromMinute() <= hours.get(i - 1).toMinute()) {
        throw new IllegalArgumentException(
            "The parts of a day stand in their order, with a pause between them.");
      }
    }
    return List.copyOf(hours);
  }

  private static int minutes(List<WorkingHours> hours) {
    return hours.stream().mapToInt(WorkingHours::minutes).sum();
  }
}
