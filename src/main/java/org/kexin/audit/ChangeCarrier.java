package org.kexin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;

/**
 * Moves records of changes from the outbox into the log, as a writer of its own.
 *
 * <p>Taking out and adding are one transaction on one database, so a reader finds each record
 * exactly once, whenever a process dies. That transaction has the turn of the chain, so there is
 * never a second one: rows need no locks, and the next number of the writer is one more than the
 * last that was committed, whatever became of earlier attempts. The plain read sees committed rows
 * only; what is still being changed is neither waited for nor passed over.
 */
final class ChangeCarrier {

  /** Bounds what reading back a person's records must load of one batch. */
  private static final int MAX_RECORDS = 128;

  private static final int MAX_CHARS = 1 << 18;

  private static final String SELECT =
      "select id, line from change_outbox order by id limit " + MAX_RECORDS;
  private static final String LAST_NUMBER =
      "select coalesce(max(number), -1) from access_batch where writer = ?";

  private final Ids ids;
  private final Clock clock;
  private @Nullable Name name;

  ChangeCarrier(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  private record Name(UUID writer, Instant since) {}

  /**
   * Moves what waits, up to a bound.
   *
   * @param connection in the transaction that has the turn of the chain
   * @return whether more may be waiting
   */
  boolean carry(Connection connection) throws SQLException {
    List<UUID> taken = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean all = true;
    try (PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      int chars = 0;
      while (row.next() && (all = chars < MAX_CHARS)) {
        taken.add(Columns.uuid(row.getBytes("id")));
        lines.add(row.getString("line"));
        chars += lines.getLast().length();
      }
    }
    if (lines.isEmpty()) {
      return false;
    }
    UUID writer = writer();
    AccessRecords.insert(
        connection, AccessBatch.of(writer, lastNumber(connection, writer) + 1, clock.now(), lines));
    delete(connection, taken);
    return !all || taken.size() == MAX_RECORDS;
  }

  /** As short-lived as other writers: {@link Chainer} asks only for recent ones. */
  private synchronized UUID writer() {
    Instant now = clock.now();
    if (name == null || name.since().plus(Chainer.WRITER_LIFE).isBefore(now)) {
      name = new Name(ids.next(), now);
    }
    return name.writer();
  }

  private static long lastNumber(Connection connection, UUID writer) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST_NUMBER)) {
      select.setBytes(1, Columns.bytes(writer));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void delete(Connection connection, List<UUID> taken) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from change_outbox where id in (" + Columns.parameters(taken) + ")")) {
      Columns.bind(delete, 1, taken);
      if (delete.executeUpdate() != taken.size()) {
        throw new SQLException("Records of changes were taken by somebody without the turn.");
      }
    }
  }
}
