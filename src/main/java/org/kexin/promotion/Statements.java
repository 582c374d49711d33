package org.kexin.promotion;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Single statements in the caller's transaction, for what must not be read before it is written: a
 * condition in the statement itself sees the present row, an entity may be old.
 */
@ApplicationScoped
class Statements {

  private final AgroalDataSource source;

  Statements(AgroalDataSource source) {
    this.source = source;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Rows that the statement changed, or found as they should be.
   *
   * @throws ProblemException {@code unavailable} if the database undid the transaction because two
   *     waited for each other
   */
  int update(String sql, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      return update.executeUpdate();
    } catch (SQLTransactionRollbackException crossed) {
      throw new ProblemException(
          ProblemCode.UNAVAILABLE, "Others change the same at this moment; send it again.");
    } catch (SQLException failure) {
      throw new IllegalStateException("A statement of a promotion failed.", failure);
    }
  }

  /** The same statement for each of these rows of values, in one round trip. */
  void updateEach(String sql, List<Object[]> rows) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (Object[] values : rows) {
        bind(update, values);
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("Rows of a promotion cannot be written.", failure);
    }
  }

  /** All rows of a bounded query. */
  <T> List<T> rows(String sql, Row<T> reading, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reading.read(row));
        }
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException("Rows of a promotion cannot be read.", failure);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, column(values[i]));
    }
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case UUID id -> Columns.bytes(id);
      case Instant moment -> Columns.utc(moment);
      case null, default -> value;
    };
  }
}
