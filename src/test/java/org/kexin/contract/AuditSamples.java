package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.kexin.audit.AccessLog;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.Justification;
import org.kexin.audit.Outcome;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/** What the log must hold before it can be read. */
final class AuditSamples {

  private static final String SERVICE_AGENT_ID = "01932c00-0000-7000-8000-000000000101";

  private AuditSamples() {}

  /** A user of whom there are records. */
  static String aUser() {
    created(aPerson());
    return SERVICE_AGENT_ID;
  }

  /** The record of an access that was justified. */
  static UUID aJustifiedAccess() {
    Ids ids = CDI.current().select(Ids.class).get();
    AccessRecord access =
        new AccessRecord(
            ids.next(),
            CDI.current().select(Clock.class).get().now(),
            SERVICE_AGENT_ID,
            "kexin-cli",
            "customer-service",
            new TreeSet<>(List.of("service-agent")),
            "service",
            "getCustomer",
            Outcome.DISCLOSED,
            200,
            List.of(UUID.fromString(created(aPerson()))),
            new TreeSet<>(List.of("phones")),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            new Justification(Justification.Kind.UNMASKING, "The call-back was promised."),
            "contract-sweep",
            "192.0.2.7");
    CDI.current().select(AccessLog.class).get().append(access).toCompletableFuture().join();
    return access.id();
  }
}
