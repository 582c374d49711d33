package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Columns;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * Which imports hold whose facts. A raw file is sealed as a whole, so erasing one of the persons in
 * it destroys the key of the whole file; the customers that were made of it stay. What can no
 * longer be read is swept away afterwards, a little at a time ({@link RawFileSweep}).
 */
@ApplicationScoped
class ImportedPersons implements PersonalDataHolder {

  private static final String CHUNK = "import_chunk";
  private static final String REFUSAL = "import_refusal";
  private static final String LINK = "import_customer";

  private final DataSource source;
  private final DataKeys keys;
  private final ImportConfig config;

  ImportedPersons(DataSource source, DataKeys keys, ImportConfig config) {
    this.source = source;
    this.keys = keys;
    this.config = config;
  }

  /** An import that a person's facts came by, as the person is told. */
  record Collected(UUID importId, String kind, Instant receivedAt, boolean rawFileKept) {}

  /** Notes that the raw file of a run holds these persons; within the caller's transaction. */
  void add(UUID importId, Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert ignore into import_customer (customer_id, import_id) values (?, ?)")) {
      // In order, so that two batches that meet wait for each other and do not deadlock.
      for (UUID person : new TreeSet<>(persons)) {
        Sql.bind(insert, person, importId);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of(LINK, "import_run", CHUNK, REFUSAL);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    for (Run run : runsOf(person)) {
      file.add("imports", new Collected(run.id(), run.kind(), run.receivedAt(), run.isReadable()));
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    List<Run> runs = runsOf(person);
    if (runs.stream().anyMatch(run -> !run.hasEnded())) {
      throw new ProblemException(
          ProblemCode.NOT_READY,
          "An import under way holds this person; erase again when it has ended.");
    }
    long files = 0;
    long refusals = 0;
    for (Run run : runs) {
      refusals += count("select count(*) from import_refusal where import_id = ?", run.id());
      files += keys.destroy(run.id());
      update("update import_run set name = null where id = ?", run.id());
    }
    long links = update("delete from import_customer where customer_id = ?", person);
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(FieldOutcome.erased(CHUNK, files, "bytes"));
    outcomes.addAll(FieldOutcome.erased(REFUSAL, refusals, "raw"));
    outcomes.addAll(FieldOutcome.erased("import_run", runs.size(), "name"));
    outcomes.addAll(FieldOutcome.erased(LINK, links, "customer_id", "import_id"));
    outcomes.addAll(purchases());
    return outcomes;
  }

  /** Files of purchases name customers by a number that leads nowhere once they are erased. */
  private List<FieldOutcome> purchases() {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select count(*), max(ended_at) from import_run r
                where kind in ('transactions', 'retail-lines')
                  and exists (select 1 from data_key k where k.owner = r.id)
                """);
        ResultSet row = select.executeQuery()) {
      row.next();
      LocalDateTime last = row.getObject(2, LocalDateTime.class);
      return FieldOutcome.kept(
          CHUNK,
          0,
          "Sealed files of purchases name customers by a number of another system only.",
          last == null
              ? null
              : KeepingTerms.until(
                  Columns.instant(last), Period.ofDays((int) config.rawFilesKept().toDays())),
          "bytes (files of purchases)");
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private record Run(
      UUID id, String kind, Instant receivedAt, @Nullable Instant endedAt, boolean isReadable) {

    boolean hasEnded() {
      return endedAt != null;
    }
  }

  private List<Run> runsOf(UUID person) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select r.id, r.kind, r.created_at, r.ended_at,
                  exists (select 1 from data_key k where k.owner = r.id)
                from import_customer c join import_run r on r.id = c.import_id
                where c.customer_id = ? order by r.id
                """)) {
      Sql.bind(select, person);
      List<Run> runs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime ended = row.getObject(4, LocalDateTime.class);
          runs.add(
              new Run(
                  Columns.uuid(row.getBytes(1)),
                  row.getString(2),
                  Columns.instant(row.getObject(3, LocalDateTime.class)),
                  ended == null ? null : Columns.instant(ended),
                  row.getBoolean(5)));
        }
      }
      return runs;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private long count(String sql, UUID id) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      Sql.bind(select, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private long update(String sql, UUID id) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      Sql.bind(update, id);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }
}
