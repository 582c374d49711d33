package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;

/**
 * The table of access records. Plain JDBC on a data source of its own: a batch is one statement
 * that commits itself, and requests that keep the main pool busy cannot hold up their own audit.
 */
@ApplicationScoped
class AccessRecords {

  private static final String INSERT =
      "insert into access_batch (writer, number, written_at, records, leaves) values (?, ?, ?, ?, ?)";
  private static final String SELECT_BY_PERSON =
      """
      select p.seq, p.place, b.records from access_person p
      join access_chain c on c.seq = p.seq
      join access_batch b on b.writer = c.writer and b.number = c.number
      where p.customer_id = ? and (p.seq < ? or p.seq = ? and p.place < ?)
      order by p.seq desc, p.place desc limit ?
      """;

  private final AgroalDataSource source;
  private final Ids ids;
  private final Clock clock;

  AccessRecords(@DataSource("audit") AgroalDataSource source, Ids ids, Clock clock) {
    this.source = source;
    this.ids = ids;
    this.clock = clock;
  }

  /** A connection for writing. The caller keeps it: lending it anew costs two round trips each. */
  Writing open() throws SQLException {
    return new Writing(source.getConnection(), ids.next(), clock);
  }

  /** Adds a batch by one statement; whose transaction it is, is the caller's to say. */
  static void insert(Connection connection, AccessBatch batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, Columns.bytes(batch.writer()));
      insert.setLong(2, batch.number());
      insert.setObject(3, Columns.utc(batch.writtenAt()));
      insert.setString(4, batch.text());
      insert.setBytes(5, batch.leafBytes());
      insert.executeUpdate();
    }
  }

  /**
   * Writes batches over one connection, under one name as a writer. Not thread-safe; of no use
   * after a failure, when nobody knows whether the last batch was committed.
   */
  static final class Writing implements AutoCloseable {

    private final Connection connection;
    private final UUID writer;
    private final Clock clock;
    private final Instant since;
    private long number;

    private Writing(Connection connection, UUID writer, Clock clock) {
      this.connection = connection;
      this.writer = writer;
      this.clock = clock;
      this.since = clock.now();
    }

    /** Adds all or none, and returns after the commit. */
    void insert(List<String> lines) throws SQLException {
      AccessRecords.insert(connection, AccessBatch.of(writer, number, clock.now(), lines));
      number++;
    }

    /** Whether it is time for another writer: {@link Chainer} asks only for recent ones. */
    boolean isOld() {
      return since.plus(Chainer.WRITER_LIFE).isBefore(clock.now());
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** A record and where it stands among those about a person. */
  record Found(long seq, int place, AccessRecord record) {}

  /** How many chained records about one person there are. */
  long count(UUID customer) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from access_person where customer_id = ?")) {
      select.setBytes(1, Columns.bytes(customer));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Chained records about one person, newest first, from before that place on. */
  List<Found> about(UUID customer, long beforeSeq, int beforePlace, int limit) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_BY_PERSON)) {
      select.setBytes(1, Columns.bytes(customer));
      select.setLong(2, beforeSeq);
      select.setLong(3, beforeSeq);
      select.setInt(4, beforePlace);
      select.setInt(5, limit);
      List<Found> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int place = row.getInt("place");
          String line = row.getString("records").lines().skip(place).findFirst().orElse("");
          found.add(new Found(row.getLong("seq"), place, AccessLine.read(line)));
        }
      }
      return found;
    }
  }
}
