package org.kexin.complaint;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.kexin.shared.Columns;

/**
 * Reads complaints for analyses in one pass, with memory that does not grow with their number. Uses
 * the {@code analysis} data source, whose user cannot read what was said.
 */
@ApplicationScoped
public class ComplaintStream {

  private static final String COMPLAINTS =
      """
      select customer_id, category_id, cause, product_id, severity, rating, reopen_count,
        received_at, recorded_at, resolved_at
      from complaint force index (complaint_recorded) order by recorded_at, id
      """;

  private static final String CATEGORIES = "select id, code from complaint_category";

  private final AgroalDataSource source;

  ComplaintStream(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every complaint to {@code consumer}, in the order in which they came to be known. What
   * the consumer throws ends the reading and is thrown on.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public void read(Consumer<ComplaintRow> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                COMPLAINTS, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(read(row));
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** Codes of the categories, by id. */
  public Map<UUID, String> categories() {
    Map<UUID, String> codes = new HashMap<>();
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(CATEGORIES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        codes.put(Columns.uuid(row.getBytes(1)), row.getString(2));
      }
      return codes;
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  private static ComplaintRow read(ResultSet row) throws SQLException {
    LocalDateTime resolved = row.getObject(10, LocalDateTime.class);
    return new ComplaintRow(
        Columns.uuid(row.getBytes(1)),
        Columns.uuid(row.getBytes(2)),
        row.getString(3),
        Columns.uuidOrNull(row.getBytes(4)),
        Severity.valueOf(row.getString(5)),
        row.getObject(6, Integer.class),
        row.getInt(7),
        Columns.instant(row.getObject(8, LocalDateTime.class)),
        Columns.instant(row.getObject(9, LocalDateTime.class)),
        resolved == null ? null : Columns.instant(resolved));
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Complaints cannot be read.", failure);
  }
}
