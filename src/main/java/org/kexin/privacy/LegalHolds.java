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

/** The holds. */
@ApplicationScoped
class LegalHolds implements PanacheRepositoryBase<LegalHold, UUID> {

  /** Whether a hold on this person, or on everybody, stands at that moment. */
  boolean holds(UUID person, Instant moment) {
    return count(
            "(personId is null or personId = ?1) and releasedAt is null"
                + " and (heldUntil is null or heldUntil > ?2)",
            person,
            moment)
        > 0;
  }

  Optional<LegalHold> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of holds, last placed first. */
  List<LegalHold> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead())
        .list();
  }

  /** The holds on one person that ever were. */
  List<LegalHold> on(UUID person, @Nullable UUID before, int limit) {
    return (before == null
            ? find("personId = ?1 order by id desc", person)
            : find("personId = ?1 and id < ?2 order by id desc", person, before))
        .page(0, limit)
        .list();
  }
}
