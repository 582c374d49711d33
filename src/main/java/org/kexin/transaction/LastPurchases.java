package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kexin.shared.Columns;

/** When customers bought or returned something last. */
@ApplicationScoped
public class LastPurchases {

  private final AgroalDataSource source;

  LastPurchases(AgroalDataSource source) {
    this.source = source;
  }

  /** The last of each of these customers, in one round trip; who never bought is absent. */
  public Map<UUID, Instant> of(Collection<UUID> customers) {
    Map<UUID, Instant> last = new HashMap<>();
    if (customers.isEmpty()) {
      return last;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select customer_id, max(occurred_at) from sales_transaction where customer_id in ("
                    + Columns.parameters(customers)
                    + ") group by customer_id")) {
      Columns.bind(select, 1, customers);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          last.put(
              Columns.uuid(row.getBytes(1)),
              Columns.instant(row.getObject(2, LocalDateTime.class)));
        }
      }
      return last;
    } catch (SQLException failure) {
      throw new IllegalStateException("Purchases cannot be read.", failure);
    }
  }
}
