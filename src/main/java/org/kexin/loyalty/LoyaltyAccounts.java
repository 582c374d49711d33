package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;

/** The memberships. */
@ApplicationScoped
class LoyaltyAccounts implements PanacheRepositoryBase<LoyaltyAccount, UUID> {

  /** What the points of an account count for its level. */
  record Qualifying(UUID accountId, long points, Instant oldest) {}

  /** Ids of the open accounts of these customers. */
  List<UUID> openOf(Collection<UUID> customers) {
    return customers.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "select a.id from LoyaltyAccount a where a.openCustomerId in :customers",
                UUID.class)
            .setParameter("customers", customers)
            .getResultList();
  }

  /** These accounts, locked in the order of their ids so that two calls never wait crossed. */
  List<LoyaltyAccount> lock(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery(
                "from LoyaltyAccount a where a.id in :ids order by a.id", LoyaltyAccount.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** Some accounts that points become available or expire on; those that others hold left out. */
  List<LoyaltyAccount> lockDue(Instant now, int limit) {
    return lockDue("a.dueAt", now, limit);
  }

  /** Some accounts whose level is due for a look; those that others hold left out. */
  List<LoyaltyAccount> lockLevelDue(Instant now, int limit) {
    return lockDue("a.levelDueAt", now, limit);
  }

  /** One page of the accounts within reach, of a customer or of all, the last opened first. */
  List<LoyaltyAccount> list(
      @Nullable UUID customer, @Nullable UUID programme, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (customer != null) {
      conditions.add("a.customerId = :customer");
      parameters.put("customer", customer);
    }
    if (programme != null) {
      conditions.add("a.programmeId = :programme");
      parameters.put("programme", programme);
    }
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("a.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("a.id < :after");
      parameters.put("after", after);
    }
    SelectionQuery<LoyaltyAccount> select =
        session()
            .createSelectionQuery(
                "from LoyaltyAccount a where "
                    + String.join(" and ", conditions)
                    + " order by a.id desc",
                LoyaltyAccount.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** Whether an account is a customer's; reads no entity, so that it can be locked after. */
  boolean belongsTo(UUID account, UUID customer) {
    return count("id = ?1 and customerId = ?2", account, customer) > 0;
  }

  /** Every account that a customer has or had. */
  List<LoyaltyAccount> of(UUID customer) {
    return list("customerId = ?1 order by id", customer);
  }

  /**
   * What purchases within the window brought these accounts, less what went back; who earned
   * nothing then is absent.
   */
  Map<UUID, Qualifying> qualifying(Collection<UUID> accounts, Duration window, Instant now) {
    Map<UUID, Qualifying> sums = new HashMap<>();
    session()
        .createSelectionQuery(
            "select new org.kexin.loyalty.LoyaltyAccounts$Qualifying(l.accountId,"
                + " sum(l.points - l.reversed), min(l.earnedAt)) from PointsLot l"
                + " where l.accountId in :accounts and l.earnedAt > :from"
                + " and l.transactionId is not null and l.points > l.reversed"
                + " group by l.accountId",
            Qualifying.class)
        .setParameter("accounts", accounts)
        .setParameter("from", now.minus(window))
        .getResultList()
        .forEach(it -> sums.put(it.accountId(), it));
    return sums;
  }

  /** Events of an account, the last first. */
  List<LoyaltyEvent> events(UUID account, @Nullable UUID before, int limit) {
    return session()
        .createSelectionQuery(
            "from LoyaltyEvent e where e.accountId = :account"
                + (before == null ? "" : " and e.id < :before")
                + " order by e.id desc",
            LoyaltyEvent.class)
        .setParameter("account", account)
        .setProperties(before == null ? Map.of() : Map.of("before", before))
        .setMaxResults(limit)
        .getResultList();
  }

  void add(LoyaltyEvent event) {
    session().persist(event);
  }

  private List<LoyaltyAccount> lockDue(String column, Instant now, int limit) {
    return session()
        .createSelectionQuery(
            "from LoyaltyAccount a where %1$s <= :now order by %1$s".formatted(column),
            LoyaltyAccount.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
