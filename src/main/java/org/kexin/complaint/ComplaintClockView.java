package org.kexin.complaint;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clock as it stood when something happened last. */
@Schema(name = "ComplaintClock", description = "A time limit of a complaint (时限).")
record ComplaintClockView(
    ClockKind clock,
    ClockStanding state,
    @Schema(description = "Counts the runs; 0 before the first.", examples = "1", minimum = "0")
        int run,
    @Schema(description = "Minutes of work that there are in all.", examples = "540", minimum = "0")
        long targetMinutes,
    @Schema(
            description = "Minutes of work used before it began to run, or ran on, the last time.",
            examples = "120",
            minimum = "0")
        @Nullable Long usedMinutes,
    @Schema(description = "When it began to run, or ran on, the last time; or when it ended.")
        @Nullable Instant since,
    @Schema(description = "When it runs out, if nothing happens; or when it ran out.")
        @Nullable Instant deadline) {

  static ComplaintClockView of(ClockKind kind, ClockRun run, ClockTerms terms) {
    return switch (run.state()) {
      case ClockState.Idle _ -> of(kind, run, null, null, null);
      case ClockState.Running running ->
          of(kind, run, running.used(), running.since(), run.deadline(terms.calendar()));
      case ClockState.Paused paused -> of(kind, run, paused.used(), null, null);
      case ClockState.Met met -> of(kind, run, null, met.at(), null);
      case ClockState.Breached breached -> of(kind, run, null, breached.at(), breached.at());
      case ClockState.Cancelled cancelled -> of(kind, run, null, cancelled.at(), null);
    };
  }

  private static ComplaintClockView of(
      ClockKind kind,
      ClockRun run,
      @Nullable Duration used,
      @Nullable Instant since,
      @Nullable Instant deadline) {
    return new ComplaintClockView(
        kind,
        ClockStanding.of(run.state()),
        run.number(),
        run.target().toMinutes(),
        used == null ? null : used.toMinutes(),
        since,
        deadline);
  }
}
