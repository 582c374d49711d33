package org.kexin.complaint;

import static org.kexin.complaint.ClockEffect.CANCEL;
import static org.kexin.complaint.ClockEffect.NONE;
import static org.kexin.complaint.ClockEffect.PAUSE;
import static org.kexin.complaint.ClockEffect.RESTART;
import static org.kexin.complaint.ClockEffect.RESUME;
import static org.kexin.complaint.ClockEffect.RETARGET;
import static org.kexin.complaint.ClockEffect.START;
import static org.kexin.complaint.ClockEffect.STOP;

/**
 * The one table that says what each event does to each clock; docs/complaints.md prints it.
 *
 * <p>Why some cells are as they are: the clock of updates begins with the acknowledgement, so that
 * a short one never overtakes the first answer. An answer gives the whole time for the next update,
 * since the customer now waits for us, but only the rest of the time to settle the matter. A
 * reopened complaint has its whole time again, for what was settled badly is a new piece of work.
 */
final class ClockRules {

  private ClockRules() {}

  /** What an event does to a clock. */
  static ClockEffect effect(EventKind event, ClockKind clock) {
    return switch (event) {
      case RECEIVED -> row(clock, START, NONE, START);
      case ACKNOWLEDGED -> row(clock, STOP, START, NONE);
      case UPDATED -> row(clock, NONE, RESTART, NONE);
      case WAITING_FOR_CUSTOMER -> row(clock, NONE, PAUSE, PAUSE);
      case CUSTOMER_ANSWERED, WAIT_ENDED -> row(clock, NONE, RESTART, RESUME);
      case SEVERITY_CHANGED -> row(clock, RETARGET, RETARGET, RETARGET);
      case RESOLVED -> row(clock, NONE, STOP, STOP);
      case REOPENED -> row(clock, NONE, RESTART, RESTART);
      case WITHDRAWN -> row(clock, CANCEL, CANCEL, CANCEL);
      case ASSIGNED, CUSTOMER_ADDED, CORRECTED, WARNED, ESCALATED, CLOSED, RATED ->
          row(clock, NONE, NONE, NONE);
    };
  }

  private static ClockEffect row(
      ClockKind clock, ClockEffect acknowledge, ClockEffect update, ClockEffect resolve) {
    return switch (clock) {
      case ACKNOWLEDGE -> acknowledge;
      case UPDATE -> update;
      case RESOLVE -> resolve;
    };
  }
}
