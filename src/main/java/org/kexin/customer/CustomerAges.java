package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** Customers by how long nothing happened to them, for retention: ids only, in their order. */
@ApplicationScoped
public class CustomerAges {

  private static final UUID FIRST = new UUID(0, 0);

  private final AgroalDataSource source;

  CustomerAges(AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Customers that were deleted before that moment and are not erased, by id, from behind one on.
   */
  public List<UUID> deletedBefore(Instant moment, @Nullable UUID after, int limit) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select id from customer force index (customer_deleted)
                where deleted_at < ? and code is not null and id > ? order by id limit ?
                """)) {
      select.setObject(1, Columns.utc(moment));
      select.setBytes(2, Columns.bytes(after == null ? FIRST : after));
      select.setInt(3, limit);
      return ids(select);
    } catch (SQLException failure) {
      throw new IllegalStateException("Customers cannot be read.", failure);
    }
  }

  /**
   * Live customers made and not changed since that moment, by id, from behind one on. Ids tell when
   * they were made (RFC 9562), so younger ones are not looked at.
   */
  public List<UUID> unchangedSince(Instant moment, @Nullable UUID after, int limit) {
    UUID youngest = new UUID(moment.toEpochMilli() << 16, 0);
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select id from customer
                where updated_at < ? and deleted_at is null and id > ? and id < ?
                order by id limit ?
                """)) {
      select.setObject(1, Columns.utc(moment));
      select.setBytes(2, Columns.bytes(after == null ? FIRST : after));
      select.setBytes(3, Columns.bytes(youngest));
      select.setInt(4, limit);
      return ids(select);
    } catch (SQLException failure) {
      throw new IllegalStateException("Customers cannot be read.", failure);
    }
  }

  private static List<UUID> ids(PreparedStatement select) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(Columns.uuid(row.getBytes(1)));
      }
    }
    return ids;
  }
}
