package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who brought whom. */
@ApplicationScoped
class LoyaltyReferrals implements PanacheRepositoryBase<LoyaltyReferral, UUID> {

  /**
   * Referrals of these customers that wait for a purchase. Not locked: they are decided under the
   * lock of the referrer's account, and by their version.
   */
  List<LoyaltyReferral> waiting(Collection<UUID> referred) {
    return referred.isEmpty()
        ? List.of()
        : getEntityManager()
            .unwrap(Session.class)
            .createSelectionQuery(
                "from LoyaltyReferral r where r.referredCustomerId in :referred"
                    + " and r.state = :waiting",
                LoyaltyReferral.class)
            .setParameter("referred", referred)
            .setParameter("waiting", ReferralState.RECORDED)
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
}
