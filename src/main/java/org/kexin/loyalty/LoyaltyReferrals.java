package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who brought whom. */
@ApplicationScoped
class LoyaltyReferrals implements PanacheRepositoryBase<LoyaltyReferral, UUID> {

  /** A referral that waits for a purchase, and the account whose lock decides about it. */
  record Waiting(UUID id, UUID accountId) {}

  /** Referrals of these customers that wait for a purchase; no entity is read yet. */
  List<Waiting> waiting(Collection<UUID> referred) {
    return referred.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "select new org.kexin.loyalty.LoyaltyReferrals$Waiting(r.id, r.accountId)"
                    + " from LoyaltyReferral r where r.referredCustomerId in :referred"
                    + " and r.state = :waiting",
                Waiting.class)
            .setParameter("referred", referred)
            .setParameter("waiting", ReferralState.RECORDED)
            .getResultList();
  }

  /** Those of these referrals that wait still, locked in the order of their ids. */
  List<LoyaltyReferral> lockWaiting(List<Waiting> some) {
    return some.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from LoyaltyReferral r where r.id in :ids and r.state = :waiting order by r.id",
                LoyaltyReferral.class)
            .setParameter("ids", some.stream().map(Waiting::id).toList())
            .setParameter("waiting", ReferralState.RECORDED)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** Referrals by an account, the last recorded first. */
  List<LoyaltyReferral> by(UUID account, @Nullable UUID before, int limit) {
    return (before == null
            ? find("accountId = ?1 order by id desc", account)
            : find("accountId = ?1 and id < ?2 order by id desc", account, before))
        .page(0, limit)
        .list();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
