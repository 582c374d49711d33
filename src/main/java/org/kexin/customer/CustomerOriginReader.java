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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Reads how customers became known, in one pass with memory that does not grow with their number.
 * Deleted and restricted customers are left out. Uses the {@code analysis} data source.
 */
@ApplicationScoped
public class CustomerOriginReader {

  private static final String ONE =
      """
      select id, kind, source, created_at from customer
      where deleted_at is null and restricted_at is null and id = ?
      """;

  /** With the source that was known at the moment, see {@link PastFacts}. */
  private static final String ALL =
      """
      select c.id, c.kind, coalesce(p.source, c.source), c.created_at,
        (select max(until_at) from customer_fact_past where until_at <= ?)
      from customer c
      left join (
        select customer_id, source,
          row_number() over (partition by customer_id order by version) as nth
        from customer_fact_past where until_at > ?
      ) p on p.customer_id = c.id and p.nth = 1
      where c.deleted_at is null and c.restricted_at is null
        and c.created_at <= ?
      order by c.id
      """;

  private static final LocalDateTime EVER = LocalDateTime.of(9999, 12, 31, 0, 0);

  private final AgroalDataSource source;

  CustomerOriginReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every customer to {@code consumer}, ids in the order of their unsigned bytes.
   *
   * @param knownAt only those made until this moment, with what was known of them then; null for
   *     all, as they are
   * @return when facts of a customer last changed; null where none did
   * @throws IllegalStateException if the database fails while reading
   */
  public @Nullable Instant stream(@Nullable Instant knownAt, Consumer<CustomerOrigin> consumer) {
    LocalDateTime known = knownAt == null ? EVER : Columns.utc(knownAt);
    LocalDateTime changed = null;
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(ALL)) {
      for (int i = 1; i <= 3; i++) {
        select.setObject(i, known);
      }
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(origin(row));
          changed = row.getObject(5, LocalDateTime.class);
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
    return changed == null ? null : Columns.instant(changed);
  }

  /** One customer; empty if there is none, or one who is deleted or restricted. */
  public Optional<CustomerOrigin> of(UUID customer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setBytes(1, Columns.bytes(customer));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(origin(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  private static CustomerOrigin origin(ResultSet row) throws SQLException {
    return new CustomerOrigin(
        Columns.uuid(row.getBytes(1)),
        Kind.valueOf(row.getString(2)),
        Source.valueOf(row.getString(3)),
        Columns.instant(row.getObject(4, LocalDateTime.class)));
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Customers cannot be read.", failure);
  }
}
