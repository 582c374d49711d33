package org.kexin.care;

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

/** The tasks. */
@ApplicationScoped
class CareTasks implements PanacheRepositoryBase<CareTask, UUID> {

  Optional<CareTask> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whose task it is; empty if there is none of this id. */
  Optional<UUID> customerOf(UUID id) {
    return getEntityManager()
        .createQuery("select t.customerId from CareTask t where t.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Tasks of a customer that have not ended, locked. */
  List<CareTask> liveOf(UUID customer) {
    return find(
            "customerId = ?1 and state in ?2 order by id",
            customer,
            List.of(CareTaskState.OPEN, CareTaskState.CLAIMED))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** One page of tasks in a state for customers within reach, what is due first first. */
  List<CareTask> list(CareTaskQuery query, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("t.state = :state"));
    Map<String, @Nullable Object> parameters = new HashMap<>(Map.of("state", query.state()));
    if (query.customerId() != null) {
      conditions.add("t.customerId = :customer");
      parameters.put("customer", query.customerId());
    }
    if (query.assignee() != null) {
      conditions.add("t.assignee = :assignee");
      parameters.put("assignee", query.assignee());
    }
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("t.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    String after = page.after();
    if (after != null) {
      CareTaskQuery.Position position = CareTaskQuery.Position.parse(after);
      conditions.add("t.dueOn >= :day and (t.dueOn > :day or t.id > :behind)");
      parameters.put("day", position.dueOn());
      parameters.put("behind", position.id());
    }
    SelectionQuery<CareTask> select =
        getEntityManager()
            .unwrap(Session.class)
            .createSelectionQuery(
                "from CareTask t where "
                    + String.join(" and ", conditions)
                    + " order by t.dueOn, t.id",
                CareTask.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** Tasks for a customer, the last made first. */
  List<CareTask> newest(UUID customer, @Nullable TimePosition behind, int limit) {
    var select =
        getEntityManager()
            .createQuery(
                "from CareTask t where t.customerId = :customer"
                    + (behind == null
                        ? ""
                        : " and t.createdAt <= :moment"
                            + " and (t.createdAt < :moment or t.id < :behind)")
                    + " order by t.createdAt desc, t.id desc",
                CareTask.class)
            .setParameter("customer", customer)
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.getResultList();
  }

  /** How many tasks a rule made. */
  long countOf(UUID rule) {
    return count("ruleId", rule);
  }

  /** Removes a person's tasks and says how many those were. */
  long deleteOf(UUID customer) {
    return delete("customerId", customer);
  }
}
