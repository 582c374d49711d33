package org.kexin.complaint;

import java.time.Duration;
import java.time.Instant;

/** How a run of a clock stands. */
sealed interface ClockState {

  /** It has not begun yet. */
  record Idle() implements ClockState {}

  /**
   * It runs.
   *
   * @param since when it began to run or ran on
   * @param used working time used before that
   */
  record Running(Instant since, Duration used) implements ClockState {}

  /** It stands still. */
  record Paused(Duration used) implements ClockState {}

  /** What it was for was done in time. */
  record Met(Instant at) implements ClockState {}

  /**
   * It ran out; what happens afterwards changes nothing about that.
   *
   * @param at the deadline
   */
  record Breached(Instant at) implements ClockState {}

  /** It is not needed any more. */
  record Cancelled(Instant at) implements ClockState {}
}
