package org.kexin.transaction;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How our types stand in columns, for what is read and written without Hibernate. */
final class Columns {

  private Columns() {}

  static byte @Nullable [] bytesOrNull(@Nullable UUID id) {
    return id == null ? null : bytes(id);
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static @Nullable UUID uuidOrNull(byte @Nullable [] bytes) {
    return bytes == null ? null : uuid(bytes);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  /** As many parameters as values, for an {@code in (…)}. */
  static String parameters(Collection<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }

  /** Binds ids from parameter {@code first} on and gives the next parameter. */
  static int bind(PreparedStatement statement, int first, Collection<UUID> ids)
      throws SQLException {
    int next = first;
    for (UUID id : ids) {
      statement.setBytes(next++, bytes(id));
    }
    return next;
  }

  /** Binds texts from parameter {@code first} on and gives the next parameter. */
  static int bindTexts(PreparedStatement statement, int first, Collection<String> texts)
      throws SQLException {
    int next = first;
    for (String text : texts) {
      statement.setString(next++, text);
    }
    return next;
  }
}
