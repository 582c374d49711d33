package org.kexin.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.Ids;

/**
 * Shows to somebody who has only the public key that a record is in the log: its leaf, and the path
 * from there to the root of a signed checkpoint.
 *
 * @param record id of the record
 * @param leaf of the record as it was written
 * @param index among the records of the checkpoint, from 0
 * @param path as {@link MerkleTree#path} gives it
 */
record InclusionProof(UUID record, Hash leaf, int index, List<Hash> path, Checkpoint checkpoint) {

  private static final int PAGE = 1_000;

  /** Between the moment an id is made and the commit lies the patience of an answer, and clocks. */
  private static final Duration ID_TO_COMMIT = Duration.ofMinutes(5);

  InclusionProof {
    path = List.copyOf(path);
  }

  /** The proof for a record; empty if no checkpoint covers it (yet). */
  static Optional<InclusionProof> of(UUID record, Connection connection) throws SQLException {
    ChainTables chain = new ChainTables(connection);
    Instant made = Ids.time(record);
    Optional<ChainLink> link =
        chain.linkOf(record, made.minus(ID_TO_COMMIT), made.plus(ID_TO_COMMIT));
    if (link.isEmpty()) {
      return Optional.empty();
    }
    Optional<Checkpoint> checkpoint = chain.checkpointCovering(link.get().seq());
    if (checkpoint.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(over(record, checkpoint.get(), chain));
  }

  private static InclusionProof over(UUID record, Checkpoint checkpoint, ChainTables chain)
      throws SQLException {
    long previous = chain.checkpointBefore(checkpoint.number()).seq();
    List<Hash> leaves = new ArrayList<>();
    int index = -1;
    while (previous < checkpoint.seq()) {
      for (ChainTables.Stored stored : chain.linksAfter(previous, PAGE)) {
        AccessBatch batch = stored.batch();
        if (batch == null || stored.link().seq() > checkpoint.seq()) {
          break;
        }
        int at = place(record, batch);
        index = at < 0 ? index : leaves.size() + at;
        leaves.addAll(batch.leaves());
      }
      previous = Math.min(previous + PAGE, checkpoint.seq());
    }
    return new InclusionProof(
        record, leaves.get(index), index, MerkleTree.path(leaves, index), checkpoint);
  }

  private static int place(UUID record, AccessBatch batch) {
    for (int place = 0; place < batch.lines().size(); place++) {
      if (AccessLine.read(batch.lines().get(place)).id().equals(record)) {
        return place;
      }
    }
    return -1;
  }

  /** Whether the path leads to the root that the checkpoint states, and the key signed that. */
  boolean holds(PublicKey key) {
    return key.signed(checkpoint)
        && index < checkpoint.records()
        && MerkleTree.root(leaf, index, Math.toIntExact(checkpoint.records()), path)
            .equals(checkpoint.root());
  }

  /** For people and for other programs: a line for each part. */
  @Override
  public String toString() {
    return "record %s%nnumber %d%nleaf %s%nindex %d%npath %s%n%s"
        .formatted(
            record,
            checkpoint.firstRecord() + index,
            leaf,
            index,
            String.join(" ", path.stream().map(Hash::toString).toList()),
            checkpoint.line());
  }
}
