package org.kexin.exchange;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** What the tables of imports share: parameters bound by their types, and one failure. */
final class Sql {

  private Sql() {}

  /** Binds the values to the parameters in order. */
  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, column(values[i]));
    }
  }

  /** Rolls the transaction back, if there is one. */
  static IllegalStateException failure(SQLException cause) {
    return new IllegalStateException("An import table could not be used.", cause);
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case UUID id -> Columns.bytes(id);
      case Instant instant -> Columns.utc(instant);
      case null, default -> value;
    };
  }
}
