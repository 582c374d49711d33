package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a clock stands, in a word; {@link ClockState} says more. */
@Schema(name = "ComplaintClockState", description = "How a clock stands.")
enum ClockStanding {
  /** It has not begun. */
  IDLE,
  RUNNING,
  /** It stands still while the customer is waited for. */
  PAUSED,
  /** Done in time. */
  MET,
  /** It ran out. */
  BREACHED,
  /** Not needed any more. */
  CANCELLED;

  static ClockStanding of(ClockState state) {
    return switch (state) {
      case ClockState.Idle _ -> IDLE;
      case ClockState.Running _ -> RUNNING;
      case ClockState.Paused _ -> PAUSED;
      case ClockState.Met _ -> MET;
      case ClockState.Breached _ -> BREACHED;
      case ClockState.Cancelled _ -> CANCELLED;
    };
  }
}
