package org.kexin.encryption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Brings data keys under the present key-encryption key while the service runs. Rewraps the keys
 * only, never what they seal; a reader meets a key under the old or the new one and can open both.
 *
 * <p>Any number of pods at once: each skips what another has locked. A pod that does not have the
 * new key yet could not read what is under it, so a new key is first given to all pods behind the
 * old one, and then put in front (docs/encryption.md).
 */
@ApplicationScoped
class KeyRotation {

  private static final int AT_ONCE = 500;
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);

  private final EntityManager entities;
  private final KeyRing ring;

  KeyRotation(EntityManager entities, KeyRing ring) {
    this.entities = entities;
    this.ring = ring;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void rotate() {
    long rewrapped = 0;
    int some;
    while ((some = QuarkusTransaction.requiringNew().call(this::rewrapSome)) > 0) {
      rewrapped += some;
    }
    if (rewrapped > 0) {
      LOG.infof(
          "%d data keys were brought under the key %s; none is left under %s.",
          rewrapped, ring.current(), ring.former());
    }
  }

  /** How many of those under a former key were rewrapped; 0 when none is free and left. */
  private int rewrapSome() {
    if (ring.former().isEmpty()) {
      return 0;
    }
    List<WrappedKey> old =
        entities
            .unwrap(Session.class)
            .createSelectionQuery("from WrappedKey where wrappedBy in :former", WrappedKey.class)
            .setParameter("former", ring.former())
            .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
            .setMaxResults(AT_ONCE)
            .getResultList();
    old.forEach(
        key ->
            key.rewrap(
                ring.wrap(key.owner(), ring.unwrap(key.owner(), key.wrapped())), ring.current()));
    return old.size();
  }
}
