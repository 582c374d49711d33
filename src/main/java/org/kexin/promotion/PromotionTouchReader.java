package org.kexin.promotion;

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
 * Reads when customers were contacted about promotions and when they responded, each in one pass
 * with memory that does not grow with their number. Uses the {@code analysis} data source.
 */
@ApplicationScoped
public class PromotionTouchReader {

  private static final String CONTACTS =
      """
      select customer_id, greatest(contacted_at, recorded_at)
      from promotion_contact force index (promotion_contact_customer)
      %s
      order by customer_id, contacted_at, id
      """;

  private static final String RESPONSES =
      """
      select customer_id, greatest(responded_at, recorded_at)
      from promotion_response force index (promotion_response_customer)
      %s
      order by customer_id, responded_at, id
      """;

  private final AgroalDataSource source;

  PromotionTouchReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every contact to {@code consumer}: by customer, ids in the order of their unsigned bytes.
   *
   * @param customer only theirs; null for those of all
   * @throws IllegalStateException if the database fails while reading
   */
  public void streamContacts(@Nullable UUID customer, Consumer<PromotionTouch> consumer) {
    read(CONTACTS, false, customer, consumer);
  }

  /** As {@link #streamContacts}, the responses. */
  public void streamResponses(@Nullable UUID customer, Consumer<PromotionTouch> consumer) {
    read(RESPONSES, true, customer, consumer);
  }

  private void read(
      String table, boolean response, @Nullable UUID customer, Consumer<PromotionTouch> consumer) {
    String sql = table.formatted(customer == null ? "" : "where customer_id = ?");
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
              new PromotionTouch(
                  Columns.uuid(row.getBytes(1)),
                  response,
                  Columns.instant(row.getObject(2, LocalDateTime.class))));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Promotions cannot be read.", failure);
    }
  }
}
