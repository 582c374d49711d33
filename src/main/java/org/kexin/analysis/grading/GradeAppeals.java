package org.kexin.analysis.grading;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;

/** The appeals against grades. Their ids ascend with the moments of filing. */
@ApplicationScoped
class GradeAppeals implements PanacheRepositoryBase<GradeAppeal, UUID> {

  /**
   * What appeals make of a customer's grade on one day.
   *
   * @param openSince when the open appeal was filed; null without one
   * @param held the grade that a person gave; null where the policy speaks
   */
  record Bearing(@Nullable Instant openSince, GradeAppeal.@Nullable Held held) {}

  /** The appeal, locked until the transaction ends. */
  Optional<GradeAppeal> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether a customer has an open one. */
  boolean isOpenOf(UUID customer) {
    return count("openCustomerId", customer) > 0;
  }

  /** What bears on a customer's grade on a day; the last decision counts. One round trip. */
  Bearing bearing(UUID customer, LocalDate day) {
    // One is open at most, so each was decided before the next one was filed: the open one comes
    // first if there is one, and the last decision first of all others.
    List<GradeAppeal> last =
        find("customerId = ?1 and bearsUntil >= ?2 order by id desc", customer, day)
            .page(0, 2)
            .list();
    return new Bearing(
        last.stream()
            .filter(GradeAppeal::isOpen)
            .map(GradeAppeal::filedAt)
            .findFirst()
            .orElse(null),
        last.stream().map(GradeAppeal::held).filter(Objects::nonNull).findFirst().orElse(null));
  }

  /** One page of appeals of customers within reach, the one that waits longest first. */
  List<GradeAppeal> list(AppealState state, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("a.state = :state"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("state", state);
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("a.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("a.id > :after");
      parameters.put("after", after);
    }
    SelectionQuery<GradeAppeal> select =
        getEntityManager()
            .unwrap(Session.class)
            .createSelectionQuery(
                "from GradeAppeal a where " + String.join(" and ", conditions) + " order by a.id",
                GradeAppeal.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** Appeals of one customer, the last filed first. */
  List<GradeAppeal> of(UUID customer, @Nullable UUID before, int limit) {
    return (before == null
            ? find("customerId = ?1 order by id desc", customer)
            : find("customerId = ?1 and id < ?2 order by id desc", customer, before))
        .page(0, limit)
        .list();
  }
}
