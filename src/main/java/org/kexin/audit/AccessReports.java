package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** What the access records come to, from the sums that {@link AccessWatch} keeps. */
@ApplicationScoped
public class AccessReports {

  private static final String BY_PERIOD =
      """
      select %s as period, department, purpose, sum(accesses) as accesses,
        sum(person_views) as person_views, sum(changes) as changes, sum(unmaskings) as unmaskings,
        sum(break_glass) as break_glass, sum(denials) as denials
      from access_day where day between ? and ?
      group by period, department, purpose order by period, department, purpose
      limit ? offset ?
      """;
  private static final String FINDINGS =
      "select * from access_finding where id < ? order by id desc limit ?";
  private static final UUID NEWEST = new UUID(-1, -1);

  private final AgroalDataSource source;
  private final AccessWatch watch;

  AccessReports(@DataSource("audit") AgroalDataSource source, AccessWatch watch) {
    this.source = source;
    this.watch = watch;
  }

  /** What is counted together. */
  public enum Period {
    DAY,
    MONTH
  }

  /**
   * Sums by period, department and purpose, in this order.
   *
   * @param from first day
   * @param to last day
   */
  public Page<DepartmentReport> departments(
      LocalDate from, LocalDate to, Period period, PageRequest page) {
    try {
      if (page.after() == null) {
        watch.catchUp();
      }
      // The window bounds the rows to a few thousand sums, so counting rows off costs little, and
      // no department's name stands in a page token.
      long offset = page.afterNumbers(1, 0)[0];
      List<DepartmentReport> rows = select(from, to, period, page.rowsToRead(), offset);
      return Page.of(rows, page, last -> String.valueOf(offset + page.size()));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Unusual reading, newest first, as it was found by the hours that are over. */
  public Page<FoundReading> findings(PageRequest page) {
    UUID after = page.afterId();
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(FINDINGS)) {
      select.setBytes(1, Columns.bytes(after == null ? NEWEST : after));
      select.setInt(2, page.rowsToRead());
      List<FoundReading> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new FoundReading(
                  Columns.uuid(row.getBytes("id")),
                  Columns.instant(row.getObject("hour", LocalDateTime.class)),
                  row.getString("user_id"),
                  UnusualReading.Kind.valueOf(row.getString("kind")),
                  row.getLong("observed"),
                  row.getObject("usual", Long.class),
                  row.getLong("threshold")));
        }
      }
      return Page.of(rows, page, found -> found.id().toString());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * An hour of reading that was found unusual.
   *
   * @param usual median of the hours compared with, null where nothing was compared
   */
  public record FoundReading(
      UUID id,
      Instant hour,
      String userId,
      UnusualReading.Kind kind,
      long observed,
      @Nullable Long usual,
      long threshold) {}

  private List<DepartmentReport> select(
      LocalDate from, LocalDate to, Period period, int limit, long offset) throws SQLException {
    String begin = period == Period.DAY ? "day" : "cast(date_format(day, '%Y-%m-01') as date)";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_PERIOD.replace("%s", begin))) {
      select.setObject(1, from);
      select.setObject(2, to);
      select.setInt(3, limit);
      select.setLong(4, offset);
      List<DepartmentReport> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new DepartmentReport(
                  row.getObject("period", LocalDate.class),
                  orAbsent(row.getString("department")),
                  orAbsent(row.getString("purpose")),
                  row.getLong("accesses"),
                  row.getLong("person_views"),
                  row.getLong("changes"),
                  row.getLong("unmaskings"),
                  row.getLong("break_glass"),
                  row.getLong("denials")));
        }
      }
      return rows;
    }
  }

  private static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  private static IllegalStateException unreadable(SQLException cause) {
    return new IllegalStateException("The reports cannot be read.", cause);
  }
}
