package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** Whose birthday it is, for care: ids only, in their order. */
@ApplicationScoped
public class Birthdays {

  private static final UUID FIRST = new UUID(0, 0);
  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("MM-dd");

  private final AgroalDataSource source;

  Birthdays(AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Live customers, not restricted, who were born on one of these days of a year, from behind one
   * on.
   *
   * @param days one, or 28 and 29 February
   * @param after null to begin
   */
  public List<UUID> on(Collection<MonthDay> days, @Nullable UUID after, int limit) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id from customer where birthday in ("
                    + Columns.parameters(days)
                    + ") and deleted_at is null and restricted_at is null and id > ?"
                    + " order by id limit ?")) {
      int next = Columns.bindTexts(select, 1, days.stream().map(TEXT::format).toList());
      select.setBytes(next, Columns.bytes(after == null ? FIRST : after));
      select.setInt(next + 1, limit);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(Columns.uuid(row.getBytes(1)));
        }
      }
      return ids;
    } catch (SQLException failure) {
      throw new IllegalStateException("Birthdays cannot be read.", failure);
    }
  }
}
