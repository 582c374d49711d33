package org.kexin.care;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.kexin.shared.PageRequest;

/** The rules of care. */
@ApplicationScoped
class CareRules implements PanacheRepositoryBase<CareRule, UUID> {

  Optional<CareRule> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of rules, the last made first. */
  List<CareRule> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead())
        .list();
  }

  /** Rules that have not ended and have a day to work on, wherever on earth that is. */
  List<UUID> due(LocalDate latest, int limit) {
    return getEntityManager()
        .createQuery(
            "select r.id from CareRule r where r.endedAt is null and r.nextDay <= :latest"
                + " order by r.nextDay, r.id",
            UUID.class)
        .setParameter("latest", latest)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The rule, locked; empty while another pod works on it, or if it has ended. */
  Optional<CareRule> claim(UUID id) {
    return getEntityManager()
        .unwrap(Session.class)
        .createSelectionQuery(
            "from CareRule r where r.id = :id and r.endedAt is null", CareRule.class)
        .setParameter("id", id)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .uniqueResultOptional();
  }
}
