package org.kexin.shared.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** The remembered answers, by caller and key. */
@ApplicationScoped
class IdempotencyKeys {

  private final EntityManager entities;

  IdempotencyKeys(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The answer remembered under this key.
   *
   * <p>A locking read that does not wait: a row that another transaction has inserted but not yet
   * committed is seen as locked, which is how a request in flight shows itself.
   *
   * @throws jakarta.persistence.LockTimeoutException if the key is in flight
   */
  Optional<RememberedAnswer> find(byte[] keyHash) {
    return entities
        .unwrap(Session.class)
        .createSelectionQuery(
            "from RememberedAnswer where keyHash = :keyHash", RememberedAnswer.class)
        .setParameter("keyHash", keyHash)
        .setHibernateLockMode(LockMode.UPGRADE_NOWAIT)
        .uniqueResultOptional();
  }

  /** Takes the key before the effect, so that the index and not luck decides who is first. */
  void claim(RememberedAnswer claim) {
    entities.persist(claim);
    entities.flush();
  }

  int forgetBefore(Instant moment, int atMost) {
    List<UUID> old =
        entities
            .createQuery("select id from RememberedAnswer where createdAt < :moment", UUID.class)
            .setParameter("moment", moment)
            .setMaxResults(atMost)
            .getResultList();
    if (old.isEmpty()) {
      return 0;
    }
    return entities
        .createQuery("delete from RememberedAnswer where id in :old")
        .setParameter("old", old)
        .executeUpdate();
  }
}
