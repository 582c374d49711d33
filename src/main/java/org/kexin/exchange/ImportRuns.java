package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.PageRequest;

/**
 * The rows of import runs.
 *
 * <p>Plain JDBC: every change is one conditional UPDATE whose WHERE names the upload or epoch that
 * it belongs to, so that who has lost a run cannot write to it. Within a transaction the statements
 * are part of it, otherwise each commits by itself. Leases are measured by the clock of the
 * database, the only one that all pods share.
 */
@ApplicationScoped
class ImportRuns {

  private static final String LEASE = "timestampadd(microsecond, ?, utc_timestamp(6))";

  private final DataSource source;
  private final DataKeys keys;
  private final Submitters submitters;
  private final Clock clock;

  ImportRuns(DataSource source, DataKeys keys, Submitters submitters, Clock clock) {
    this.source = source;
    this.keys = keys;
    this.submitters = submitters;
    this.clock = clock;
  }

  /**
   * Adds a run that waits for its file, with a data key for that, unless its key has one already.
   *
   * @param keyHash of the caller, kind and idempotency key
   * @return the run of this key
   */
  @Transactional
  ImportRun findOrAdd(byte[] keyHash, NewRun wanted) {
    int added =
        update(
            """
        insert ignore into import_run (id, key_hash, kind, name, format, submitted_by, submitter, state,
          bytes_total, bytes_done, lines_read, accepted, unchanged, refused, upload, epoch,
          failures, lease_until, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, 'RECEIVING', 0, 0, 0, 0, 0, 0, 0, 0, 0, utc_timestamp(6), ?, ?)
        """,
            wanted.id(),
            keyHash,
            wanted.kind(),
            wanted.name(),
            wanted.format().name(),
            wanted.submitter().userId(),
            submitters.text(wanted.submitter()),
            clock.now(),
            clock.now());
    if (added == 1) {
      keys.create(wanted.id());
    }
    return select("where key_hash = ?", keyHash).getFirst();
  }

  /** What is known of a run before its file. */
  record NewRun(
      UUID id, String kind, @Nullable String name, ImportFormat format, Actor submitter) {}

  /**
   * Begins an upload; an earlier one that has not ended can then no longer end. In one transaction,
   * so that of two that begin at once neither takes the other's number for its own.
   */
  @Transactional
  Optional<ImportRun> beginUpload(ImportRun run) {
    boolean begun =
        update(
                """
                update import_run set state = 'RECEIVING', upload = upload + 1, problem_code = null,
                  problem_detail = null, ended_at = null, updated_at = ?
                where id = ? and content_hash is null and state in ('RECEIVING', 'FAILED')
                """,
                clock.now(),
                run.id())
            == 1;
    return begun ? find(run.id()) : Optional.empty();
  }

  /** The file is whole and sound: a worker may take it. */
  boolean queue(ImportRun run, byte[] contentHash, FileCheck.Sound sound) {
    return update(
            """
            update import_run set state = 'QUEUED', content_hash = ?, bytes_total = ?,
              lines_total = ?, lease_until = utc_timestamp(6), updated_at = ?
            where id = ? and upload = ? and state = 'RECEIVING'
            """,
            contentHash,
            sound.bytes(),
            sound.lines(),
            clock.now(),
            run.id(),
            run.upload())
        == 1;
  }

  /**
   * The file cannot be used.
   *
   * @param contentHash null if it was not read to its end, so that another may be sent
   */
  boolean refuse(ImportRun run, byte @Nullable [] contentHash, FileProblem problem) {
    return update(
            """
            update import_run set state = 'FAILED', content_hash = ?, problem_code = ?,
              problem_detail = ?, ended_at = ?, updated_at = ?
            where id = ? and upload = ? and state = 'RECEIVING'
            """,
            contentHash,
            problem.code(),
            problem.detail(),
            clock.now(),
            clock.now(),
            run.id(),
            run.upload())
        == 1;
  }

