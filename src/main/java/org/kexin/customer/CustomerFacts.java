package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Reads facts of customers for analyses, one after the other, with memory that does not grow with
 * their number. Uses the {@code analysis} data source, which may lag behind the primary.
 */
@ApplicationScoped
public class CustomerFacts {

  private static final String FACTS =
      """
      select id, kind, source, created_at, gender, birth_year, occupation, income_band,
        marital_status, enterprise_size, industry
      from customer_fact
      """;

  private static final String ALL = FACTS + " where (? is null or created_at <= ?) order by id";
  private static final String ONE = FACTS + " where id = ?";

  private final AgroalDataSource source;

  CustomerFacts(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * All customers, by id in the order of its unsigned bytes.
   *
   * @param createdUntil only those made until this moment; null for all
   * @return holds a connection until it is closed
   * @throws IllegalStateException if the database fails
   */
  public Cursor open(@Nullable Instant createdUntil) {
    try {
      return new Cursor(source.getConnection(), createdUntil);
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** One customer; empty if there is none, or one who is deleted or restricted. */
  public Optional<CustomerFact> of(UUID customer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setBytes(1, Columns.bytes(customer));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** Gives one customer after the other. Not thread-safe. */
  public static final class Cursor implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement select;
    private final ResultSet row;

    private Cursor(Connection connection, @Nullable Instant createdUntil) throws SQLException {
      this.connection = connection;
      LocalDateTime until = createdUntil == null ? null : Columns.utc(createdUntil);
      try {
        select =
            connection.prepareStatement(
                ALL, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        select.setFetchSize(Integer.MIN_VALUE); // Connector/J: rows come one by one
        select.setObject(1, until);
        select.setObject(2, until);
        row = select.executeQuery();
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
    }

    /** The next customer; null behind the last. */
    public @Nullable CustomerFact next() {
      try {
        return row.next() ? read(row) : null;
      } catch (SQLException failure) {
        throw unreadable(failure);
      }
    }

    @Override
    public void close() {
      // Whatever was opened on it is closed with the connection.
      try {
        connection.close();
      } catch (SQLException failure) {
        throw unreadable(failure);
      }
    }
  }

  private static CustomerFact read(ResultSet row) throws SQLException {
    String year = row.getString(6);
    return new CustomerFact(
        Columns.uuid(row.getBytes(1)),
        Kind.valueOf(row.getString(2)),
        Source.valueOf(row.getString(3)),
        Columns.instant(row.getObject(4, LocalDateTime.class)),
        row.getString(5),
        year == null ? null : Integer.valueOf(year),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Facts of customers cannot be read.", failure);
  }
}
