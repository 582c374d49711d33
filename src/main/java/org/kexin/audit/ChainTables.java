package org.kexin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** The tables of the chain, over a connection whose transactions are the caller's. */
final class ChainTables {

  private static final String TAKE_TURN =
      "select id from access_chain_turn where id = 1 for update";
  private static final String TAKE_FREE_TURN = TAKE_TURN + " skip locked";
  private static final String LAST_LINK = "select * from access_chain order by seq desc limit 1";

  /** Both groupings read only the ends of each writer's range of an index. */
  private static final String OPEN =
      """
      select w.writer, coalesce(c.number, -1) as chained
      from (select writer, max(number) as number from access_batch where writer >= ? group by writer) w
      left join (select writer, max(number) as number from access_chain where writer >= ? group by writer) c
        on c.writer = w.writer
      where w.number > coalesce(c.number, -1) order by w.writer
      """;

  // One writer at a time: joined to all of them, every row that waits would be read and sorted for
  // the first few, and a log that is far behind would never catch up.
  private static final String WAITING =
      """
      select writer, number, written_at, records as batch_lines, leaves from access_batch
      where writer = ? and number > ? order by number limit ?
      """;

  private static final String LINKS =
      """
      select c.*, b.written_at, b.records as batch_lines, b.leaves from access_chain c
      left join access_batch b on b.writer = c.writer and b.number = c.number
      where c.seq > ? order by c.seq limit ?
      """;
  private static final String INSERT_LINK =
      """
      insert into access_chain (seq, writer, number, first_record, records, hash)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String LINK_OF =
      """
      select c.* from access_batch b join access_chain c on c.writer = b.writer and c.number = b.number
      where b.written_at between ? and ? and locate(concat('"id":"', ?, '"'), b.records) > 0
      """;
  private static final String LAST_CHECKPOINT =
      "select * from access_checkpoint order by number desc limit 1";
  private static final String CHECKPOINTS =
      "select * from access_checkpoint where number > ? order by number limit ?";
  private static final String CHECKPOINT_COVERING =
      "select * from access_checkpoint where seq >= ? order by number limit 1";
  private static final String INSERT_CHECKPOINT =
      """
      insert into access_checkpoint (number, first_record, last_record, root, seq, chain, previous, at,
        signing_key, signature)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;

  ChainTables(Connection connection) {
    this.connection = connection;
  }

  /** A link as it stands, with its batch if that is there. */
  record Stored(ChainLink link, @Nullable AccessBatch batch) {}