  /** Takes the oldest run that waits, or whose worker has not been heard of for a lease. */
  Optional<ImportRun> claim(String owner, Duration lease) {
    for (ImportRun free :
        select(
            """
            where state in ('QUEUED', 'RUNNING') and lease_until <= utc_timestamp(6)
            order by created_at limit 1
            """)) {
      int taken =
          update(
              "update import_run set state = 'RUNNING', epoch = epoch + 1, lease_owner = ?,"
                  + " lease_until = "
                  + LEASE
                  + ", updated_at = ? where id = ? and epoch = ? and state in ('QUEUED', 'RUNNING')"
                  + " and lease_until <= utc_timestamp(6)",
              owner,
              micros(lease),
              clock.now(),
              free.id(),
              free.epoch());
      return taken == 1 ? find(free.id()) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether the claim still holds; then nobody can take or cancel the run before the commit. */
  boolean lock(ImportRun run) {
    return !select(
            "where id = ? and epoch = ? and state = 'RUNNING' for update", run.id(), run.epoch())
        .isEmpty();
  }

  /** Notes how far the run has come and keeps the claim for another lease. */
  void advance(ImportRun run, long linesRead, long bytesDone, Outcome outcome, Duration lease) {
    update(
        "update import_run set lines_read = ?, bytes_done = ?, accepted = accepted + ?,"
            + " unchanged = unchanged + ?, refused = refused + ?, failures = 0, lease_until = "
            + LEASE
            + ", updated_at = ? where id = ?",
        linesRead,
        bytesDone,
        outcome.accepted(),
        outcome.unchanged(),
        (long) outcome.refusals().size(),
        micros(lease),
        clock.now(),
        run.id());
  }

  /** Every line was dealt with. */
  void complete(ImportRun run) {
    update(
        """
        update import_run set state = 'COMPLETED', bytes_done = bytes_total, lease_owner = null,
          ended_at = ?, updated_at = ?
        where id = ? and epoch = ? and state = 'RUNNING'
        """,
        clock.now(),
        clock.now(),
        run.id(),
        run.epoch());
  }

  /** A batch failed: the run is tried again after {@code pause}, or given up. */
  void fail(ImportRun run, boolean giveUp, Duration pause) {
    FileProblem problem = giveUp ? FileProblem.internal() : null;
    update(
        "update import_run set state = ?, failures = failures + 1, problem_code = ?,"
            + " problem_detail = ?, ended_at = ?, lease_owner = null, lease_until = "
            + LEASE
            + ", updated_at = ? where id = ? and epoch = ? and state = 'RUNNING'",
        giveUp ? ImportState.FAILED.name() : ImportState.RUNNING.name(),
        problem == null ? null : problem.code(),
        problem == null ? null : problem.detail(),
        giveUp ? clock.now() : null,
        micros(pause),
        clock.now(),
        run.id(),
        run.epoch());
  }

  /** Gives the claim back before its time, so that another pod can go on at once. */
  void release(ImportRun run) {
    update(
        """
        update import_run set lease_owner = null, lease_until = utc_timestamp(6)
        where id = ? and epoch = ? and state = 'RUNNING'
        """,
        run.id(),
        run.epoch());
  }

  /** Stops a run that has not ended; its worker notices at its next batch. */
  boolean cancel(UUID id) {
    return update(
            """
            update import_run set state = 'CANCELLED', lease_owner = null, ended_at = ?,
              updated_at = ?
            where id = ? and state in ('RECEIVING', 'QUEUED', 'RUNNING')
            """,
            clock.now(),
            clock.now(),
            id)
        == 1;
  }

  Optional<ImportRun> find(UUID id) {
    return select("where id = ?", id).stream().findFirst();
  }

  /** One page of runs, newest first: ids are UUID version 7, so their order is that of creation. */
  List<ImportRun> list(PageRequest page) {
    UUID after = page.afterId();
    return after == null
        ? select("order by id desc limit ?", page.rowsToRead())
        : select("where id < ? order by id desc limit ?", after, page.rowsToRead());
  }

  /** Runs whose upload was cut and that have not been heard of since. */
  List<ImportRun> unfinishedSince(Instant moment) {
    return select("where state = 'RECEIVING' and updated_at < ? limit 100", moment);
  }

  @Transactional
  void delete(ImportRun run) {
    int deleted =
        update(
            "delete from import_run where id = ? and upload = ? and state = 'RECEIVING'",
            run.id(),
            run.upload());
    if (deleted == 1) {
      keys.destroy(run.id());
    }
  }

  private List<ImportRun> select(String condition, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select * from import_run " + condition)) {
      Sql.bind(select, values);
      List<ImportRun> runs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(read(row));
        }
      }
      return runs;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private int update(String sql, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      Sql.bind(update, values);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private ImportRun read(ResultSet row) throws SQLException {
    String problem = row.getString("problem_code");
    return new ImportRun(
        Columns.uuid(row.getBytes("id")),
        row.getString("kind"),
        row.getString("name"),
        ImportFormat.valueOf(row.getString("format")),
        submitters.of(row),
        ImportState.valueOf(row.getString("state")),
        row.getBytes("content_hash"),
        problem == null ? null : new FileProblem(problem, row.getString("problem_detail")),
        row.getLong("bytes_total"),
        row.getLong("bytes_done"),
        row.getObject("lines_total", Long.class),
        row.getLong("lines_read"),
        row.getLong("accepted"),
        row.getLong("unchanged"),
        row.getLong("refused"),
        row.getLong("upload"),
        row.getLong("epoch"),
        row.getInt("failures"),
        instant(row.getObject("created_at", LocalDateTime.class)),
        instant(row.getObject("updated_at", LocalDateTime.class)),
        row.getObject("ended_at") == null
            ? null
            : instant(row.getObject("ended_at", LocalDateTime.class)));
  }

  private static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
