package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;

/**
 * The tables of access records. Plain JDBC on a data source of its own: a batch is three inserts
 * and one commit, and requests that keep the main pool busy cannot hold up their own audit.
 */
@ApplicationScoped
class AccessRecords {

  private static final String INSERT_RECORD =
      """
      insert into access_record (id, recorded_at, user_id, client_id, department, roles, purpose,
        operation, outcome, status, person_count, persons, disclosed, masked, request_id, address)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_PERSON =
      "insert into access_person (customer_id, access_id) values (?, ?)";
  private static final String INSERT_BATCH =
      """
      insert into access_batch (writer, number, written_at, record_ids, leaves)
      values (?, ?, ?, ?, ?)
      """;
  private static final String SELECT_BY_PERSON =
      """
      select r.* from access_person p join access_record r on r.id = p.access_id
      where p.customer_id = ? and (? is null or p.access_id < ?)
      order by p.access_id desc limit ?
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
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      return new Writing(connection, ids.next(), clock);
    } catch (SQLException e) {
      connection.close();
      throw e;
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

    /** Inserts all or none, and returns after the commit. */
    void insert(List<AccessRecord> records) throws SQLException {
      try (PreparedStatement record = connection.prepareStatement(INSERT_RECORD);
          PreparedStatement person = connection.prepareStatement(INSERT_PERSON);
          PreparedStatement batch = connection.prepareStatement(INSERT_BATCH)) {
        boolean hasPersons = false;
        for (AccessRecord access : records) {
          bind(record, access);
          record.addBatch();
          for (UUID customer : access.persons()) {
            person.setBytes(1, Columns.bytes(customer));
            person.setBytes(2, Columns.bytes(access.id()));
            person.addBatch();
            hasPersons = true;
          }
        }
        record.executeBatch();
        if (hasPersons) {
          person.executeBatch();
        }
        bind(batch, AccessBatch.of(writer, number, clock.now(), records));
        batch.executeUpdate();
        connection.commit();
        number++;
      }
    }

    /** Whether it is time for another writer: {@link Chainer} asks only for recent ones. */
    boolean isOld() {
      return since.plus(Chainer.WRITER_LIFE).isBefore(clock.now());
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        connection.rollback();
      }
    }
  }

  /** Records about one person, newest first, from before the record {@code before} if given. */
  List<AccessRecord> about(UUID customer, @Nullable UUID before, int limit) throws SQLException {
    byte @Nullable [] beforeBytes = Columns.bytesOrNull(before);
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_BY_PERSON)) {
      select.setBytes(1, Columns.bytes(customer));
      select.setBytes(2, beforeBytes);
      select.setBytes(3, beforeBytes);
      select.setInt(4, limit);
      List<AccessRecord> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
      return found;
    }
  }

  private static void bind(PreparedStatement insert, AccessRecord access) throws SQLException {
    int i = 0;
    insert.setBytes(++i, Columns.bytes(access.id()));
    insert.setObject(++i, Columns.utc(access.at()));
    insert.setString(++i, access.userId());
    insert.setString(++i, access.clientId());
    insert.setString(++i, access.department());
    insert.setString(++i, String.join(" ", access.roles()));
    insert.setString(++i, access.purpose());
    insert.setString(++i, access.operation());
    insert.setString(++i, access.outcome().name());
    insert.setInt(++i, access.status());
    insert.setInt(++i, access.persons().size());
    insert.setBytes(++i, AccessBatch.joined(access.persons()));
    insert.setString(++i, String.join(" ", access.disclosed()));
    insert.setString(++i, String.join(" ", access.masked()));
    insert.setString(++i, access.requestId());
    insert.setString(++i, access.address());
  }

  private static void bind(PreparedStatement insert, AccessBatch batch) throws SQLException {
    insert.setBytes(1, Columns.bytes(batch.writer()));
    insert.setLong(2, batch.number());
    insert.setObject(3, Columns.utc(batch.writtenAt()));
    insert.setBytes(4, batch.recordBytes());
    insert.setBytes(5, batch.leafBytes());
  }

  /** The record in the row of {@code access_record} that the result stands on. */
  static AccessRecord read(ResultSet row) throws SQLException {
    return new AccessRecord(
        Columns.uuid(row.getBytes("id")),
        Columns.instant(row.getObject("recorded_at", LocalDateTime.class)),
        row.getString("user_id"),
        row.getString("client_id"),
        row.getString("department"),
        words(row.getString("roles")),
        row.getString("purpose"),
        row.getString("operation"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("status"),
        AccessBatch.ids(row.getBytes("persons")),
        words(row.getString("disclosed")),
        words(row.getString("masked")),
        row.getString("request_id"),
        row.getString("address"));
  }

  private static SortedSet<String> words(String text) {
    return text.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(text.split(" ")));
  }
}
