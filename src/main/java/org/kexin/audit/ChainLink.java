package org.kexin.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;

/**
 * A batch in its place in the one order of all batches. Its hash covers that of the link before it,
 * so no link can be changed, moved, taken out or put in without changing every hash after it.
 *
 * @param seq 1, 2, 3, … without gaps
 * @param firstRecord number of its first record; records are numbered from 1 without gaps
 * @param records how many it has
 */
record ChainLink(long seq, UUID writer, long number, long firstRecord, int records, Hash hash) {

  /** Stands before the first link. */
  static final ChainLink GENESIS = new ChainLink(0, new UUID(0, 0), 0, 1, 0, Hash.NONE);

  /** The link of the batch that follows this one. */
  ChainLink next(AccessBatch batch) {
    return new ChainLink(
        seq + 1,
        batch.writer(),
        batch.number(),
        nextRecord(),
        batch.size(),
        hash(batch, nextRecord()));
  }

  /** Number of the first record after it. */
  long nextRecord() {
    return firstRecord + records;
  }

  private Hash hash(AccessBatch batch, long first) {
    MessageDigest digest = Hashes.sha256();
    hash.addTo(digest);
    digest.update(Columns.bytes(batch.writer()));
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(batch.number()).putLong(first).array());
    digest.update(batch.leafBytes());
    return Hash.of(digest);
  }
}
