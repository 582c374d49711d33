package org.kexin.exchange;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How our types stand in columns: ids as 16 bytes, instants as UTC date-times. */
final class Sql {

  private Sql() {}

  /** Binds the values to the parameters in order. */
  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, column(values[i]));
    }
  }

  /** Rolls the transaction back, if there is one. The message stays out of logs. */
  static IllegalStateException failure(SQLException cause) {
    return new IllegalStateException("An import table could not be used.", cause);
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case UUID id ->
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array();
      case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      case null, default -> value;
    };
  }
}
