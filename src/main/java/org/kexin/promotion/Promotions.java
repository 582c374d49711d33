package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;

/** The promotions. */
@ApplicationScoped
class Promotions implements PanacheRepositoryBase<Promotion, UUID> {

  /** The promotion, locked until the transaction ends. */
  Optional<Promotion> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * @throws ProblemException {@code not-found} if there is no such promotion
   */
  void demandExists(UUID id) {
    if (findById(id) == null) {
      throw ProblemException.notFound();
    }
  }

  /** One page, the newest first. */
  List<Promotion> list(@Nullable PromotionState state, PageRequest page) {
    UUID after = page.afterId();
    UUID before = after == null ? new UUID(-1, -1) : after;
    return (state == null
            ? find("id < ?1 order by id desc", before)
            : find("state = ?1 and id < ?2 order by id desc", state, before))
        .page(0, page.rowsToRead())
        .list();
  }

  /** Those that run, or are about to, at some moment of a period, in a currency. */
  List<Promotion> runningWithin(Instant from, Instant until, String currency, int limit) {
    return find(
            "state in ?1 and endsAt > ?2 and startsAt < ?3 and currency = ?4 order by endsAt desc",
            List.of(PromotionState.STARTING, PromotionState.RUNNING),
            from,
            until,
            currency)
        .page(0, limit)
        .list();
  }

  /** Locks the first whose members are to be frozen and that no other pod works on. */
  Optional<Promotion> lockStarting() {
    return session()
        .createSelectionQuery("from Promotion where state = :state order by id", Promotion.class)
        .setParameter("state", PromotionState.STARTING)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Locks some that run although their time is over; those of other pods are left to them. */
  List<Promotion> lockOverdue(Instant now, int limit) {
    return session()
        .createSelectionQuery(
            "from Promotion where state = :state and endsAt <= :now", Promotion.class)
        .setParameter("state", PromotionState.RUNNING)
        .setParameter("now", now)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .setMaxResults(limit)
        .getResultList();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
