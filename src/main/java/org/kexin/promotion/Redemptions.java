package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.PageRequest;

/** Vouchers that were used. */
@ApplicationScoped
class Redemptions implements PanacheRepositoryBase<Redemption, UUID> {

  /** The redemption, locked until the transaction ends. */
  Optional<Redemption> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether a redemption of this order stands. */
  boolean standsFor(UUID order) {
    return count("liveOrderId", order) > 0;
  }

  /** One page of a voucher's redemptions, the newest first. */
  List<Redemption> list(UUID voucher, PageRequest page) {
    UUID after = page.afterId();
    return (after == null
            ? find("voucherId = ?1 order by id desc", voucher)
            : find("voucherId = ?1 and id < ?2 order by id desc", voucher, after))
        .page(0, page.rowsToRead())
        .list();
  }
}
