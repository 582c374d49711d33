package org.kexin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** The tables summed up from the log, over a connection whose transactions are the caller's. */
final class WatchTables {

  private static final String TURN =
      "select seq, judged_until from access_watch where id = 1 for update";
  private static final String ADD_DAY =
      """
      insert into access_day (day, department, purpose, accesses, person_views, changes, unmaskings,
        break_glass, denials) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on duplicate key update accesses = accesses + values(accesses),
        person_views = person_views + values(person_views), changes = changes + values(changes),
        unmaskings = unmaskings + values(unmaskings),
        break_glass = break_glass + values(break_glass), denials = denials + values(denials)
      """;
  private static final String ADD_HOUR =
      """
      insert into access_hour (hour, user_key, user_id, role, accesses, person_views, bulk_views,
        downloads, first_seq, last_seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on duplicate key update role = values(role), accesses = accesses + values(accesses),
        person_views = person_views + values(person_views),
        bulk_views = bulk_views + values(bulk_views), downloads = downloads + values(downloads),
        first_seq = least(first_seq, values(first_seq)),
        last_seq = greatest(last_seq, values(last_seq))
      """;
  private static final String OWN =
      "select person_views from access_hour where user_key = ? and hour >= ? and hour < ?"
          + " order by hour desc limit 2000";
  private static final String OTHERS =
      "select role, user_key, person_views from access_hour where hour >= ? and hour < ?"
          + " order by hour desc limit 100000";

  private final Connection connection;

  WatchTables(Connection connection) {
    this.connection = connection;
  }

  /** How far the log was summed up and judged. */
  record Bookmark(long seq, Instant judgedUntil) {}

  /** What a user with these roles saw in an hour. */
  record Other(UUID userKey, long personViews) {}

  /** The bookmark, locked; empty if another pod has it and is not waited for. */
  Optional<Bookmark> takeTurn(boolean wait) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(wait ? TURN : TURN + " skip locked");
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Bookmark(
                  row.getLong("seq"),
                  Columns.instant(row.getObject("judged_until", LocalDateTime.class))))
          : Optional.empty();
    }
  }

  void moveTo(Bookmark bookmark) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update access_watch set seq = ?, judged_until = ? where id = 1")) {
      update.setLong(1, bookmark.seq());
      update.setObject(2, Columns.utc(bookmark.judgedUntil()));
      update.executeUpdate();
    }
  }

  void add(AccessSums sums) throws SQLException {
    addDays(sums.days());
    addHours(sums.hours());
    // A record that was forged with the id of another must not stop the sums.
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert ignore into access_justification (record_id, kind, seq, place) values (?, ?, ?, ?)")) {
      for (AccessSums.Justified justified : sums.justified()) {
        insert.setBytes(1, Columns.bytes(justified.record()));
        insert.setString(2, justified.kind().name());
        insert.setLong(3, justified.seq());
        insert.setInt(4, justified.place());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void addDays(Map<AccessSums.Key, AccessSums.Counts> days) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_DAY)) {
      for (Map.Entry<AccessSums.Key, AccessSums.Counts> day : days.entrySet()) {
        AccessSums.Counts counts = day.getValue();
        insert.setObject(1, day.getKey().day());
        insert.setString(2, day.getKey().department());
        insert.setString(3, day.getKey().purpose());
        insert.setLong(4, counts.accesses());
        insert.setLong(5, counts.personViews());
        insert.setLong(6, counts.changes());
        insert.setLong(7, counts.unmaskings());
        insert.setLong(8, counts.breakGlass());
        insert.setLong(9, counts.denials());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void addHours(List<ReadingHour> hours) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_HOUR)) {
      for (ReadingHour hour : hours) {
        insert.setObject(1, Columns.utc(hour.hour()));
        insert.setBytes(2, Columns.bytes(hour.userKey()));
        insert.setString(3, hour.userId());
        insert.setString(4, hour.role());
        insert.setLong(5, hour.accesses());
        insert.setLong(6, hour.personViews());
        insert.setLong(7, hour.bulkViews());
        insert.setLong(8, hour.downloads());
        insert.setLong(9, hour.firstSeq());
        insert.setLong(10, hour.lastSeq());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The first hour with reading from then on; null if there is none. */
  @Nullable Instant firstHour(Instant from) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select min(hour) from access_hour where hour >= ?")) {
      select.setObject(1, Columns.utc(from));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        LocalDateTime hour = row.getObject(1, LocalDateTime.class);
        return hour == null ? null : Columns.instant(hour);
      }
    }
  }

  List<ReadingHour> readers(Instant hour) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from access_hour where hour = ?")) {
      select.setObject(1, Columns.utc(hour));
      List<ReadingHour> readers = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          readers.add(
              new ReadingHour(
                  row.getString("user_id"),
                  row.getString("role"),
                  hour,
                  row.getLong("accesses"),
                  row.getLong("person_views"),
                  row.getLong("bulk_views"),
                  row.getLong("downloads"),
                  row.getLong("first_seq"),
                  row.getLong("last_seq")));
        }
      }
      return readers;
    }
  }

  /** Persons seen in each of a user's hours in that span. */
  long[] own(UUID userKey, Instant from, Instant before) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OWN)) {
      select.setBytes(1, Columns.bytes(userKey));
      select.setObject(2, Columns.utc(from));
      select.setObject(3, Columns.utc(before));
      List<Long> own = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          own.add(row.getLong(1));
        }
      }
      return own.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /** All readers' hours in that span, by their roles. */
  Map<String, List<Other>> byRole(Instant from, Instant before) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OTHERS)) {
      select.setObject(1, Columns.utc(from));
      select.setObject(2, Columns.utc(before));
      Map<String, List<Other>> byRole = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byRole
              .computeIfAbsent(row.getString("role"), role -> new ArrayList<>())
              .add(new Other(Columns.uuid(row.getBytes("user_key")), row.getLong("person_views")));
        }
      }
      return byRole;
    }
  }

  void insert(UUID id, ReadingHour hour, UnusualReading reason) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into access_finding (id, hour, user_id, kind, observed, usual, threshold)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, Columns.bytes(id));
      insert.setObject(2, Columns.utc(hour.hour()));
      insert.setString(3, hour.userId());
      insert.setString(4, reason.kind().name());
      insert.setLong(5, reason.observed());
      insert.setObject(6, reason.usual());
      insert.setLong(7, reason.threshold());
      insert.executeUpdate();
    }
  }
}
