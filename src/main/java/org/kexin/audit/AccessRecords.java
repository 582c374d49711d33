package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * The tables of access records. Plain JDBC on a data source of its own: a batch is two multi-row
 * inserts and one commit, and requests that keep the main pool busy cannot hold up their own audit.
 */
@ApplicationScoped
class AccessRecords {

  private static final String INSERT_RECORD =
      """
      insert into access_record (id, recorded_at, user_id, client_id, department, roles, purpose,
        operation, outcome, status, person_count, disclosed, masked, request_id, address)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_PERSON =
      "insert into access_person (customer_id, access_id) values (?, ?)";
  private static final String SELECT_BY_PERSON =
      """
      select r.* from access_person p join access_record r on r.id = p.access_id
      where p.customer_id = ? and (? is null or p.access_id < ?)
      order by p.access_id desc limit ?
      """;

  private final AgroalDataSource source;

  AccessRecords(@DataSource("audit") AgroalDataSource source) {
    this.source = source;
  }

  /** A connection for writing. The caller keeps it: lending it anew costs two round trips each. */
  Writing open() throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      return new Writing(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Writes batches over one connection. Not thread-safe; of no use after a failure. */
  static final class Writing implements AutoCloseable {

    private final Connection connection;

    private Writing(Connection connection) {
      this.connection = connection;
    }

    /** Inserts all or none, and returns after the commit. */
    void insert(List<AccessRecord> records) throws SQLException {
      try (PreparedStatement record = connection.prepareStatement(INSERT_RECORD);
          PreparedStatement person = connection.prepareStatement(INSERT_PERSON)) {
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
        connection.commit();
      }
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
          found.add(read(row, customer));
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
    insert.setString(++i, String.join(" ", access.disclosed()));
    insert.setString(++i, String.join(" ", access.masked()));
    insert.setString(++i, access.requestId());
    insert.setString(++i, access.address());
  }

  private static AccessRecord read(ResultSet row, UUID customer) throws SQLException {
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
        List.of(customer),
        words(row.getString("disclosed")),
        words(row.getString("masked")),
        row.getString("request_id"),
        row.getString("address"));
  }

  private static SortedSet<String> words(String text) {
    return text.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(text.split(" ")));
  }
}
