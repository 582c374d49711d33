package org.kexin.privacy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.PageRequest;

/** Which rules are confirmed, who works by them, and what each run did. */
@ApplicationScoped
class RetentionRecords {

  private static final String RUN = "id, rule, days, started_at, ended_at, erased, held";

  private final AgroalDataSource source;

  RetentionRecords(AgroalDataSource source) {
    this.source = source;
  }

  /** When a rule was confirmed with so many days; empty if it was not. */
  Optional<Instant> confirmedAt(RetentionRule rule, int days) {
    return query(
            "select confirmed_at from retention_rule where name = ? and days = ?",
            row -> Columns.instant(row.getObject(1, LocalDateTime.class)),
            rule.name(),
            days)
        .stream()
        .findFirst();
  }

  void confirm(RetentionRule rule, int days, Instant at, String by) {
    update(
        """
        insert into retention_rule (name, days, confirmed_at, confirmed_by, claimed_until)
        values (?, ?, ?, ?, ?)
        on duplicate key update days = values(days), confirmed_at = values(confirmed_at),
          confirmed_by = values(confirmed_by)
        """,
        rule.name(),
        days,
        Columns.utc(at),
        by,
        Columns.utc(at));
  }

  /** Whether this pod alone may work by the rule for that long; never if it is not confirmed. */
  boolean claim(RetentionRule rule, int days, Duration lease) {
    return update(
            """
            update retention_rule set claimed_until = timestampadd(second, ?, utc_timestamp(6))
            where name = ? and days = ? and claimed_until <= utc_timestamp(6)
            """,
            lease.toSeconds(),
            rule.name(),
            days)
        == 1;
  }

  void add(RetentionRun run) {
    update(
        "insert into retention_run (" + RUN + ") values (?, ?, ?, ?, ?, ?, ?)",
        Columns.bytes(run.id()),
        run.rule().name(),
        run.days(),
        Columns.utc(run.startedAt()),
        Columns.utc(run.endedAt()),
        run.erased(),
        run.held());
  }

  /** One page of runs, newest first. */
  List<RetentionRun> runs(PageRequest page) {
    UUID after = page.afterId();
    return query(
        "select " + RUN + " from retention_run where ? is null or id < ? order by id desc limit ?",
        row ->
            new RetentionRun(
                Columns.uuid(row.getBytes(1)),
                RetentionRule.valueOf(row.getString(2)),
                row.getInt(3),
                Columns.instant(row.getObject(4, LocalDateTime.class)),
                Columns.instant(row.getObject(5, LocalDateTime.class)),
                row.getLong(6),
                row.getLong(7)),
        Columns.bytesOrNull(after),
        Columns.bytesOrNull(after),
        page.rowsToRead());
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reading.of(row));
        }
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException("Retention records cannot be read.", failure);
    }
  }

  private int update(String sql, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      return update.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("Retention records cannot be written.", failure);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
