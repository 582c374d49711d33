package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Clocks against a slow oracle that goes minute by minute: random calendars in zones with every
 * kind of change, holidays, own hours, leap days, and random events, pauses and changes of
 * severity.
 */
class ClockOracleTest {

  /** Zones, each with days on which something odd happens, or happened. */
  private static final Map<String, List<String>> ODD_DAYS =
      Map.of(
          "Asia/Shanghai", List.of("1991-04-14", "1991-09-15", "2024-02-29", "2026-10-01"),
          "America/New_York", List.of("2026-03-08", "2026-11-01", "2024-02-29", "2027-12-31"),
          "Europe/London", List.of("2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31"),
          "Australia/Lord_Howe", List.of("2026-04-05", "2026-10-04", "2024-02-29", "2027-01-01"),
          "Pacific/Apia", List.of("2011-12-30", "2012-04-01", "2012-09-30", "2020-02-29"),
          "Africa/Casablanca", List.of("2026-02-15", "2026-03-22", "2027-02-07", "2024-02-29"),
          "America/St_Johns", List.of("2010-03-14", "2010-11-07", "2026-03-08", "2026-11-01"),
          "Asia/Kathmandu", List.of("1986-01-01", "2024-02-29", "2026-05-01", "2026-12-31"));

  private static final List<String> ZONES = List.copyOf(new TreeMap<>(ODD_DAYS).keySet());
  private static final int MINUTES_OF_DAY = 1_440;

  /** A calendar for the code and the same for the oracle. */
  private record Case(
      BusinessCalendar calendar,
      Map<DayOfWeek, List<int[]>> week,
      Set<LocalDate> closed,
      Map<LocalDate, List<int[]>> own,
      Instant start) {}

  private record Step(int minute, ClockEffect effect, int whole) {}

  @Property(tries = 10_000)
  void clocksStandAsIfCountedMinuteByMinute(@ForAll long seed) {
    Random random = new Random(seed);
    Case world = world(random);
    int minutes = (1 + random.nextInt(7)) * MINUTES_OF_DAY;
    List<Step> steps = steps(random, minutes);
    MinuteClock slow =
        new MinuteClock(
            world.calendar().zone().getRules(), world.week(), world.closed(), world.own());
    ClockRun fast = ClockRun.NONE;
    int minute = 0;
    for (Step step : steps) {
      for (; minute < step.minute(); minute++) {
        slow.tick(world.start().plus(minute, ChronoUnit.MINUTES));
      }
      Instant at = world.start().plus(minute, ChronoUnit.MINUTES);
      slow.happen(step.effect(), at, step.whole());
      fast = fast.after(step.effect(), at, Duration.ofMinutes(step.whole()), world.calendar());
      assertThat(told(fast, at, world.calendar())).as(step.toString()).isEqualTo(slow.told());
    }
  }

  @Property(tries = 10_000)
  void workingTimeAndDeadlinesAreThoseOfCountedMinutes(@ForAll long seed) {
    Random random = new Random(seed);
    Case world = world(random);
    MinuteClock slow =
        new MinuteClock(
            world.calendar().zone().getRules(), world.week(), world.closed(), world.own());
    int minutes = (1 + random.nextInt(5)) * MINUTES_OF_DAY;
    int goal = 1 + random.nextInt(minutes);
    long worked = 0;
    Instant reached = null;
    for (int minute = 0; minute < minutes; minute++) {
      Instant at = world.start().plus(minute, ChronoUnit.MINUTES);
      worked += slow.isWorked(at) ? 1 : 0;
      if (worked == goal && reached == null) {
        reached = at.plus(1, ChronoUnit.MINUTES);
      }
    }
    Instant end = world.start().plus(minutes, ChronoUnit.MINUTES);

    assertThat(world.calendar().workingTime(world.start(), end))
        .isEqualTo(Duration.ofMinutes(worked));
    Instant deadline = world.calendar().plus(world.start(), Duration.ofMinutes(goal));
    if (reached == null) {
      assertThat(deadline).isAfter(end);
    } else {
      assertThat(deadline).isEqualTo(reached);
    }
    assertThat(world.calendar().workingTime(world.start(), deadline))
        .isEqualTo(Duration.ofMinutes(goal));
  }

