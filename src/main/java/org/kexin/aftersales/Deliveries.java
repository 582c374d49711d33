package org.kexin.aftersales;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deliveries. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  Optional<Delivery> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those of one order, the first shipped first. */
  List<Delivery> of(UUID order, int limit) {
    return find("transactionId = ?1 order by shippedAt, id", order).page(0, limit).list();
  }
}
