package org.kexin.interaction;

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
 * Reads when there were contacts, in one pass with memory that does not grow with their number.
 * Uses the {@code analysis} data source.
 */
@ApplicationScoped
public class InteractionReader {

  private static final String SELECT =
      """
      select customer_id, direction, greatest(occurred_at, recorded_at)
      from interaction force index (interaction_customer)
      """;

  private static final String ORDER = " order by customer_id, occurred_at, id";

  private final AgroalDataSource source;

  InteractionReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every contact to {@code consumer}: by customer, ids in the order of their unsigned bytes.
   *
   * @param customer only theirs; null for those of all
   * @throws IllegalStateException if the database fails while reading
   */
  public void stream(@Nullable UUID customer, Consumer<InteractionMoment> consumer) {
    String sql = SELECT + (customer == null ? "" : "where customer_id = ?") + ORDER;
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (customer != null) {
        select.setBytes(1, Columns.bytes(customer));
      }
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(
              new InteractionMoment(
                  Columns.uuid(row.getBytes(1)),
                  Direction.valueOf(row.getString(2)) == Direction.INCOMING,
                  Columns.instant(row.getObject(3, LocalDateTime.class))));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Interactions cannot be read.", failure);
    }
  }
}