  /**
   * Whether nobody else extends the chain; then nobody will until the transaction ends.
   *
   * @param wait until nobody does, so that the answer is yes
   */
  boolean takeTurn(boolean wait) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(wait ? TAKE_TURN : TAKE_FREE_TURN);
        ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  ChainLink lastLink() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST_LINK);
        ResultSet row = select.executeQuery()) {
      return row.next() ? link(row) : ChainLink.GENESIS;
    }
  }

  /**
   * Batches without a link, each writer's in their order.
   *
   * @param since only of writers that began later; a UUID version 7 begins with its time
   */
  List<AccessBatch> waiting(UUID since, int limit) throws SQLException {
    List<AccessBatch> waiting = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OPEN)) {
      select.setBytes(1, Columns.bytes(since));
      select.setBytes(2, Columns.bytes(since));
      try (ResultSet open = select.executeQuery()) {
        while (waiting.size() < limit && open.next()) {
          addWaiting(open.getBytes("writer"), open.getLong("chained"), limit, waiting);
        }
      }
    }
    return waiting;
  }

  private void addWaiting(byte[] writer, long chained, int limit, List<AccessBatch> waiting)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setBytes(1, writer);
      select.setLong(2, chained);
      select.setInt(3, limit - waiting.size());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(batch(row));
        }
      }
    }
  }

  /** The links after that one, in their order. */
  List<Stored> linksAfter(long seq, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LINKS)) {
      select.setLong(1, seq);
      select.setInt(2, limit);
      List<Stored> links = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          links.add(new Stored(link(row), row.getBytes("leaves") == null ? null : batch(row)));
        }
      }
      return links;
    }
  }

  void insertLinks(List<ChainLink> links) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_LINK)) {
      for (ChainLink link : links) {
        insert.setLong(1, link.seq());
        insert.setBytes(2, Columns.bytes(link.writer()));
        insert.setLong(3, link.number());
        insert.setLong(4, link.firstRecord());
        insert.setInt(5, link.records());
        insert.setBytes(6, link.hash().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Makes records found by their persons or users. */
  void insertEntries(RecordIndex.Of index, List<IndexEntry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(index.insert())) {
      for (IndexEntry entry : entries) {
        insert.setBytes(1, Columns.bytes(entry.key()));
        insert.setLong(2, entry.seq());
        insert.setInt(3, entry.place());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * The link of the batch with this record, sought in that span; empty if it is in no chained one.
   */
  Optional<ChainLink> linkOf(UUID record, Instant from, Instant until) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LINK_OF)) {
      select.setObject(1, Columns.utc(from));
      select.setObject(2, Columns.utc(until));
      select.setString(3, record.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(link(row)) : Optional.empty();
      }
    }
  }

  Checkpoint lastCheckpoint() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST_CHECKPOINT);
        ResultSet row = select.executeQuery()) {
      return row.next() ? checkpoint(row) : Checkpoint.NONE;
    }
  }

  /** The checkpoints after that one, in their order. */
  List<Checkpoint> checkpointsAfter(long number, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CHECKPOINTS)) {
      select.setLong(1, number);
      select.setInt(2, limit);
      List<Checkpoint> checkpoints = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          checkpoints.add(checkpoint(row));
        }
      }
      return checkpoints;
    }
  }

  /** The first checkpoint that covers the link; empty if none does yet. */
  Optional<Checkpoint> checkpointCovering(long seq) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CHECKPOINT_COVERING)) {
      select.setLong(1, seq);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(checkpoint(row)) : Optional.empty();
      }
    }
  }

  /** The checkpoint before the one with this number, or where that is the first, none. */
  Checkpoint checkpointBefore(long number) throws SQLException {
    return number <= 1 ? Checkpoint.NONE : checkpointsAfter(number - 2, 1).getFirst();
  }

  void insertCheckpoint(Checkpoint checkpoint) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CHECKPOINT)) {
      int i = 0;
      insert.setLong(++i, checkpoint.number());
      insert.setLong(++i, checkpoint.firstRecord());
      insert.setLong(++i, checkpoint.lastRecord());
      insert.setBytes(++i, checkpoint.root().bytes());
      insert.setLong(++i, checkpoint.seq());
      insert.setBytes(++i, checkpoint.chain().bytes());
      insert.setBytes(++i, checkpoint.previous().bytes());
      insert.setObject(++i, Columns.utc(checkpoint.at()));
      insert.setString(++i, checkpoint.key());
      insert.setString(++i, checkpoint.signature());
      insert.executeUpdate();
    }
  }

  /** The link in the row of {@code access_chain} that the result stands on. */
  static ChainLink link(ResultSet row) throws SQLException {
    return new ChainLink(
        row.getLong("seq"),
        Columns.uuid(row.getBytes("writer")),
        row.getLong("number"),
        row.getLong("first_record"),
        row.getInt("records"),
        Hash.of(row.getBytes("hash")));
  }

  private static AccessBatch batch(ResultSet row) throws SQLException {
    return AccessBatch.of(
        Columns.uuid(row.getBytes("writer")),
        row.getLong("number"),
        Columns.instant(row.getObject("written_at", LocalDateTime.class)),
        row.getString("batch_lines"),
        row.getBytes("leaves"));
  }

  private static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getLong("number"),
        row.getLong("first_record"),
        row.getLong("last_record"),
        Hash.of(row.getBytes("root")),
        row.getLong("seq"),
        Hash.of(row.getBytes("chain")),
        Hash.of(row.getBytes("previous")),
        Columns.instant(row.getObject("at", LocalDateTime.class)),
        row.getString("signing_key"),
        row.getString("signature"));
  }
}
