package org.kexin.complaint;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much working time there is, by severity and clock, and when somebody is warned.
 *
 * @param targets for every severity, for every clock
 * @param warnAtPercent of the time after which somebody is warned, {@code 1..99}
 */
record ClockPolicy(Map<Severity, Map<ClockKind, Duration>> targets, int warnAtPercent) {

  /** Longest target: 100,000 minutes of work, which is a year of office hours. */
  static final int MAX_MINUTES = 100_000;

  /**
   * Copies the targets.
   *
   * @throws IllegalArgumentException if a target is missing, below a minute or above {@value
   *     #MAX_MINUTES} minutes, or the warning is not within {@code 1..99} percent
   */
  ClockPolicy {
    Map<Severity, Map<ClockKind, Duration>> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      Map<ClockKind, Duration> given = targets.getOrDefault(severity, Map.of());
      for (ClockKind clock : ClockKind.values()) {
        demandPossible(given.get(clock));
      }
      all.put(severity, Map.copyOf(given));
    }
    if (warnAtPercent < 1 || warnAtPercent > 99) {
      throw new IllegalArgumentException("Warn after 1 to 99 percent of the time.");
    }
    targets = Map.copyOf(all);
  }

  /** The working time that there is. */
  Duration target(Severity severity, ClockKind clock) {
    Map<ClockKind, Duration> ofSeverity = targets.getOrDefault(severity, Map.of());
    return ofSeverity.getOrDefault(clock, Duration.ZERO);
  }

  private static void demandPossible(@Nullable Duration target) {
    if (target == null
        || target.compareTo(Duration.ofMinutes(1)) < 0
        || target.compareTo(Duration.ofMinutes(MAX_MINUTES)) > 0) {
      throw new IllegalArgumentException(
          "Every severity has a target of 1 to 100,000 minutes for every clock.");
    }
  }
}
