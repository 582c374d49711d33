package org.kexin.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The requests. */
@ApplicationScoped
class PrivacyRequests implements PanacheRepositoryBase<PrivacyRequest, UUID> {

  /** The request, locked until the transaction ends. */
  Optional<PrivacyRequest> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The open request of a person and kind, locked until the transaction ends. */
  Optional<PrivacyRequest> findOpen(UUID person, RequestKind kind) {
    return find("personId = ?1 and openKind = ?2", person, kind)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /**
   * One page of open requests, by deadline.
   *
   * @param dueBefore only those whose deadline is before; null for all
   */
  List<PrivacyRequest> open(@Nullable Instant dueBefore, PageRequest page) {
    long[] after = page.afterNumbers(3, Long.MIN_VALUE);
    Instant afterDue =
        page.after() == null ? Instant.EPOCH : Instant.EPOCH.plusNanos(after[0] * 1_000);
    return getEntityManager()
        .createQuery(
            """
            from PrivacyRequest r where r.openKind is not null
              and (:before is null or r.dueAt < :before)
              and (r.dueAt > :afterDue or r.dueAt = :afterDue and r.id > :afterId)
            order by r.dueAt, r.id
            """,
            PrivacyRequest.class)
        .setParameter("before", dueBefore)
        .setParameter("afterDue", afterDue)
        .setParameter("afterId", new UUID(after[1], after[2]))
        .setMaxResults(page.rowsToRead())
        .getResultList();
  }

  /** The key of a row of {@link #open} in page tokens. */
  static String key(PrivacyRequestView row) {
    long micros = java.time.temporal.ChronoUnit.MICROS.between(Instant.EPOCH, row.dueAt());
    return micros
        + "."
        + row.id().getMostSignificantBits()
        + "."
        + row.id().getLeastSignificantBits();
  }

  /** One page of the requests of a person, newest first. */
  List<PrivacyRequest> of(UUID person, @Nullable UUID before, int limit) {
    return getEntityManager()
        .createQuery(
            "from PrivacyRequest r where r.personId = :person and (:before is null or r.id <"
                + " :before) order by r.id desc",
            PrivacyRequest.class)
        .setParameter("person", person)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Open requests that are due before that moment and not marked so yet, some of them, locked. */
  List<PrivacyRequest> toRemind(Instant dueBefore, int limit) {
    return find(
            "openKind is not null and remindedAt is null and dueAt < ?1 order by dueAt", dueBefore)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, limit)
        .list();
  }
}
