package org.kexin.complaint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.complaint.ClockState.Breached;

/**
 * The three clocks of a complaint. Pure.
 *
 * @param runs for every clock
 */
record Clocks(Map<ClockKind, ClockRun> runs) {

  /** Before anything happened. */
  static final Clocks IDLE = new Clocks(Map.of());

  /** Copies the runs; a clock that is missing has not begun. */
  Clocks {
    Map<ClockKind, ClockRun> all = new EnumMap<>(ClockKind.class);
    for (ClockKind kind : ClockKind.values()) {
      all.put(kind, runs.getOrDefault(kind, ClockRun.NONE));
    }
    runs = Map.copyOf(all);
  }

  /**
   * What is to be told of a run, once.
   *
   * @param kind {@link EventKind#WARNED} or {@link EventKind#ESCALATED}
   */
  record Notice(EventKind kind, ClockKind clock, int run) {}

  /** One of them. */
  ClockRun of(ClockKind kind) {
    return Objects.requireNonNull(runs.get(kind));
  }

  /** The clocks after an event; {@link #notices} must have been told before. */
  Clocks after(EventKind event, Instant at, Severity severity, ClockTerms terms) {
    Map<ClockKind, ClockRun> next = new EnumMap<>(ClockKind.class);
    runs.forEach(
        (kind, run) ->
            next.put(
                kind,
                run.after(
                    ClockRules.effect(event, kind),
                    at,
                    terms.policy().target(severity, kind),
                    terms.calendar())));
    return new Clocks(next);
  }

  /**
   * What is to be told at a moment: of a run whose deadline passed, and of one where it is near.
   */
  List<Notice> notices(Instant at, ClockTerms terms) {
    List<Notice> notices = new ArrayList<>();
    for (ClockKind kind : ClockKind.values()) {
      ClockRun run = of(kind);
      if (!run.state().equals(run.seen(at, terms.calendar()).state())) {
        notices.add(new Notice(EventKind.ESCALATED, kind, run.number()));
        continue;
      }
      Instant warning = run.warning(terms.policy().warnAtPercent(), terms.calendar());
      if (warning != null && !at.isBefore(warning)) {
        notices.add(new Notice(EventKind.WARNED, kind, run.number()));
      }
    }
    return notices;
  }

  /** The clocks after what is to be told at a moment was told. */
  Clocks afterNotices(Instant at, ClockTerms terms) {
    Map<ClockKind, ClockRun> next = new EnumMap<>(ClockKind.class);
    runs.forEach((kind, run) -> next.put(kind, run.seen(at, terms.calendar())));
    for (Notice notice : notices(at, terms)) {
      if (notice.kind() == EventKind.WARNED) {
        next.computeIfPresent(notice.clock(), (kind, run) -> run.afterWarning());
      }
    }
    return new Clocks(next);
  }

  /** The first deadline that lies ahead or was missed while nobody looked; null if none runs. */
  @Nullable Instant nextDeadline(ClockTerms terms) {
    return earliest(run -> run.state() instanceof Breached ? null : run.deadline(terms.calendar()));
  }

  /**
   * When somebody must look again so that nothing is told late; null if nothing will be to tell.
   */
  @Nullable Instant nextNotice(ClockTerms terms) {
    Instant warning =
        earliest(run -> run.warning(terms.policy().warnAtPercent(), terms.calendar()));
    Instant deadline = nextDeadline(terms);
    // At its deadline a clock is still in time.
    Instant breach = deadline == null ? null : deadline.plus(1, ChronoUnit.MICROS);
    return earlier(warning, breach);
  }

  /** The earlier of two moments, of which each may be missing. */
  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private @Nullable Instant earliest(Function<ClockRun, @Nullable Instant> moment) {
    Instant first = null;
    for (ClockRun run : runs.values()) {
      first = earlier(first, moment.apply(run));
    }
    return first;
  }
}
