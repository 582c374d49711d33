package org.kexin.loyalty;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** Reads for analyses whom members brought. Uses the {@code analysis} data source. */
@ApplicationScoped
public class ReferralReader {

  // Whoever was brought but bought nothing is no customer yet.
  private static final String BROUGHT =
      """
      select count(distinct a.id), count(r.id)
      from loyalty_account a
      left join loyalty_referral r on r.account_id = a.id and r.state <> 'RECORDED'
      where a.customer_id = ?
      """;

  private final AgroalDataSource source;

  ReferralReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** Customers whom somebody brought and who bought since; null for who was never a member. */
  public @Nullable Long broughtBy(UUID customer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(BROUGHT)) {
      select.setBytes(1, Columns.bytes(customer));
      try (ResultSet row = select.executeQuery()) {
        boolean member = row.next() && row.getLong(1) > 0;
        return member ? row.getLong(2) : null;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Referrals cannot be read.", failure);
    }
  }
}
