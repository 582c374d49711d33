package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/**
 * Whether what accounts and lots are said to hold is what their entries sum up to. Each question is
 * one statement, so one state of the database, also while points move.
 */
@ApplicationScoped
class LedgerChecks {

  private static final String ACCOUNTS =
      """
      select a.id from loyalty_account a
      left join (select e.account_id, %s pending, %s available, %s owed, count(*) entries,
            max(e.number) last
          from points_entry e where e.account_id in (:ids) group by e.account_id) e
        on e.account_id = a.id
      left join (select l.account_id, sum(l.pending) pending, sum(l.available) available,
            sum(l.is_open <> (l.pending + l.available > 0)) wrong
          from points_lot l where l.account_id in (:ids) group by l.account_id) l
        on l.account_id = a.id
      where a.id in (:ids) and (a.pending <> coalesce(e.pending, 0)
        or a.available <> coalesce(e.available, 0) or a.owed <> -coalesce(e.owed, 0)
        or a.entry_count <> coalesce(e.entries, 0) or a.entry_count <> coalesce(e.last, 0)
        or a.pending <> coalesce(l.pending, 0) or a.available <> coalesce(l.available, 0)
        or coalesce(l.wrong, 0) <> 0)
      """
          .formatted(changes("PENDING"), changes("AVAILABLE"), changes("OWED"));

  private static final String LOTS =
      """
      select distinct l.account_id from points_lot l
      left join (select e.lot_id, %s pending, %s available
          from points_entry e where e.account_id in (:ids) group by e.lot_id) e
        on e.lot_id = l.id
      where l.account_id in (:ids) and (l.pending <> coalesce(e.pending, 0)
        or l.available <> coalesce(e.available, 0))
      """
          .formatted(changes("PENDING"), changes("AVAILABLE"));

  private final EntityManager entities;

  LedgerChecks(EntityManager entities) {
    this.entities = entities;
  }

  /** Looks at the next accounts by id. */
  LedgerCheck check(PageRequest page) {
    UUID after = page.afterId();
    List<UUID> ids =
        session()
            .createSelectionQuery(
                "select a.id from LoyaltyAccount a"
                    + (after == null ? "" : " where a.id > :after")
                    + " order by a.id",
                UUID.class)
            .setProperties(after == null ? Map.of() : Map.of("after", after))
            .setMaxResults(page.rowsToRead())
            .getResultList();
    Page<UUID> some = Page.of(ids, page, UUID::toString);
    return new LedgerCheck(
        some.items().size(), List.copyOf(differing(some.items())), some.nextPageToken());
  }

  /** Those of these accounts that differ from their entries, or whose lots do. */
  Set<UUID> differing(List<UUID> accounts) {
    Set<UUID> differing = new LinkedHashSet<>();
    if (!accounts.isEmpty()) {
      for (String question : List.of(ACCOUNTS, LOTS)) {
        differing.addAll(
            session()
                .createNativeQuery(question, UUID.class)
                .setParameterList("ids", accounts)
                .getResultList());
      }
    }
    return differing;
  }

  private static String changes(String bucket) {
    return ("sum(case when e.credit = '%1$s' then e.points"
            + " when e.debit = '%1$s' then -e.points else 0 end)")
        .formatted(bucket);
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
