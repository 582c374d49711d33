package org.kexin.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;

/**
 * Takes raw files away: those whose time is over lose their key, and what has no key any more loses
 * its rows. Any number of pods at once; each statement does nothing where another was first.
 */
@ApplicationScoped
class RawFileSweep {

  private static final int RUNS_AT_ONCE = 100;

  /** A megabyte each: more in one transaction would stop replication for as long. */
  private static final int CHUNKS_AT_ONCE = 16;

  private static final int REFUSALS_AT_ONCE = 1_000;

  private final DataSource source;
  private final DataKeys keys;
  private final ImportConfig config;
  private final Clock clock;

  RawFileSweep(DataSource source, DataKeys keys, ImportConfig config, Clock clock) {
    this.source = source;
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "3m")
  void sweep() {
    runs(
            """
            select id from import_run r where ended_at < ?
              and exists (select 1 from data_key k where k.owner = r.id) limit ?
            """,
            clock.now().minus(config.rawFilesKept()))
        .forEach(this::forget);
    for (UUID run :
        runs(
            """
            select id from import_run r where ended_at <= ?
              and not exists (select 1 from data_key k where k.owner = r.id)
              and (exists (select 1 from import_chunk c where c.import_id = r.id)
                or exists (select 1 from import_refusal f where f.import_id = r.id)) limit ?
            """,
            clock.now())) {
      deleteAll("delete from import_chunk where import_id = ? limit ?", run, CHUNKS_AT_ONCE);
      deleteAll("delete from import_refusal where import_id = ? limit ?", run, REFUSALS_AT_ONCE);
    }
  }

  @Transactional
  void forget(UUID run) {
    keys.destroy(run);
    delete("delete from import_customer where import_id = ?", run);
  }

  private List<UUID> runs(String sql, Instant moment) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      Sql.bind(select, moment, RUNS_AT_ONCE);
      List<UUID> runs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(Columns.uuid(row.getBytes(1)));
        }
      }
      return runs;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private void deleteAll(String sql, UUID run, int atOnce) {
    while (delete(sql, run, atOnce) == atOnce) {
      // Until one finds fewer than it may delete.
    }
  }

  private int delete(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      Sql.bind(delete, values);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }
}
