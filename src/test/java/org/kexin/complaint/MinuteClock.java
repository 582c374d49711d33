package org.kexin.complaint;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock that is worked out minute by minute, slowly and without a thought: in each minute it
 * looks at the wall and, if work is done, counts. Shares nothing with {@link BusinessCalendar} and
 * {@link ClockRun} but the words for effects.
 */
final class MinuteClock {

  private static final int MINUTE = 60;

  private final java.time.zone.ZoneRules zone;
  private final Map<DayOfWeek, List<int[]>> week;
  private final Set<LocalDate> closed;
  private final Map<LocalDate, List<int[]>> own;

  private String state = "IDLE";
  private int runs;
  private long target;
  private long used;
  private @Nullable Instant usedUpAt;
  private @Nullable Instant endedAt;

  MinuteClock(
      java.time.zone.ZoneRules zone,
      Map<DayOfWeek, List<int[]>> week,
      Set<LocalDate> closed,
      Map<LocalDate, List<int[]>> own) {
    this.zone = zone;
    this.week = week;
    this.closed = closed;
    this.own = own;
  }

  /** Lets a minute that begins then go by. */
  void tick(Instant minute) {
    if (!state.equals("RUNNING")) {
      return;
    }
    if (usedUpAt != null) {
      // It was used up before this minute, and time goes by.
      state = "BREACHED";
      endedAt = usedUpAt;
      return;
    }
    if (isWorked(minute)) {
      used++;
      if (used >= target) {
        usedUpAt = minute.plusSeconds(MINUTE);
      }
    }
  }

  /** Something happens at the beginning of a minute. */
  void happen(ClockEffect effect, Instant at, long whole) {
    switch (effect) {
      case NONE -> {
        // Time goes by, nothing else.
      }
      case START -> {
        if (state.equals("IDLE")) {
          begin(whole);
        }
      }
      case RESTART -> begin(whole);
      case STOP -> end("MET", at);
      case CANCEL -> end("CANCELLED", at);
      case PAUSE -> {
        if (state.equals("RUNNING")) {
          state = "PAUSED";
          usedUpAt = null;
        }
      }
      case RESUME -> {
        if (state.equals("PAUSED")) {
          state = "RUNNING";
          usedUpAt = used >= target ? at : null;
        }
      }
      case RETARGET -> {
        if (state.equals("RUNNING") || state.equals("PAUSED")) {
          target = whole;
          usedUpAt = state.equals("RUNNING") && used >= target ? at : null;
        }
      }
    }
  }

  private void begin(long whole) {
    state = "RUNNING";
    runs++;
    target = whole;
    used = 0;
    usedUpAt = null;
    endedAt = null;
  }

  private void end(String how, Instant at) {
    if (state.equals("RUNNING") || state.equals("PAUSED")) {
      state = how;
      endedAt = at;
    }
  }

  boolean isWorked(Instant minute) {
    ZoneOffset offset = zone.getOffset(minute);
    LocalDateTime wall = LocalDateTime.ofEpochSecond(minute.getEpochSecond(), 0, offset);
    LocalDate day = wall.toLocalDate();
    if (closed.contains(day)) {
      return false;
    }
    List<int[]> hours = own.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), List.of()));
    int minuteOfDay = wall.getHour() * MINUTE + wall.getMinute();
    return hours.stream().anyMatch(part -> minuteOfDay >= part[0] && minuteOfDay < part[1]);
  }

  /** How it stands, in the words of {@link ClockOracleTest#told}. */
  String told() {
    return switch (state) {
      case "IDLE" -> "IDLE";
      case "RUNNING" -> "RUNNING %d: %d of %d".formatted(runs, used, target);
      case "PAUSED" -> "PAUSED %d: %d of %d".formatted(runs, used, target);
      default -> "%s %d: %s".formatted(state, runs, endedAt);
    };
  }
}
