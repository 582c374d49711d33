package org.kexin.complaint;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** What happened to a customer's complaints, on their time line: each event. */
@ApplicationScoped
class ComplaintTimeLine implements TimeLineSource {

  private static final String KIND = "COMPLAINT";

  private static final String SELECT =
      "select id, complaint_id, kind, occurred_at from complaint_event where customer_id = ?";

  // The first half alone is what the index can begin at.
  private static final String BEHIND = " and occurred_at <= ? and (occurred_at < ? or id < ?)";

  private static final String ORDER = " order by occurred_at desc, id desc limit ?";

  private final AgroalDataSource source;

  ComplaintTimeLine(AgroalDataSource source) {
    this.source = source;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, TimeLineEntry.@Nullable Position behind, int limit) {
    String sql = SELECT + (behind == null ? "" : BEHIND) + ORDER;
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      select.setBytes(next++, Columns.bytes(person));
      if (behind != null) {
        LocalDateTime moment = Columns.utc(behind.occurredAt());
        select.setObject(next++, moment);
        select.setObject(next++, moment);
        select.setBytes(next++, Columns.bytes(behind.id()));
      }
      select.setInt(next, limit);
      List<TimeLineEntry> entries = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(
              new TimeLineEntry(
                  KIND,
                  Columns.instant(row.getObject(4, LocalDateTime.class)),
                  Columns.uuid(row.getBytes(1)),
                  Columns.uuid(row.getBytes(2)),
                  row.getString(3)));
        }
      }
      return entries;
    } catch (SQLException failure) {
      throw new IllegalStateException("Events of complaints cannot be read.", failure);
    }
  }
}