  /** How a run stands at a moment, in words that both sides can say. */
  static String told(ClockRun run, Instant at, BusinessCalendar calendar) {
    return switch (run.state()) {
      case ClockState.Idle _ -> "IDLE";
      case ClockState.Running running ->
          "RUNNING %d: %d of %d"
              .formatted(
                  run.number(),
                  running.used().plus(calendar.workingTime(running.since(), at)).toMinutes(),
                  run.target().toMinutes());
      case ClockState.Paused paused ->
          "PAUSED %d: %d of %d"
              .formatted(run.number(), paused.used().toMinutes(), run.target().toMinutes());
      case ClockState.Met met -> "MET %d: %s".formatted(run.number(), met.at());
      case ClockState.Breached breached -> "BREACHED %d: %s".formatted(run.number(), breached.at());
      case ClockState.Cancelled cancelled ->
          "CANCELLED %d: %s".formatted(run.number(), cancelled.at());
    };
  }

  private static List<Step> steps(Random random, int minutes) {
    ClockEffect[] effects = ClockEffect.values();
    int count = 2 + random.nextInt(10);
    int[] moments = random.ints(count, 0, minutes).sorted().toArray();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(moments[0], ClockEffect.START, whole(random)));
    for (int i = 1; i < count; i++) {
      steps.add(new Step(moments[i], effects[random.nextInt(effects.length)], whole(random)));
    }
    return steps;
  }

  /** Short ones, which run out, and long ones, which do not. */
  private static int whole(Random random) {
    return 1 + random.nextInt(random.nextBoolean() ? 120 : 4_000);
  }

  private static Case world(Random random) {
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    List<String> odd = ODD_DAYS.getOrDefault(zone, List.of());
    LocalDate day = LocalDate.parse(odd.get(random.nextInt(odd.size())));
    Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
    // A day of the week at least, worked so much that a week has its hour.
    week.put(DayOfWeek.of(1 + random.nextInt(7)), hours(random, 60));
    for (DayOfWeek other : DayOfWeek.values()) {
      if (random.nextInt(4) > 0) {
        week.put(other, hours(random, 60));
      }
    }
    Set<LocalDate> closed = new HashSet<>();
    Map<LocalDate, List<int[]>> own = new HashMap<>();
    for (int i = -3; i < 8; i++) {
      switch (random.nextInt(8)) {
        case 0 -> closed.add(day.plusDays(i));
        case 1 -> own.put(day.plusDays(i), hours(random, 1));
        default -> {
          // As the week says.
        }
      }
    }
    BusinessCalendar calendar =
        new BusinessCalendar(ZoneId.of(zone), read(week), closed, read(own));
    Instant start =
        LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT)
            .toInstant(ZoneOffset.UTC)
            .plus(random.nextInt(4 * MINUTES_OF_DAY) - 3L * MINUTES_OF_DAY, ChronoUnit.MINUTES);
    return new Case(calendar, week, closed, own, start);
  }

  /** One to three parts of a day with pauses between; now and then from midnight to midnight. */
  private static List<int[]> hours(Random random, int least) {
    if (random.nextInt(5) == 0) {
      return List.of(new int[] {0, MINUTES_OF_DAY});
    }
    List<int[]> parts = new ArrayList<>();
    int from = random.nextInt(600);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count && from + least < MINUTES_OF_DAY; i++) {
      int to = Math.min(MINUTES_OF_DAY, from + least + random.nextInt(400));
      parts.add(new int[] {from, to});
      from = to + 1 + random.nextInt(120);
    }
    return parts;
  }

  private static <K> Map<K, List<WorkingHours>> read(Map<K, List<int[]>> hours) {
    Map<K, List<WorkingHours>> read = new HashMap<>();
    hours.forEach(
        (day, parts) ->
            read.put(day, parts.stream().map(part -> new WorkingHours(part[0], part[1])).toList()));
    return read;
  }
}
