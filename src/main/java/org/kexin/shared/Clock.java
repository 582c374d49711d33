package org.kexin.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The only source of time, so that a test or a replay can stand at another moment.
 *
 * <p>Instants are cut to microseconds, the resolution of a MySQL {@code DATETIME(6)}: what was
 * answered and what is read back later are equal.
 */
@ApplicationScoped
public class Clock {

  private final java.time.Clock source;

  Clock() {
    this(java.time.Clock.systemUTC());
  }

  /** A clock over another source, for tests and replays. */
  public Clock(java.time.Clock source) {
    this.source = source;
  }

  /** The present moment, to the microsecond. */
  public Instant now() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The calendar day in {@code zone}. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(now(), zone);
  }
}
