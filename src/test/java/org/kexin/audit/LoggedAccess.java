package org.kexin.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of accesses that nobody made, for tests of reading them. */
final class LoggedAccess {

  private LoggedAccess() {}

  /** A read by a service agent of the department customer-service. */
  static AccessRecord of(
      UUID id,
      Instant at,
      String user,
      List<UUID> persons,
      Outcome outcome,
      Justification.@Nullable Kind why) {
    return of(id, at, user, "customer-service", persons, outcome, why);
  }

  /** A read by a service agent. */
  static AccessRecord of(
      UUID id,
      Instant at,
      String user,
      String department,
      List<UUID> persons,
      Outcome outcome,
      Justification.@Nullable Kind why) {
    return new AccessRecord(
        id,
        at,
        user,
        "kexin-cli",
        department,
        new TreeSet<>(List.of("service-agent")),
        "service",
        "getCustomer",
        outcome,
        200,
        persons,
        new TreeSet<>(List.of("name")),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        why == null ? null : new Justification(why, "The call-back was promised."),
        "audit-reading",
        "192.0.2.7");
  }
}
