package org.kexin.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;

/**
 * A sum over entries that does not depend on their order: two sets of entries are the same if their
 * sums are. Each entry counts as its hash under a random key of this sum, so nobody can choose
 * entries that cancel out (Bellare and Micciancio 1997, with a secret key).
 */
final class IndexSum {

  private final byte[] key;
  private long count;
  private long high;
  private long low;

  private IndexSum(byte[] key) {
    this.key = key;
  }

  /** An empty sum under a fresh key. */
  static IndexSum fresh() {
    return new IndexSum(Hashes.freshKey());
  }

  /** An empty sum that can be compared with this one. */
  IndexSum another() {
    return new IndexSum(key);
  }

  void add(IndexEntry entry) {
    ByteBuffer place = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    place.putLong(entry.seq()).putInt(entry.place());
    MessageDigest digest = Hashes.sha256();
    digest.update(key);
    digest.update(Columns.bytes(entry.key()));
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(place.array()));
    count++;
    high += hash.getLong();
    low += hash.getLong();
  }

  /** Whether the same entries were added to the other sum, which has the same key. */
  boolean sameAs(IndexSum other) {
    return count == other.count && high == other.high && low == other.low;
  }
}
