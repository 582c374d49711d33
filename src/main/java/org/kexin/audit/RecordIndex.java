package org.kexin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** An index of the records as it stands, compared with what the records say. */
final class RecordIndex {

  private static final int AT_ONCE = 1_000;

  private final Connection connection;
  private final Of of;
  private final IndexSum inRecords = IndexSum.fresh();

  /** What the records are found by. */
  enum Of {
    /** "Who saw this person." */
    PERSONS("access_person", "customer_id"),
    /** "What did this user see." */
    USERS("access_user", "user_key");

    private final String table;
    private final String key;

    Of(String table, String key) {
      this.table = table;
      this.key = key;
    }

    /** Adds an entry: its key, link and place. */
    String insert() {
      return "insert into " + table + " (" + key + ", seq, place) values (?, ?, ?)";
    }
  }

  RecordIndex(Connection connection, Of of) {
    this.connection = connection;
    this.of = of;
  }

  /** Notes what must be in the index. */
  void expect(List<IndexEntry> entries) {
    entries.forEach(inRecords::add);
  }

  /** Whether it holds what was expected, and nothing else. */
  boolean isAsExpected() throws SQLException {
    IndexSum inIndex = inRecords.another();
    try (Statement select =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Row by row: the driver would otherwise hold them all.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery("select * from " + of.table)) {
        while (row.next()) {
          inIndex.add(entry(row));
        }
      }
    }
    return inIndex.sameAs(inRecords);
  }

  /** The first of these entries that is not there, null if all are. */
  @Nullable IndexEntry missing(List<IndexEntry> entries) throws SQLException {
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      List<IndexEntry> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
      Set<IndexEntry> found = found(some);
      for (IndexEntry entry : some) {
        if (!found.contains(entry)) {
          return entry;
        }
      }
    }
    return null;
  }

  private Set<IndexEntry> found(List<IndexEntry> entries) throws SQLException {
    String triples = String.join(",", Collections.nCopies(entries.size(), "(?, ?, ?)"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from %s where (%s, seq, place) in (%s)"
                .formatted(of.table, of.key, triples))) {
      int i = 0;
      for (IndexEntry entry : entries) {
        select.setBytes(++i, Columns.bytes(entry.key()));
        select.setLong(++i, entry.seq());
        select.setInt(++i, entry.place());
      }
      Set<IndexEntry> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(entry(row));
        }
      }
      return found;
    }
  }

  private IndexEntry entry(ResultSet row) throws SQLException {
    return new IndexEntry(
        Columns.uuid(row.getBytes(of.key)), row.getLong("seq"), row.getInt("place"));
  }
}
