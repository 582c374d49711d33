package org.kexin.transaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** Orders, returns and their lines. */
@ApplicationScoped
class Transactions implements PanacheRepositoryBase<Transaction, UUID> {

  /** One page of transactions of customers within reach and of nobody, without lines. */
  List<Transaction> list(TransactionQuery query, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (query.customerId() != null) {
      conditions.add("t.customerId = :customer");
      parameters.put("customer", query.customerId());
    }
    if (query.kind() != null) {
      conditions.add("t.kind = :kind");
      parameters.put("kind", query.kind());
    }
    if (query.from() != null) {
      conditions.add("t.occurredAt >= :from");
      parameters.put("from", query.from());
    }
    if (query.until() != null) {
      conditions.add("t.occurredAt < :until");
      parameters.put("until", query.until());
    }
    if (reach.limited()) {
      conditions.add(
          "(t.customerId is null or " + CustomerDirectory.withinReach("t.customerId") + ")");
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    String after = page.after();
    if (after != null) {
      TimePosition position = TimePosition.parse(after);
      conditions.add(query.sort().beyond());
      parameters.put("afterMoment", position.moment());
      parameters.put("afterId", position.id());
    }
    SelectionQuery<Transaction> select =
        session()
            .createSelectionQuery(
                "from Transaction t where "
                    + String.join(" and ", conditions)
                    + " order by "
                    + query.sort().clause(),
                Transaction.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** Lines with the codes of their products, from a line number on. */
  List<LineWithProduct> lines(UUID id, int fromLine, int limit) {
    return session()
        .createSelectionQuery(
            "select new org.kexin.transaction.Transactions$LineWithProduct(l, p.code)"
                + " from TransactionLine l join Product p on p.id = l.productId"
                + " where l.key.transactionId = :id and l.key.lineNo >= :fromLine"
                + " order by l.key.lineNo",
            LineWithProduct.class)
        .setParameter("id", id)
        .setParameter("fromLine", fromLine)
        .setMaxResults(limit)
        .getResultList();
  }

  /** A line, and the code by which people know its product. */
  record LineWithProduct(TransactionLine line, String productCode) {}

  /** These transactions, locked in the order of their ids so that two calls never wait crossed. */
  List<Transaction> lock(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from Transaction t where t.id in :ids order by t.id", Transaction.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** The lines of some transactions that have one of these numbers. */
  List<TransactionLine> lines(Collection<UUID> transactions, Collection<Integer> lineNumbers) {
    return transactions.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from TransactionLine l where l.key.transactionId in :ids"
                    + " and l.key.lineNo in :numbers",
                TransactionLine.class)
            .setParameter("ids", transactions)
            .setParameter("numbers", lineNumbers)
            .getResultList();
  }

  /** Those of these numbers of one source that are taken. */
  Set<String> takenNumbers(String source, Collection<String> numbers) {
    return new HashSet<>(
        session()
            .createSelectionQuery(
                "select t.number from Transaction t where t.source = :source"
                    + " and t.number in :numbers",
                String.class)
            .setParameter("source", source)
            .setParameter("numbers", numbers)
            .getResultList());
  }

  /** Those of these ids that are taken. */
  Set<UUID> takenIds(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            session()
                .createSelectionQuery(
                    "select t.id from Transaction t where t.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
  }

  /** Those of a time that are not what their lines add up to, by id. */
  List<UUID> differing(Instant from, Instant until, int limit) {
    return session()
        .createSelectionQuery(
            "select t.id from Transaction t left join TransactionLine l"
                + " on l.key.transactionId = t.id"
                + " where t.occurredAt >= :from and t.occurredAt < :until"
                + " group by t.id, t.total, t.lineCount, t.quantity"
                + " having abs(t.total) <> coalesce(sum(l.quantity * l.unitPrice), 0)"
                + " or t.lineCount <> count(l.key.lineNo)"
                + " or t.quantity <> coalesce(sum(l.quantity), 0)"
                + " order by t.id",
            UUID.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Sum of an order's lines without the goods that came back. */
  BigDecimal kept(UUID order) {
    return session()
        .createSelectionQuery(
            "select coalesce(sum((l.quantity - l.returned) * l.unitPrice), 0)"
                + " from TransactionLine l where l.key.transactionId = :order",
            BigDecimal.class)
        .setParameter("order", order)
        .getSingleResult();
  }

  /** Adds a transaction with its lines. */
  void add(Transaction transaction, Collection<TransactionLine> lines) {
    persist(transaction);
    lines.forEach(session()::persist);
  }

  /** Gives a stored order a new version now, although only a line of it changes. */
  void touch(Transaction order) {
    // The optimistic twin of this mode does nothing for a row that is locked already.
    session().lock(order, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
