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
import java.util.List;
import java.util.UUID;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;

/**
 * That something happened after which customers may stand elsewhere. A row per customer and event,
 * only ever added and taken away: who records a sale waits for nobody who records another of the
 * same customer.
 */
@ApplicationScoped
class LifeCycleMarks {

  private final AgroalDataSource source;
  private final Ids ids;

  LifeCycleMarks(AgroalDataSource source, Ids ids) {
    this.source = source;
    this.ids = ids;
  }

  /** What happened. */
  enum Kind {
    /** Something that is read where it stands, such as an order. */
    DERIVE_ANEW,
    SHOWED_INTEREST,
    BROUGHT_SOMEBODY
  }

  /** A mark, locked until it is taken away or the transaction ends. */
  record Mark(UUID id, UUID customer, Kind kind, Instant at) {}

  /** Leaves a mark on each of these customers, within the caller's transaction. */
  void leave(Kind kind, Collection<UUID> customers, Instant at) {
    if (customers.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into life_cycle_mark (id, customer_id, kind, marked_at)"
                    + " values (?, ?, ?, ?)")) {
      for (UUID customer : customers) {
        insert.setBytes(1, Columns.bytes(ids.next()));
        insert.setBytes(2, Columns.bytes(customer));
        insert.setString(3, kind.name());
        insert.setObject(4, Columns.utc(at));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("Marks cannot be left.", failure);
    }
  }

  /** Some marks, the oldest first; those that another pod works on are passed over. */
  List<Mark> claim(int limit) {
    List<Mark> marks = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, customer_id, kind, marked_at from life_cycle_mark order by id limit ?"
                    + " for update skip locked")) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          marks.add(
              new Mark(
                  Columns.uuid(row.getBytes(1)),
                  Columns.uuid(row.getBytes(2)),
                  Kind.valueOf(row.getString(3)),
                  Columns.instant(row.getObject(4, LocalDateTime.class))));
        }
      }
      return marks;
    } catch (SQLException failure) {
      throw new IllegalStateException("Marks cannot be read.", failure);
    }
  }

  /** Takes marks away. */
  void take(List<Mark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from life_cycle_mark where id in (" + Columns.parameters(marks) + ")")) {
      Columns.bind(delete, 1, marks.stream().map(Mark::id).toList());
      delete.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("Marks cannot be taken away.", failure);
    }
  }
}
