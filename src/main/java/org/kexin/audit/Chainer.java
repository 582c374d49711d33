package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Puts what was written into the chain, records of changes too, and signs checkpoints. Every pod
 * tries once a second; a locked row makes them take turns, and the keys of the tables would stop
 * two that think it is theirs.
 */
@ApplicationScoped
class Chainer {

  /** How long a connection writes under one name; see {@link AccessRecords.Writing#isOld}. */
  static final Duration WRITER_LIFE = Duration.ofDays(1);

  /** Much longer than a writer lives, so that what is waiting is of a writer that began since. */
  private static final Duration RECENT = WRITER_LIFE.multipliedBy(3);

  private static final UUID THE_BEGINNING = new UUID(0, 0);
  private static final int MAX_BATCHES = 200;
  private static final Logger LOG = Logger.getLogger(Chainer.class);

  private final AgroalDataSource source;
  private final SigningKey key;
  private final CheckpointExport export;
  private final AuditConfig config;
  private final Clock clock;
  private final ChangeCarrier carrier;

  /** Once nothing was left waiting, what comes is recent; until then it may be of any age. */
  private volatile boolean caughtUp;

  Chainer(
      @DataSource("audit") AgroalDataSource source,
      SigningKey key,
      CheckpointExport export,
      AuditConfig config,
      Ids ids,
      Clock clock) {
    this.source = source;
    this.key = key;
    this.export = export;
    this.config = config;
    this.clock = clock;
    this.carrier = new ChangeCarrier(ids, clock);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void extend() {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        while (extend(connection, false)) {
          // There may be more.
        }
        export.bringUpToDate(new ChainTables(connection));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      LOG.errorf("The audit chain could not be extended: %s", e.getClass().getName());
    }
  }

  /** Returns when all that was committed before the call is in the chain. */
  void catchUp() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        while (extend(connection, true)) {
          // There may be more.
        }
      } finally {
        connection.rollback();
      }
    }
  }

  /**
   * Whether there may be more to do at once.
   *
   * @param wait for another pod that is at it, which is otherwise left to do it
   */
  private boolean extend(Connection connection, boolean wait) throws SQLException {
    ChainTables tables = new ChainTables(connection);
    if (!tables.takeTurn(wait)) {
      return false;
    }
    boolean moreChanges = carrier.carry(connection);
    List<AccessBatch> waiting = tables.waiting(waitingSince(), MAX_BATCHES);
    ChainLink last = append(tables, waiting);
    Checkpoint previous = tables.lastCheckpoint();
    if (isDue(previous, last)) {
      sign(tables, previous, last);
    }
    connection.commit();
    caughtUp = waiting.size() < MAX_BATCHES;
    return !caughtUp || moreChanges;
  }

  private static ChainLink append(ChainTables tables, List<AccessBatch> waiting)
      throws SQLException {
    ChainLink last = tables.lastLink();
    List<ChainLink> links = new ArrayList<>(waiting.size());
    List<IndexEntry> persons = new ArrayList<>();
    List<IndexEntry> users = new ArrayList<>();
    for (AccessBatch batch : waiting) {
      last = last.next(batch);
      links.add(last);
      IndexEntries entries = IndexEntries.of(batch, last.seq());
      persons.addAll(entries.persons());
      users.addAll(entries.users());
    }
    if (!links.isEmpty()) {
      tables.insertLinks(links);
    }
    insert(tables, RecordIndex.Of.PERSONS, persons);
    insert(tables, RecordIndex.Of.USERS, users);
    return last;
  }

  private static void insert(ChainTables tables, RecordIndex.Of index, List<IndexEntry> entries)
      throws SQLException {
    if (!entries.isEmpty()) {
      entries.sort(IndexEntry.ORDER);
      tables.insertEntries(index, entries);
    }
  }

  private boolean isDue(Checkpoint previous, ChainLink last) {
    long uncovered = last.nextRecord() - 1 - previous.lastRecord();
    return uncovered >= config.checkpointRecords()
        || !previous.at().plus(config.checkpointEvery()).isAfter(clock.now());
  }

  /**
   * A batch that is gone stops the checkpoints, and is told, but not the chain: reading goes on.
   */
  private void sign(ChainTables tables, Checkpoint previous, ChainLink last) throws SQLException {
    List<Hash> leaves = new ArrayList<>();
    for (ChainTables.Stored stored : tables.linksAfter(previous.seq(), Integer.MAX_VALUE)) {
      AccessBatch batch = stored.batch();
      if (batch == null) {
        LOG.errorf(
            "The batch of link %d is gone, so no checkpoint is signed; run ./kexin audit verify.",
            stored.link().seq());
        return;
      }
      leaves.addAll(batch.leaves());
    }
    tables.insertCheckpoint(key.sign(previous, last, MerkleTree.root(leaves), clock));
  }

  private UUID waitingSince() {
    return caughtUp ? new UUID(clock.now().minus(RECENT).toEpochMilli() << 16, 0) : THE_BEGINNING;
  }
}
