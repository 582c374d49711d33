package org.kexin.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** The complaints with their clocks. */
@ApplicationScoped
class Complaints implements PanacheRepositoryBase<Complaint, UUID> {

  /** The complaint, locked until the transaction ends. */
  Optional<Complaint> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Complaints that time has brought something, locked; without those that somebody else works on
   * at this moment, who will notice it too.
   */
  List<Complaint> lockDue(Instant now, int limit) {
    return session()
        .createSelectionQuery(
            "from Complaint c where c.attendAt <= :now order by c.attendAt, c.id", Complaint.class)
        .setParameter("now", now)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * One page of complaints of customers within reach.
   *
   * @param categories null for all
   */
  List<Complaint> list(
      ComplaintQuery query, @Nullable Collection<UUID> categories, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    restrict(conditions, parameters, "c.state = ", "state", query.state());
    restrict(conditions, parameters, "c.severity = ", "severity", query.severity());
    restrict(conditions, parameters, "c.assignee = ", "assignee", query.assignee());
    restrict(conditions, parameters, "c.subject.productId = ", "product", query.productId());
    restrict(conditions, parameters, "c.customerId = ", "customer", query.customerId());
    restrict(conditions, parameters, "c.nextDeadline < ", "due", query.dueBefore());
    restrict(conditions, parameters, "c.subject.categoryId in ", "categories", categories);
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("c.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    boolean newest = query.sort() == ComplaintQuery.Sort.NEWEST_FIRST;
    String after = page.after();
    if (after != null) {
      TimePosition position = TimePosition.parse(after);
      parameters.put("afterId", position.id());
      if (newest) {
        conditions.add("c.id < :afterId");
      } else {
        // The first half alone is what an index can begin at.
        conditions.add(
            "c.nextDeadline >= :afterDeadline"
                + " and (c.nextDeadline > :afterDeadline or c.id > :afterId)");
        parameters.put("afterDeadline", position.moment());
      }
    }
    SelectionQuery<Complaint> select =
        session()
            .createSelectionQuery(
                "from Complaint c where "
                    + String.join(" and ", conditions)
                    + (newest ? " order by c.id desc" : " order by c.nextDeadline, c.id"),
                Complaint.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** Complaints of one customer, newest first. */
  List<Complaint> of(UUID customer, @Nullable UUID before, int limit) {
    return (before == null
            ? find("customerId = ?1 order by id desc", customer)
            : find("customerId = ?1 and id < ?2 order by id desc", customer, before))
        .page(0, limit)
        .list();
  }

  private static void restrict(
      List<String> conditions,
      Map<String, @Nullable Object> parameters,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition + ":" + name);
      parameters.put(name, value);
    }
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
