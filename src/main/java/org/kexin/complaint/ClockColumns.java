package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kexin.complaint.ClockState.Breached;
import org.kexin.complaint.ClockState.Cancelled;
import org.kexin.complaint.ClockState.Idle;
import org.kexin.complaint.ClockState.Met;
import org.kexin.complaint.ClockState.Paused;
import org.kexin.complaint.ClockState.Running;

/** A {@link ClockRun} as it stands in its row. Immutable. */
@Embeddable
class ClockColumns {

  @Column(name = "run_no")
  private int run;

  @Column(name = "target_minutes")
  private long targetMinutes;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(20)")
  private ClockStanding state;

  /** Since when it runs, or when it ended. */
  @Column(name = "since")
  private @Nullable Instant since;

  @Column(name = "used_micros")
  private long usedMicros;

  /** Derived, for people and for whoever reads the table. */
  @Column(name = "deadline")
  private @Nullable Instant deadline;

  @Column(name = "warned")
  private boolean warned;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ClockColumns() {}

  ClockColumns(ClockRun clock, ClockTerms terms) {
    run = clock.number();
    targetMinutes = clock.target().toMinutes();
    warned = clock.warned();
    deadline = clock.deadline(terms.calendar());
    state = ClockStanding.of(clock.state());
    since =
        switch (clock.state()) {
          case Idle _, Paused _ -> null;
          case Running running -> running.since();
          case Met met -> met.at();
          case Breached breached -> breached.at();
          case Cancelled cancelled -> cancelled.at();
        };
    usedMicros =
        switch (clock.state()) {
          case Running running -> micros(running.used());
          case Paused paused -> micros(paused.used());
          case Idle _, Met _, Breached _, Cancelled _ -> 0;
        };
  }

  /** The clock in the row. */
  ClockRun run() {
    Duration used = Duration.of(usedMicros, ChronoUnit.MICROS);
    ClockState standing =
        switch (state) {
          case IDLE -> new Idle();
          case RUNNING -> new Running(moment(), used);
          case PAUSED -> new Paused(used);
          case MET -> new Met(moment());
          case BREACHED -> new Breached(moment());
          case CANCELLED -> new Cancelled(moment());
        };
    return new ClockRun(run, Duration.ofMinutes(targetMinutes), standing, warned);
  }

  private Instant moment() {
    return Objects.requireNonNull(since);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClockColumns that
        && run == that.run
        && targetMinutes == that.targetMinutes
        && state == that.state
        && Objects.equals(since, that.since)
        && usedMicros == that.usedMicros
        && Objects.equals(deadline, that.deadline)
        && warned == that.warned;
  }

  @Override
  public int hashCode() {
    return Objects.hash(run, targetMinutes, state, since, usedMicros, deadline, warned);
  }
}
