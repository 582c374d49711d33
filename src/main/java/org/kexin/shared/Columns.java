package org.kexin.shared;

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

/**
 * How our types stand in columns, for what is read and written without Hibernate: ids as 16 bytes,
 * big-endian, instants as UTC date-times.
 */
public final class Columns {

  private Columns() {}

  /** The 16 bytes of an id; null for null. */
  public static byte @Nullable [] bytesOrNull(@Nullable UUID id) {
    return id == null ? null : bytes(id);
  }

  /** The 16 bytes of an id. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** The id of 16 bytes. */
  public static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** The id of 16 bytes; null for null. */
  public static @Nullable UUID uuidOrNull(byte @Nullable [] bytes) {
    return bytes == null ? null : uuid(bytes);
  }

  /** An instant as a date-time in UTC. */
  public static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The instant of a date-time in UTC. */
  public static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  /** As many parameters as values, for an {@code in (…)}. */
  public static String parameters(Collection<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }

  /** Binds ids from parameter {@code first} on and gives the next parameter. */
  public static int bind(PreparedStatement statement, int first, Collection<UUID> ids)
      throws SQLException {
    int next = first;
    for (UUID id : ids) {
      statement.setBytes(next++, bytes(id));
    }
    return next;
  }

  /** Binds texts from parameter {@code first} on and gives the next parameter. */
  public static int bindTexts(PreparedStatement statement, int first, Collection<String> texts)
      throws SQLException {
    int next = first;
    for (String text : texts) {
      statement.setString(next++, text);
    }
    return next;
  }
}
