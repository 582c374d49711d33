package org.kexin.aftersales;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** The service cases. */
@ApplicationScoped
class ServiceCases implements PanacheRepositoryBase<ServiceCase, UUID> {

  Optional<ServiceCase> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of cases of customers within reach, the last opened first. */
  List<ServiceCase> list(
      @Nullable UUID customer, @Nullable CaseState state, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (customer != null) {
      conditions.add("s.customerId = :customer");
      parameters.put("customer", customer);
    }
    if (state != null) {
      conditions.add("s.state = :state");
      parameters.put("state", state);
    }
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("s.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    String after = page.after();
    if (after != null) {
      TimePosition behind = TimePosition.parse(after);
      conditions.add("s.openedAt <= :moment and (s.openedAt < :moment or s.id < :behind)");
      parameters.put("moment", behind.moment());
      parameters.put("behind", behind.id());
    }
    SelectionQuery<ServiceCase> select =
        getEntityManager()
            .unwrap(Session.class)
            .createSelectionQuery(
                "from ServiceCase s where "
                    + String.join(" and ", conditions)
                    + " order by s.openedAt desc, s.id desc",
                ServiceCase.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }
}
