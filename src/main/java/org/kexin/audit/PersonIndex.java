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

/** The index "who saw this person" as it stands, compared with what the records say. */
final class PersonIndex {

  private static final int AT_ONCE = 1_000;

  private final Connection connection;
  private final PersonSum inRecords = PersonSum.fresh();

  PersonIndex(Connection connection) {
    this.connection = connection;
  }

  /** Notes what must be in the index. */
  void expect(List<PersonEntry> entries) {
    entries.forEach(inRecords::add);
  }

  /** Whether it holds what was expected, and nothing else. */
  boolean isAsExpected() throws SQLException {
    PersonSum inIndex = inRecords.another();
    try (Statement select =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Row by row: the driver would otherwise hold them all.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery("select * from access_person")) {
        while (row.next()) {
          inIndex.add(entry(row));
        }
      }
    }
    return inIndex.sameAs(inRecords);
  }

  /** The first of these entries that is not there, null if all are. */
  @Nullable PersonEntry missing(List<PersonEntry> entries) throws SQLException {
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      List<PersonEntry> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
      Set<PersonEntry> found = found(some);
      for (PersonEntry entry : some) {
        if (!found.contains(entry)) {
          return entry;
        }
      }
    }
    return null;
  }

  private Set<PersonEntry> found(List<PersonEntry> entries) throws SQLException {
    String triples = String.join(",", Collections.nCopies(entries.size(), "(?, ?, ?)"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from access_person where (customer_id, seq, place) in (" + triples + ")")) {
      int i = 0;
      for (PersonEntry entry : entries) {
        select.setBytes(++i, Columns.bytes(entry.customer()));
        select.setLong(++i, entry.seq());
        select.setInt(++i, entry.place());
      }
      Set<PersonEntry> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(entry(row));
        }
      }
      return found;
    }
  }

  private static PersonEntry entry(ResultSet row) throws SQLException {
    return new PersonEntry(
        Columns.uuid(row.getBytes("customer_id")), row.getLong("seq"), row.getInt("place"));
  }
}
