package org.kexin.complaint;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kexin.complaint.ClockState.Breached;
import org.kexin.complaint.ClockState.Cancelled;
import org.kexin.complaint.ClockState.Idle;
import org.kexin.complaint.ClockState.Met;
import org.kexin.complaint.ClockState.Paused;
import org.kexin.complaint.ClockState.Running;

/**
 * A clock of a complaint in its present run. Pure: an event makes another one of it.
 *
 * <p>A clock that is looked at after its deadline is breached, whoever looks first: what becomes of
 * a run does not depend on when a job happened to look.
 *
 * @param number of the run, 0 before the first
 * @param target working time that there is in all
 * @param warned whether somebody was told in this run that the deadline is near
 */
record ClockRun(int number, Duration target, ClockState state, boolean warned) {

  private static final int PERCENT = 100;

  /** Before anything happened. */
  static final ClockRun NONE = new ClockRun(0, Duration.ZERO, new Idle(), false);

  /**
   * The clock after an event.
   *
   * @param at when it happened, not before what happened last
   * @param whole the working time that the policy gives now
   */
  ClockRun after(ClockEffect effect, Instant at, Duration whole, BusinessCalendar calendar) {
    ClockRun now = seen(at, calendar);
    return switch (effect) {
      case NONE -> now;
      case START -> now.state instanceof Idle ? now.begun(at, whole) : now;
      case RESTART -> now.begun(at, whole);
      case STOP -> now.isOpen() ? now.with(new Met(at)) : now;
      case CANCEL -> now.isOpen() ? now.with(new Cancelled(at)) : now;
      case PAUSE ->
          now.state instanceof Running running
              ? now.with(new Paused(used(running, at, calendar)))
              : now;
      case RESUME ->
          now.state instanceof Paused paused ? now.with(new Running(at, paused.used())) : now;
      case RETARGET ->
          switch (now.state) {
            case Running running ->
                new ClockRun(number, whole, new Running(at, used(running, at, calendar)), warned);
            case Paused paused -> new ClockRun(number, whole, paused, warned);
            case Idle _, Met _, Breached _, Cancelled _ -> now;
          };
    };
  }

  /** The clock as it stands at a moment: breached if it still runs after its deadline. */
  ClockRun seen(Instant at, BusinessCalendar calendar) {
    Instant deadline = deadline(calendar);
    return state instanceof Running && deadline != null && at.isAfter(deadline)
        ? with(new Breached(deadline))
        : this;
  }

  /**
   * When the time is used up, if nothing else happens: the earliest moment. Null unless it runs or
   * ran out. What was used beyond a target that has become shorter makes it due at once.
   */
  @Nullable Instant deadline(BusinessCalendar calendar) {
    return switch (state) {
      case Running running -> reached(running, target, calendar);
      case Breached breached -> breached.at();
      case Idle _, Paused _, Met _, Cancelled _ -> null;
    };
  }

  /**
   * When somebody is to be told that the deadline is near; null unless it runs and nobody was told.
   *
   * @param percent of the whole time, {@code 1..99}
   */
  @Nullable Instant warning(int percent, BusinessCalendar calendar) {
    return state instanceof Running running && !warned
        ? reached(running, target.multipliedBy(percent).dividedBy(PERCENT), calendar)
        : null;
  }

  /** The same run after somebody was told that its deadline is near. */
  ClockRun afterWarning() {
    return new ClockRun(number, target, state, true);
  }

  /** Whether it runs or stands still, so that there is something left to do. */
  boolean isOpen() {
    return state instanceof Running || state instanceof Paused;
  }

  private ClockRun begun(Instant at, Duration whole) {
    return new ClockRun(number + 1, whole, new Running(at, Duration.ZERO), false);
  }

  private ClockRun with(ClockState next) {
    return new ClockRun(number, target, next, warned);
  }

  private static Duration used(Running running, Instant at, BusinessCalendar calendar) {
    return running.used().plus(calendar.workingTime(running.since(), at));
  }

  private static Instant reached(Running running, Duration goal, BusinessCalendar calendar) {
    Duration left = goal.minus(running.used());
    return calendar.plus(running.since(), left.isNegative() ? Duration.ZERO : left);
  }
}
