package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
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

  private static final String SELECT =
      """
      select id, kind, source, created_at from customer
      where deleted_at is null and restricted_at is null and (? is null or id = ?)
      order by id
      """;

  private final AgroalDataSource source;

  CustomerOriginReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every customer to {@code consumer}, ids in the order of their unsigned bytes.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public void stream(Consumer<CustomerOrigin> consumer) {
    read(null, consumer);
  }

  /** As {@link #stream}, one customer. */
  public void streamOf(UUID customer, Consumer<CustomerOrigin> consumer) {
    read(customer, consumer);
  }

  private void read(@Nullable UUID customer, Consumer<CustomerOrigin> consumer) {
    byte[] id = Columns.bytesOrNull(customer);
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setBytes(1, id);
      select.setBytes(2, id);
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(
              new CustomerOrigin(
                  Columns.uuid(row.getBytes(1)),
                  Kind.valueOf(row.getString(2)),
                  Source.valueOf(row.getString(3)),
                  Columns.instant(row.getObject(4, LocalDateTime.class))));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Customers cannot be read.", failure);
    }
  }
}
