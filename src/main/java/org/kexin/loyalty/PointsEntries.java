package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The ledger's entries, lots and what lines brought. */
@ApplicationScoped
class PointsEntries implements PanacheRepositoryBase<PointsEntry, PointsEntry.Key> {

  /** When an order of an account occurred. */
  record OrderMoment(UUID accountId, Instant earnedAt) {}

  /** Lots with anything left, by account. */
  Map<UUID, List<PointsLot>> openLots(Collection<UUID> accounts) {
    return session()
        .createSelectionQuery(
            "from PointsLot l where l.accountId in :accounts and l.open = true", PointsLot.class)
        .setParameter("accounts", accounts)
        .getResultStream()
        .collect(Collectors.groupingBy(PointsLot::accountId));
  }

  /** Lots of these orders, whatever is left of them. */
  List<PointsLot> lotsOf(Collection<UUID> accounts, Collection<UUID> transactions) {
    return transactions.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from PointsLot l where l.accountId in :accounts"
                    + " and l.transactionId in :transactions",
                PointsLot.class)
            .setParameter("accounts", accounts)
            .setParameter("transactions", transactions)
            .getResultList();
  }

  List<PointsLot> lots(Collection<UUID> ids) {
    return session()
        .createSelectionQuery("from PointsLot l where l.id in :ids", PointsLot.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** What lines of these orders brought. */
  List<PointsEarning> earnings(Collection<UUID> accounts, Collection<UUID> transactions) {
    return transactions.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from PointsEarning e where e.key.accountId in :accounts"
                    + " and e.key.transactionId in :transactions",
                PointsEarning.class)
            .setParameter("accounts", accounts)
            .setParameter("transactions", transactions)
            .getResultList();
  }

  /** When the orders of these accounts occurred, after a moment. */
  Map<UUID, List<Instant>> orders(Collection<UUID> accounts, Instant after) {
    Map<UUID, List<Instant>> moments = new HashMap<>();
    session()
        .createSelectionQuery(
            "select new org.kexin.loyalty.PointsEntries$OrderMoment(l.accountId, l.earnedAt)"
                + " from PointsLot l where l.accountId in :accounts and l.earnedAt > :after"
                + " and l.transactionId is not null",
            OrderMoment.class)
        .setParameter("accounts", accounts)
        .setParameter("after", after)
        .getResultList()
        .forEach(
            it ->
                moments
                    .computeIfAbsent(it.accountId(), id -> new java.util.ArrayList<>())
                    .add(it.earnedAt()));
    return moments;
  }

  /** The entries of one operation, in their order. */
  List<PointsEntry> ofOperation(UUID account, UUID operation) {
    return list("key.accountId = ?1 and operationId = ?2 order by key.number", account, operation);
  }

  /** Whether an operation was rolled back. */
  boolean isUndone(UUID account, UUID operation) {
    return count("key.accountId = ?1 and undoes = ?2", account, operation) > 0;
  }

  /**
   * Entries of an account, the last first.
   *
   * @param before only entries with a lower number
   */
  List<PointsEntry> before(UUID account, long before, int limit) {
    return find("key.accountId = ?1 and key.number < ?2 order by key.number desc", account, before)
        .page(0, limit)
        .list();
  }

  /** Adjustments of an account, the last first. */
  List<PointsAdjustment> adjustments(UUID account, @Nullable UUID before, int limit) {
    return session()
        .createSelectionQuery(
            "from PointsAdjustment a where a.accountId = :account"
                + (before == null ? "" : " and a.id < :before")
                + " order by a.id desc",
            PointsAdjustment.class)
        .setParameter("account", account)
        .setProperties(before == null ? Map.of() : Map.of("before", before))
        .setMaxResults(limit)
        .getResultList();
  }

  /** Keeps a row of the ledger. */
  void add(Object row) {
    session().persist(row);
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
