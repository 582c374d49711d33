package org.kexin.promotion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * The participants of a promotion, one after the other, by ids in the order of their unsigned
 * bytes: the order in which sales are streamed, so that both can be read side by side. Holds a
 * connection until it is closed. Not thread-safe.
 */
public final class Participants implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement select;
  private final ResultSet rows;

  /** Takes over all three. */
  Participants(Connection connection, PreparedStatement select, ResultSet rows) {
    this.connection = connection;
    this.select = select;
    this.rows = rows;
  }

  /**
   * The next one, null behind the last.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public @Nullable Participant next() {
    try {
      return rows.next()
          ? new Participant(
              Columns.uuid(rows.getBytes(1)),
              rows.getBoolean(2),
              rows.getLong(3),
              rows.getLong(4),
              rows.getBoolean(5),
              rows.getLong(6),
              rows.getBigDecimal(7))
          : null;
    } catch (SQLException failure) {
      throw PromotionReader.unreadable(failure);
    }
  }

  @Override
  public void close() {
    try (connection;
        select;
        rows) {
      // All three end here, the last first.
    } catch (SQLException failure) {
      throw PromotionReader.unreadable(failure);
    }
  }
}
