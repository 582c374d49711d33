package org.kexin.lifecycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;

/** Where customers stand and stood, to be read. */
@ApplicationScoped
class LifeCycles implements PanacheRepositoryBase<LifeCycle, UUID> {

  Optional<LifeCycle> of(UUID customer) {
    return findByIdOptional(customer);
  }

  /** Changes of a customer, newest first. */
  List<LifeCycleChange> changes(UUID customer, @Nullable TimePosition behind, int limit) {
    String beyond =
        behind == null
            ? ""
            : " and c.changedAt <= :moment and (c.changedAt < :moment or c.id < :behind)";
    var select =
        getEntityManager()
            .createQuery(
                "from LifeCycleChange c where c.customerId = :customer"
                    + beyond
                    + " order by c.changedAt desc, c.id desc",
                LifeCycleChange.class)
            .setParameter("customer", customer)
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.getResultList();
  }
}
