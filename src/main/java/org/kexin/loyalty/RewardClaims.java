package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims. */
@ApplicationScoped
class RewardClaims implements PanacheRepositoryBase<RewardClaim, UUID> {

  /** The account of a claim, null for an unknown one; reads no entity, so locks can come first. */
  @Nullable UUID accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select c.accountId from RewardClaim c where c.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Claims by an account, the last first. */
  List<RewardClaim> by(UUID account, @Nullable UUID before, int limit) {
    return (before == null
            ? find("accountId = ?1 order by id desc", account)
            : find("accountId = ?1 and id < ?2 order by id desc", account, before))
        .page(0, limit)
        .list();
  }
}
