package org.kexin.lifecycle;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Where customers stand and what they bought, in a few statements for any number of them. Plain
 * JDBC: a job goes through all customers.
 */
@ApplicationScoped
class LifeCycleRows {

  private static final String ENSURE =
      """
      insert ignore into life_cycle
        (customer_id, stage, reason, since, policy_version, referrals)
      values (?, 'PROSPECT', 'NO_ORDER', ?, 0, 0)
      """;

  private static final String CLAIM =
      """
      select customer_id, stage, since, referrals, interested_at from life_cycle
      where %s for update%s
      """;

  private static final String UPDATE =
      """
      update life_cycle set stage = ?, reason = ?, since = ?, policy_version = ?, referrals = ?,
        interested_at = ?, due_at = ? where customer_id = ?
      """;

  private static final String CHANGE =
      """
      insert into life_cycle_change
        (id, customer_id, changed_at, from_stage, to_stage, reason, policy_version)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource source;

  LifeCycleRows(AgroalDataSource source) {
    this.source = source;
  }

  /** Where a customer stood when last derived; the row is locked. */
  record Standing(
      UUID customer,
      LifeCycleStage stage,
      Instant since,
      int referrals,
      @Nullable Instant interestedAt) {}

  /** What a customer bought. */
  record Orders(long count, Instant last, @Nullable Instant before, @Nullable Instant coreOrder) {}

  /** What was derived of a customer. */
  record Outcome(Standing was, LifeCycleRules.Derived is) {

    boolean differs() {
      return was.stage() != is.stage();
    }
  }

  /** Locks these customers' rows, made where there is none, in the order of their ids. */
  List<Standing> ensure(SortedSet<UUID> customers, Instant now) {
    if (customers.isEmpty()) {
      return List.of();
    }
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ENSURE)) {
            for (UUID customer : customers) {
              insert.setBytes(1, Columns.bytes(customer));
              insert.setObject(2, Columns.utc(now));
              insert.addBatch();
            }
            insert.executeBatch();
          }
          String condition =
              "customer_id in (%s) order by customer_id".formatted(Columns.parameters(customers));
          try (PreparedStatement select =
              connection.prepareStatement(CLAIM.formatted(condition, ""))) {
            Columns.bind(select, 1, customers);
            return standings(select);
          }
        });
  }

  /** Locks some who are due by time; rows that another pod works on are passed over. */
  List<Standing> claimDue(Instant now, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  CLAIM.formatted("due_at <= ? order by due_at limit ?", " skip locked"))) {
            select.setObject(1, Columns.utc(now));
            select.setInt(2, limit);
            return standings(select);
          }
        });
  }

  /** Locks some who were derived by an older version of the policy. */
  List<Standing> claimOutdated(int version, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  CLAIM.formatted("policy_version < ? limit ?", " skip locked"))) {
            select.setInt(1, version);
            select.setInt(2, limit);
            return standings(select);
          }
        });
  }

  /** What these customers bought; who bought nothing is absent. */
  Map<UUID, Orders> orders(Collection<UUID> customers, int coreOrders) {
    Map<UUID, Orders> orders = new HashMap<>();
    if (customers.isEmpty()) {
      return orders;
    }
    // The index of a customer's sales holds all that is read.
    String select =
        """
        select customer_id, count(*), max(occurred_at),
          max(if(place = 2, occurred_at, null)), max(if(place = ?, occurred_at, null))
        from (
          select customer_id, occurred_at,
            row_number() over (partition by customer_id order by occurred_at desc, id desc) as place
          from sales_transaction where kind = 'ORDER' and customer_id in (%s)
        ) o
        group by customer_id
        """
            .formatted(Columns.parameters(customers));
    return run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setInt(1, coreOrders);
            Columns.bind(statement, 2, customers);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                orders.put(
                    Columns.uuid(row.getBytes(1)),
                    new Orders(
                        row.getLong(2),
                        Columns.instant(row.getObject(3, LocalDateTime.class)),
                        instantOrNull(row.getObject(4, LocalDateTime.class)),
                        instantOrNull(row.getObject(5, LocalDateTime.class))));
              }
            }
          }
          return orders;
        });
  }

  /** Writes what was derived of customers whose rows are locked. */
  void write(List<Outcome> outcomes, int version, Instant now) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Outcome outcome : outcomes) {
              Standing was = outcome.was();
              update.setString(1, outcome.is().stage().name());
              update.setString(2, outcome.is().reason().name());
              update.setObject(3, Columns.utc(outcome.differs() ? now : was.since()));
              update.setInt(4, version);
              update.setInt(5, was.referrals());
              update.setObject(6, utcOrNull(was.interestedAt()));
              update.setObject(7, utcOrNull(outcome.is().until()));
              update.setBytes(8, Columns.bytes(was.customer()));
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  /** Adds the change of a customer who stands elsewhere. */
  void add(UUID id, Outcome outcome, int version, Instant now) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(CHANGE)) {
            insert.setBytes(1, Columns.bytes(id));
            insert.setBytes(2, Columns.bytes(outcome.was().customer()));
            insert.setObject(3, Columns.utc(now));
            insert.setString(4, outcome.was().stage().name());
            insert.setString(5, outcome.is().stage().name());
            insert.setString(6, outcome.is().reason().name());
            insert.setInt(7, version);
            return insert.executeUpdate();
          }
        });
  }

  /** Forgets where a customer stands and stood, and gives how many rows that were, by table. */
  Map<String, Integer> forget(UUID customer) {
    Map<String, Integer> gone = new HashMap<>();
    for (String table : List.of("life_cycle", "life_cycle_change", "life_cycle_mark")) {
      gone.put(
          table,
          run(
              connection -> {
                try (PreparedStatement delete =
                    connection.prepareStatement(
                        "delete from " + table + " where customer_id = ?")) {
                  delete.setBytes(1, Columns.bytes(customer));
                  return delete.executeUpdate();
                }
              }));
    }
    return gone;
  }

  private static List<Standing> standings(PreparedStatement select) throws SQLException {
    List<Standing> standings = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        standings.add(
            new Standing(
                Columns.uuid(row.getBytes(1)),
                LifeCycleStage.valueOf(row.getString(2)),
                Columns.instant(row.getObject(3, LocalDateTime.class)),
                row.getInt(4),
                instantOrNull(row.getObject(5, LocalDateTime.class))));
      }
    }
    return standings;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException("Stages of customers cannot be read or written.", failure);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static @Nullable Instant instantOrNull(@Nullable LocalDateTime utc) {
    return utc == null ? null : Columns.instant(utc);
  }

  private static @Nullable LocalDateTime utcOrNull(@Nullable Instant moment) {
    return moment == null ? null : Columns.utc(moment);
  }
}
