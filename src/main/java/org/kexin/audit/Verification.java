package org.kexin.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the log from its first record on and tells the first thing that is not as it was written.
 * Needs the public key, what was exported, and a connection that may read; memory is flat in the
 * size of the log, but for the exported checkpoints.
 */
final class Verification {

  private static final int PAGE_LINKS = 500;
  private static final int PAGE_CHECKPOINTS = 1_000;

  private final ChainTables chain;
  private final RecordIndex persons;
  private final RecordIndex users;
  private final boolean namesEntries;
  private final Map<String, PublicKey> keys;
  private final SortedMap<Long, Checkpoint> exported;
  private final LongConsumer progress;

  private final Deque<Checkpoint> checkpoints = new ArrayDeque<>();
  private final List<Hash> uncovered = new ArrayList<>();
  private final Map<UUID, Long> numbers = new HashMap<>();
  private Checkpoint covered = Checkpoint.NONE;
  private Checkpoint fetched = Checkpoint.NONE;
  private ChainLink last = ChainLink.GENESIS;

  /**
   * Reads everything.
   *
   * @param connection in a transaction that sees one state of the log
   * @param keys those that checkpoints may be signed with, by {@link PublicKey#id}
   * @param exported by number; empty when there is nothing to compare with
   * @param progress told the number of records verified so far, now and then
   */
  static Result of(
      Connection connection,
      Map<String, PublicKey> keys,
      SortedMap<Long, Checkpoint> exported,
      LongConsumer progress)
      throws SQLException {
    Result result = new Verification(connection, keys, exported, progress, false).run();
    Finding finding = result.finding();
    return finding != null
            && (finding.kind() == Finding.Kind.PERSONS_CHANGED
                || finding.kind() == Finding.Kind.USERS_CHANGED)
        ? new Verification(connection, keys, exported, progress, true).run()
        : result;
  }

  private Verification(
      Connection connection,
      Map<String, PublicKey> keys,
      SortedMap<Long, Checkpoint> exported,
      LongConsumer progress,
      boolean namesEntries) {
    this.chain = new ChainTables(connection);
    this.persons = new RecordIndex(connection, RecordIndex.Of.PERSONS);
    this.users = new RecordIndex(connection, RecordIndex.Of.USERS);
    this.namesEntries = namesEntries;
    this.keys = keys;
    this.exported = exported;
    this.progress = progress;
  }

  /**
   * @param records in the chain
   * @param checkpoints number of the last one
   * @param waiting records that were written and are not in the chain yet
   * @param finding null if all is as it was written
   */
  record Result(long records, long checkpoints, long waiting, @Nullable Finding finding) {}

  private Result run() throws SQLException {
    Finding finding = chained();
    if (finding == null) {
      finding = cut();
    }
    long waiting = 0;
    if (finding == null) {
      for (AccessBatch batch : chain.waiting(new UUID(0, 0), Integer.MAX_VALUE)) {
        waiting += batch.size();
        finding = finding == null ? fault(batch, null) : finding;
      }
    }
    if (finding == null && !persons.isAsExpected()) {
      finding =
          new Finding(
              Finding.Kind.PERSONS_CHANGED,
              null,
              null,
              "the index of persons names somebody whom the record does not");
    }
    if (finding == null && !users.isAsExpected()) {
      finding =
          new Finding(
              Finding.Kind.USERS_CHANGED,
              null,
              null,
              "the index of users names somebody whom no record of the link does");
    }
    return new Result(last.nextRecord() - 1, covered.number(), waiting, finding);
  }

  private @Nullable Finding chained() throws SQLException {
    Finding finding = checkpointsDue();
    List<ChainTables.Stored> page;
    do {
      page = chain.linksAfter(last.seq(), PAGE_LINKS);
      for (ChainTables.Stored stored : page) {
        finding = finding == null ? next(stored) : finding;
      }
      progress.accept(last.nextRecord() - 1);
    } while (finding == null && page.size() == PAGE_LINKS);
    return finding == null ? unreached() : finding;
  }

  private @Nullable Finding next(ChainTables.Stored stored) throws SQLException {
    AccessBatch batch = stored.batch();
    if (batch == null || !last.next(batch).equals(stored.link())) {
      return new Finding(
          Finding.Kind.CHAIN_BROKEN,
          last.nextRecord(),
          null,
          batch == null
              ? "the batch of link " + (last.seq() + 1) + " is gone"
              : "link "
                  + stored.link().seq()
                  + " does not follow from the one before and its batch");
    }
    long written = numbers.merge(batch.writer(), 1L, Long::sum) - 1;
    if (batch.number() != written) {
      return new Finding(
          Finding.Kind.CHAIN_BROKEN,
          last.nextRecord(),
          null,
          "batch " + written + " of writer " + batch.writer() + " never came into the chain");
    }
    Finding finding = fault(batch, last.nextRecord());
    if (finding == null) {
      finding = indexFault(IndexEntries.of(batch, stored.link().seq()), last.nextRecord());
    }
    last = stored.link();
    uncovered.addAll(batch.leaves());
    return finding == null ? checkpointsDue() : finding;
  }

