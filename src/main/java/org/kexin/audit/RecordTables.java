package org.kexin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/** The records as they stand, compared with what was written. */
final class RecordTables {

  private static final int AT_ONCE = 1_000;
  private static final int SURPLUS_PAGE = 10_000;

  /** Between the moment an id is made and the commit lies the patience of an answer, and clocks. */
  private static final Duration ID_TO_COMMIT = Duration.ofMinutes(5);

  /** 9000-01-01, which a column can hold. */
  private static final long LATEST_MILLIS = 221_845_392_000_000L;

  private final Connection connection;
  private final Map<UUID, AccessRecord> found = new HashMap<>();
  private final Set<Person> persons = new HashSet<>();
  private long personsSeen;

  RecordTables(Connection connection) {
    this.connection = connection;
  }

  private record Person(UUID customer, UUID access) {}

  /** Reads the records of these batches in as few round trips as is sensible. */
  void prefetch(List<ChainTables.Stored> page) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    for (ChainTables.Stored stored : page) {
      AccessBatch batch = stored.batch();
      ids.addAll(batch == null ? List.of() : batch.records());
    }
    fetch(ids);
  }

  /**
   * The first record of the batch that is not as it was written, null if there is none.
   *
   * @param first number of the batch's first record, null if it is not in the chain yet
   */
  @Nullable Finding compare(AccessBatch batch, @Nullable Long first) throws SQLException {
    if (!found.keySet().containsAll(batch.records())) {
      fetch(batch.records());
    }
    for (int i = 0; i < batch.size(); i++) {
      UUID id = batch.records().get(i);
      Long number = first == null ? null : Long.valueOf(first + i);
      AccessRecord record = found.get(id);
      if (record == null) {
        return new Finding(Finding.Kind.RECORD_MISSING, number, id, "the record is gone");
      }
      if (!AccessLeaf.of(record).equals(batch.leaves().get(i))) {
        return new Finding(
            Finding.Kind.RECORD_CHANGED, number, id, "the record differs from what was written");
      }
      for (UUID customer : record.persons()) {
        if (!persons.contains(new Person(customer, id))) {
          return new Finding(
              Finding.Kind.PERSONS_CHANGED, number, id, "the record is not found by its person");
        }
      }
      personsSeen += record.persons().size();
    }
    return null;
  }

  /** A record or person beyond those that were compared, null if there is none. */
  @Nullable Finding surplus(long compared) throws SQLException {
    if (count("access_record") > compared) {
      return forged();
    }
    if (count("access_person") > personsSeen) {
      return new Finding(
          Finding.Kind.PERSONS_CHANGED,
          null,
          strayPerson(),
          "the index of persons names somebody whom the record does not");
    }
    return null;
  }

  private void fetch(List<UUID> ids) throws SQLException {
    found.clear();
    persons.clear();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      fetchSome(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
    }
  }

  private void fetchSome(List<UUID> ids) throws SQLException {
    List<Person> expected = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from access_record where id in (" + Columns.parameters(ids) + ")")) {
      Columns.bind(select, 1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          AccessRecord record = AccessRecords.read(row);
          found.put(record.id(), record);
          record.persons().forEach(person -> expected.add(new Person(person, record.id())));
        }
      }
    }
    for (int from = 0; from < expected.size(); from += AT_ONCE) {
      fetchPersons(expected.subList(from, Math.min(from + AT_ONCE, expected.size())));
    }
  }

  private void fetchPersons(List<Person> expected) throws SQLException {
    String pairs = String.join(",", Collections.nCopies(expected.size(), "(?, ?)"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select customer_id, access_id from access_person where (customer_id, access_id) in ("
                + pairs
                + ")")) {
      int i = 0;
      for (Person person : expected) {
        select.setBytes(++i, Columns.bytes(person.customer()));
        select.setBytes(++i, Columns.bytes(person.access()));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          persons.add(new Person(Columns.uuid(row.getBytes(1)), Columns.uuid(row.getBytes(2))));
        }
      }
    }
  }

  /** The link of the batch with this record; empty if it is in no chained batch. */
  Optional<ChainLink> linkOf(UUID record) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select c.*, b.record_ids from access_batch b
            join access_chain c on c.writer = b.writer and c.number = b.number
            where b.written_at between ? and ?
            """)) {
      select.setObject(1, Columns.utc(time(record).minus(ID_TO_COMMIT)));
      select.setObject(2, Columns.utc(time(record).plus(ID_TO_COMMIT)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (AccessBatch.ids(row.getBytes("record_ids")).contains(record)) {
            return Optional.of(ChainTables.link(row));
          }
        }
      }
      return Optional.empty();
    }
  }

  private long count(String table) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*) from " + table);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** There is one; each page of ids is looked up among the batches of its time. */
  private Finding forged() throws SQLException {
    UUID after = new UUID(0, 0);
    for (List<UUID> page = idsAfter(after); !page.isEmpty(); page = idsAfter(after)) {
      Set<UUID> written = idsOfBatches(page.getFirst(), page.getLast());
      for (UUID id : page) {
        if (!written.contains(id)) {
          return new Finding(Finding.Kind.RECORD_FORGED, null, id, "no writer wrote this record");
        }
      }
      after = page.getLast();
    }
    return new Finding(
        Finding.Kind.RECORD_FORGED, null, null, "there are more records than were written");
  }

  private List<UUID> idsAfter(UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id from access_record where id > ? order by id limit " + SURPLUS_PAGE)) {
      select.setBytes(1, Columns.bytes(id));
      return ids(select);
    }
  }

  private Set<UUID> idsOfBatches(UUID first, UUID last) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select record_ids from access_batch where written_at between ? and ?")) {
      select.setObject(1, Columns.utc(time(first).minus(ID_TO_COMMIT)));
      select.setObject(2, Columns.utc(time(last).plus(ID_TO_COMMIT)));
      Set<UUID> ids = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.addAll(AccessBatch.ids(row.getBytes(1)));
        }
      }
      return ids;
    }
  }

  private @Nullable UUID strayPerson() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select p.access_id from access_person p left join access_record r on r.id = p.access_id
            where r.id is null or locate(p.customer_id, r.persons) = 0 limit 1
            """)) {
      List<UUID> stray = ids(select);
      return stray.isEmpty() ? null : stray.getFirst();
    }
  }

  private static List<UUID> ids(PreparedStatement select) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(Columns.uuid(Objects.requireNonNull(row.getBytes(1))));
      }
    }
    return ids;
  }

  /** When a UUID version 7 was made; what a forger made up may lie beyond every date. */
  private static Instant time(UUID id) {
    return Instant.ofEpochMilli(Math.min(id.getMostSignificantBits() >>> 16, LATEST_MILLIS));
  }
}
