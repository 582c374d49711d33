package org.kexin.interaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** Contacts of every kind. */
@ApplicationScoped
class Interactions implements PanacheRepositoryBase<Interaction, UUID> {

  private static final String NEWEST_FIRST = " order by i.occurredAt desc, i.id desc";
  private static final String BEHIND =
      "i.occurredAt <= :moment and (i.occurredAt < :moment or i.id < :behind)";

  Optional<Interaction> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of contacts with customers within reach, newest first. */
  List<Interaction> list(InteractionQuery query, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (query.customerId() != null) {
      conditions.add("i.customerId = :customer");
      parameters.put("customer", query.customerId());
    }
    if (query.kind() != null) {
      conditions.add("i.kind = :kind");
      parameters.put("kind", query.kind());
    }
    if (query.state() != null) {
      conditions.add("i.state = :state");
      parameters.put("state", query.state());
    }
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("i.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    String after = page.after();
    return select(
        conditions,
        parameters,
        after == null ? null : TimePosition.parse(after),
        page.rowsToRead());
  }

  /**
   * Contacts with a customer, newest first, one query for each kind: a kind that is rare among a
   * hundred thousand contacts is found in its own stretch of the index.
   */
  List<Interaction> newest(
      UUID customer, Set<InteractionKind> kinds, @Nullable TimePosition behind, int limit) {
    List<Interaction> found = new ArrayList<>();
    if (kinds.size() == InteractionKind.values().length) {
      return select(
          List.of("i.customerId = :customer"), Map.of("customer", customer), behind, limit);
    }
    for (InteractionKind kind : kinds) {
      found.addAll(
          select(
              List.of("i.customerId = :customer", "i.kind = :kind"),
              Map.of("customer", customer, "kind", kind),
              behind,
              limit));
    }
    return found;
  }

  private List<Interaction> select(
      List<String> conditions,
      Map<String, @Nullable Object> parameters,
      @Nullable TimePosition behind,
      int limit) {
    List<String> all = new ArrayList<>(conditions);
    if (behind != null) {
      all.add(BEHIND);
    }
    SelectionQuery<Interaction> select =
        getEntityManager()
            .unwrap(Session.class)
            .createSelectionQuery(
                "from Interaction i where " + String.join(" and ", all) + NEWEST_FIRST,
                Interaction.class);
    parameters.forEach(select::setParameter);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.setMaxResults(limit).getResultList();
  }
}
