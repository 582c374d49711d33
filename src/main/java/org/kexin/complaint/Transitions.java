package org.kexin.complaint;

import static org.kexin.complaint.ComplaintState.ACKNOWLEDGED;
import static org.kexin.complaint.ComplaintState.CLOSED;
import static org.kexin.complaint.ComplaintState.INVESTIGATING;
import static org.kexin.complaint.ComplaintState.RECEIVED;
import static org.kexin.complaint.ComplaintState.RESOLVED;
import static org.kexin.complaint.ComplaintState.WAITING;
import static org.kexin.complaint.ComplaintState.WITHDRAWN;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one table that says what may happen to a complaint in which state, and what state comes of
 * it; docs/complaints.md prints it. What it does not allow is refused.
 */
final class Transitions {

  private Transitions() {}

  /** The state after an event; empty if it cannot happen in that state. */
  static Optional<ComplaintState> after(ComplaintState state, EventKind event) {
    return switch (event) {
      // It is how a complaint begins, so there is no state before it.
      case RECEIVED -> Optional.empty();
      case ACKNOWLEDGED -> to(ACKNOWLEDGED, state, RECEIVED);
      case ASSIGNED ->
          state == ACKNOWLEDGED
              ? Optional.of(INVESTIGATING)
              : stays(state, RECEIVED, INVESTIGATING, WAITING);
      case UPDATED -> stays(state, ACKNOWLEDGED, INVESTIGATING);
      case WAITING_FOR_CUSTOMER -> to(WAITING, state, ACKNOWLEDGED, INVESTIGATING, WAITING);
      case CUSTOMER_ANSWERED, WAIT_ENDED -> to(INVESTIGATING, state, WAITING);
      case CUSTOMER_ADDED -> stays(state, RECEIVED, ACKNOWLEDGED, INVESTIGATING, RESOLVED);
      case SEVERITY_CHANGED, WARNED, ESCALATED ->
          stays(state, RECEIVED, ACKNOWLEDGED, INVESTIGATING, WAITING);
      case CORRECTED ->
          stays(state, RECEIVED, ACKNOWLEDGED, INVESTIGATING, WAITING, RESOLVED, CLOSED);
      case RESOLVED -> to(RESOLVED, state, ACKNOWLEDGED, INVESTIGATING, WAITING);
      case CLOSED -> to(CLOSED, state, RESOLVED);
      case REOPENED -> to(INVESTIGATING, state, RESOLVED, CLOSED);
      case WITHDRAWN -> to(WITHDRAWN, state, RECEIVED, ACKNOWLEDGED, INVESTIGATING, WAITING);
      case RATED -> stays(state, RESOLVED, CLOSED);
    };
  }

  private static Optional<ComplaintState> stays(ComplaintState state, ComplaintState... allowed) {
    return to(state, state, allowed);
  }

  private static Optional<ComplaintState> to(
      ComplaintState next, ComplaintState state, ComplaintState... allowed) {
    return Arrays.asList(allowed).contains(state) ? Optional.of(next) : Optional.empty();
  }
}
