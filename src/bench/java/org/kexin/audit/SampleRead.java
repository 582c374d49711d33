package org.kexin.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** The access record of a usual read, for benches that need many. */
public final class SampleRead {

  private SampleRead() {}

  /** A read of one customer by an agent. */
  public static AccessRecord of(UUID id, Instant at, UUID person) {
    return new AccessRecord(
        id,
        at,
        "01932c00-0000-7000-8000-000000000101",
        "kexin-cli",
        "customer-service",
        new TreeSet<>(List.of("service-agent")),
        "service",
        "getCustomer",
        Outcome.DISCLOSED,
        200,
        List.of(person),
        new TreeSet<>(List.of("individual.birthDate", "individual.gender", "name")),
        new TreeSet<>(List.of("emails", "phones")),
        Collections.emptySortedSet(),
        null,
        id.toString(),
        "192.0.2.7");
  }
}
