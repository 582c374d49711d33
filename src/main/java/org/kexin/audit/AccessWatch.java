package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Sums up what came into the chain, and judges each hour of reading when it is over.
 *
 * <p>Not in the chainer, which answers wait for now and then: sums need each record read whole, the
 * chain only its hash. Sums and bookmark are committed together, so each record counts once; the
 * locked bookmark makes pods take turns.
 */
@ApplicationScoped
class AccessWatch {

  private static final Logger LOG = Logger.getLogger(AccessWatch.class);
  private static final int LINKS_AT_ONCE = 50;

  /** An hour is judged this long after its end, when its last records have come in. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final Duration HOUR = Duration.ofHours(1);

  /** An answer is read from the log for each person seen; beyond it nothing more is learnt. */
  private static final int MAX_ANSWERS = 20_000;

  private final AgroalDataSource source;
  private final Chainer chainer;
  private final UserRecords userRecords;
  private final WatchConfig config;
  private final ReadingRules rules;
  private final Ids ids;
  private final Clock clock;

  AccessWatch(
      @DataSource("audit") AgroalDataSource source,
      Chainer chainer,
      UserRecords userRecords,
      WatchConfig config,
      Ids ids,
      Clock clock) {
    this.source = source;
    this.chainer = chainer;
    this.userRecords = userRecords;
    this.config = config;
    this.rules = new ReadingRules(config);
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    try {
      while (sumUp(false) || judge()) {
        // There may be more.
      }
    } catch (SQLException e) {
      LOG.errorf("The access records could not be summed up: %s", e.getClass().getName());
    }
  }

  /** Returns when all that was committed before the call is in the sums. */
  void catchUp() throws SQLException {
    chainer.catchUp();
    while (sumUp(true)) {
      // There may be more.
    }
  }

  /** Whether there may be more to sum up at once. */
  private boolean sumUp(boolean wait) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        WatchTables tables = new WatchTables(connection);
        Optional<WatchTables.Bookmark> turn = tables.takeTurn(wait);
        if (turn.isEmpty()) {
          return false;
        }
        List<ChainTables.Stored> links =
            new ChainTables(connection).linksAfter(turn.get().seq(), LINKS_AT_ONCE);
        if (links.isEmpty()) {
          return false;
        }
        tables.add(sums(links));
        tables.moveTo(
            new WatchTables.Bookmark(links.getLast().link().seq(), turn.get().judgedUntil()));
        connection.commit();
        return links.size() == LINKS_AT_ONCE;
      } finally {
        connection.rollback();
      }
    }
  }

  private static AccessSums sums(List<ChainTables.Stored> links) {
    AccessSums sums = new AccessSums();
    for (ChainTables.Stored stored : links) {
      AccessBatch batch = stored.batch();
      List<String> lines = batch == null ? List.of() : batch.lines();
      for (int place = 0; place < lines.size(); place++) {
        try {
          sums.add(AccessLine.read(lines.get(place)), stored.link().seq(), place);
        } catch (IllegalArgumentException tampered) {
          LOG.errorf(
              "Link %d holds what is no record; run ./kexin audit verify.", stored.link().seq());
        }
      }
    }
    return sums;
  }

  /**
   * Judges the first hour that is over and was not judged yet; each hour in a transaction, so that
   * one is judged once.
   *
   * @return whether there was one
   */
  boolean judge() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        WatchTables tables = new WatchTables(connection);
        Optional<WatchTables.Bookmark> turn = tables.takeTurn(false);
        Instant hour = turn.isEmpty() ? null : tables.firstHour(turn.get().judgedUntil());
        if (turn.isEmpty() || hour == null || hour.plus(HOUR).plus(GRACE).isAfter(clock.now())) {
          return false;
        }
        judge(tables, hour);
        tables.moveTo(new WatchTables.Bookmark(turn.get().seq(), hour.plus(HOUR)));
        connection.commit();
        return true;
      } finally {
        connection.rollback();
      }
    }
  }

  private void judge(WatchTables tables, Instant hour) throws SQLException {
    Instant from = hour.minus(config.comparedWith());
    Map<String, List<WatchTables.Other>> byRole = tables.byRole(from, hour);
    for (ReadingHour read : tables.readers(hour)) {
      long[] peers =
          byRole.getOrDefault(read.role(), List.of()).stream()
              .filter(other -> !other.userKey().equals(read.userKey()))
              .mapToLong(WatchTables.Other::personViews)
              .toArray();
      List<UnusualReading> reasons =
          new ArrayList<>(rules.judge(read, tables.own(read.userKey(), from, hour), peers));
      if (rules.deservesACloserLook(read)) {
        reasons.addAll(rules.judge(answers(read)));
      }
      for (UnusualReading reason : reasons) {
        tables.insert(ids.next(), read, reason);
        LOG.warnf(
            "Unusual reading: %s in the hour of %s; see GET /v1/audit/findings.",
            reason.kind(), hour);
      }
    }
  }

  /** The persons of each answer of an hour, in the order of the answers. */
  private List<List<UUID>> answers(ReadingHour read) throws SQLException {
    List<List<UUID>> answers = new ArrayList<>();
    userRecords.newestFirst(
        read.userId(),
        read.lastSeq(),
        Integer.MAX_VALUE,
        found -> {
          AccessRecord access = found.record();
          boolean inHour =
              !access.at().isBefore(read.hour()) && access.at().isBefore(read.hour().plus(HOUR));
          if (inHour && access.outcome() == Outcome.DISCLOSED) {
            answers.add(access.persons());
          }
          return found.seq() >= read.firstSeq() && answers.size() < MAX_ANSWERS;
        });
    return answers.reversed();
  }
}
