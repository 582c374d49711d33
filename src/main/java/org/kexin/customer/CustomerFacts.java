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
      """;

  private static final String ONE = FACTS + " from customer_fact where id = ?";

  /** The last change stands in each row, so that it is of the same moment as the rows. */
  private static final String ALL =
      FACTS + ", (select max(until_at) from customer_fact_past) from customer_fact order by id";

  /** The first of a customer's past facts that held at the moment; the present ones without. */
  private static final String ALL_AT =
      """
      select f.id, f.kind, if(p.version is null, f.source, p.source), f.created_at,
        if(p.version is null, f.gender, p.gender),
        if(p.version is null, f.birth_year, p.birth_year),
        if(p.version is null, f.occupation, p.occupation),
        if(p.version is null, f.income_band, p.income_band),
        if(p.version is null, f.marital_status, p.marital_status),
        if(p.version is null, f.enterprise_size, p.enterprise_size),
        if(p.version is null, f.industry, p.industry),
        (select max(until_at) from customer_fact_past where until_at <= ?)
      from customer_fact f
      left join (
        select b.*, row_number() over (partition by customer_id order by version) as nth
        from customer_fact_past b where until_at > ?
      ) p on p.customer_id = f.id and p.nth = 1
      where f.created_at <= ? order by f.id
      """;

  private final AgroalDataSource source;

  CustomerFacts(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * All customers, by id in the order of its unsigned bytes.
   *
   * @param knownAt only those made until this moment, with what was known of them then, as far as
   *     {@link PastFacts} reaches back; null for all, as they are
   * @return holds a connection until it is closed
   * @throws IllegalStateException if the database fails
   */
  public Cursor open(@Nullable Instant knownAt) {
    try {
      return new Cursor(source.getConnection(), knownAt);
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
    private @Nullable Instant changed;

    private Cursor(Connection connection, @Nullable Instant knownAt) throws SQLException {
      this.connection = connection;
      try {
        select =
            connection.prepareStatement(
                knownAt == null ? ALL : ALL_AT,
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        select.setFetchSize(Integer.MIN_VALUE); // Connector/J: rows come one by one
        for (int i = 1; knownAt != null && i <= 3; i++) {
          select.setObject(i, Columns.utc(knownAt));
        }
        row = select.executeQuery();
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
    }

    /** The next customer; null behind the last. */
    public @Nullable CustomerFact next() {
      try {
        if (!row.next()) {
          return null;
        }
        LocalDateTime last = row.getObject(12, LocalDateTime.class);
        changed = last == null ? null : Columns.instant(last);
        return read(row);
      } catch (SQLException failure) {
        throw unreadable(failure);
      }
    }

    /** When facts last changed of a customer; null before the first row or where none ever did. */
    public @Nullable Instant changed() {
      return changed;
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