  /**
   * The first record of the batch that is not as it was written, null if there is none.
   *
   * @param first number of the batch's first record, null if it is not in the chain yet
   */
  private static @Nullable Finding fault(AccessBatch batch, @Nullable Long first) {
    for (int place = 0; place < Math.max(batch.size(), batch.lines().size()); place++) {
      Long number = first == null ? null : Long.valueOf(first + place);
      if (place >= batch.size()) {
        return new Finding(
            Finding.Kind.RECORD_FORGED, number, id(batch, place), "no writer wrote this record");
      }
      Hash leaf = batch.leaves().get(place);
      if (place >= batch.lines().size()
          || !AccessLine.leaf(batch.lines().get(place)).equals(leaf)) {
        return batch.lines().size() < batch.size()
            ? new Finding(Finding.Kind.RECORD_MISSING, number, null, "the record is gone")
            : new Finding(
                Finding.Kind.RECORD_CHANGED,
                number,
                id(batch, place),
                "the record differs from what was written");
      }
    }
    return null;
  }

  private @Nullable Finding indexFault(IndexEntries entries, long first) throws SQLException {
    persons.expect(entries.persons());
    users.expect(entries.users());
    if (!namesEntries) {
      return null;
    }
    IndexEntry person = persons.missing(entries.persons());
    IndexEntry user = person == null ? users.missing(entries.users()) : null;
    if (person != null) {
      return new Finding(
          Finding.Kind.PERSONS_CHANGED,
          first + person.place(),
          null,
          "the record is not found by its person");
    }
    return user == null
        ? null
        : new Finding(
            Finding.Kind.USERS_CHANGED,
            first + user.place(),
            null,
            "the record is not found by its user");
  }

  /** What is left of the record's id. */
  private static @Nullable UUID id(AccessBatch batch, int place) {
    try {
      return AccessLine.read(batch.lines().get(place)).id();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Looks at the checkpoints that end with the last link. */
  private @Nullable Finding checkpointsDue() throws SQLException {
    for (Checkpoint next = upcoming();
        next != null && next.seq() <= last.seq();
        next = upcoming()) {
      String fault = fault(next);
      if (fault != null) {
        return new Finding(
            Finding.Kind.CHECKPOINT_BROKEN,
            covered.lastRecord() + 1,
            null,
            "checkpoint " + (covered.number() + 1) + " " + fault);
      }
      checkpoints.removeFirst();
      covered = next;
      uncovered.clear();
    }
    return null;
  }

  private @Nullable String fault(Checkpoint next) {
    PublicKey key = keys.get(next.key());
    Checkpoint kept = exported.get(covered.number() + 1);
    if (next.number() != covered.number() + 1) {
      return "is gone";
    }
    if (kept != null && !kept.equals(next)) {
      return "is another one than was exported";
    }
    if (key == null || !key.signed(next)) {
      return "is not signed with a known key";
    }
    boolean fits =
        next.previous().equals(covered.hash())
            && next.firstRecord() == covered.lastRecord() + 1
            && next.lastRecord() == last.nextRecord() - 1
            && next.seq() == last.seq()
            && next.chain().equals(last.hash())
            && next.root().equals(MerkleTree.root(uncovered));
    return fits ? null : "does not fit the records that it covers";
  }

  private @Nullable Checkpoint upcoming() throws SQLException {
    if (checkpoints.isEmpty()) {
      checkpoints.addAll(chain.checkpointsAfter(fetched.number(), PAGE_CHECKPOINTS));
      fetched = checkpoints.isEmpty() ? fetched : checkpoints.getLast();
    }
    return checkpoints.peekFirst();
  }

  /** A checkpoint beyond the last link: the chain was longer. */
  private @Nullable Finding unreached() throws SQLException {
    Checkpoint next = upcoming();
    return next == null
        ? null
        : new Finding(
            Finding.Kind.CHAIN_BROKEN,
            last.nextRecord(),
            null,
            "the chain ends before checkpoint " + next.number());
  }

  private @Nullable Finding cut() {
    SortedMap<Long, Checkpoint> beyond = exported.tailMap(covered.number() + 1);
    return beyond.isEmpty()
        ? null
        : new Finding(
            Finding.Kind.LOG_CUT,
            covered.lastRecord() + 1,
            null,
            "checkpoint %d was exported and is not there: the log was cut, or restored from an older backup"
                .formatted(beyond.firstKey()));
  }
}
