package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What privacy officers answer for. */
@ApplicationScoped
class PromotionApprovals implements PanacheRepositoryBase<PromotionApproval, UUID> {

  /** Whether somebody answers for the present version of a promotion. */
  boolean coversPresent(Promotion promotion) {
    return count("promotionId = ?1 and promotionVersion = ?2", promotion.id(), promotion.version())
        > 0;
  }
}
