package org.kexin.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one transaction of one writer added. A writer is a connection of a process; it numbers its
 * batches 0, 1, 2, … and commits them in this order, so a batch that is visible has no gap before
 * it: no other order of commits has to be known to find what is new.
 *
 * @param records ids in the order of their numbers to come
 * @param leaves the hashes of the records ({@link AccessLeaf}), made before they were written
 */
record AccessBatch(
    UUID writer, long number, Instant writtenAt, List<UUID> records, List<Hash> leaves) {

  private static final int ID_BYTES = 16;

  AccessBatch {
    records = List.copyOf(records);
    leaves = List.copyOf(leaves);
    if (records.isEmpty() || records.size() != leaves.size()) {
      throw new IllegalArgumentException("A batch has records, and a leaf for each.");
    }
  }

  /** The batch that holds these records. */
  static AccessBatch of(UUID writer, long number, Instant writtenAt, List<AccessRecord> records) {
    return new AccessBatch(
        writer,
        number,
        writtenAt,
        records.stream().map(AccessRecord::id).toList(),
        records.stream().map(AccessLeaf::of).toList());
  }

  int size() {
    return records.size();
  }

  /** The ids one after the other, 16 bytes each. */
  byte[] recordBytes() {
    return joined(records);
  }

  /** The leaves one after the other, {@value Hash#BYTES} bytes each. */
  byte[] leafBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(leaves.size() * Hash.BYTES);
    leaves.forEach(leaf -> bytes.put(leaf.bytes()));
    return bytes.array();
  }

  /** Ids one after the other, 16 bytes each. */
  static byte[] joined(List<UUID> ids) {
    ByteBuffer bytes = ByteBuffer.allocate(ids.size() * ID_BYTES);
    ids.forEach(
        id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return bytes.array();
  }

  /** The ids in bytes of {@link #joined}; a rest of fewer than 16 bytes is left out. */
  static List<UUID> ids(byte[] joined) {
    ByteBuffer bytes = ByteBuffer.wrap(joined);
    return Stream.generate(() -> new UUID(bytes.getLong(), bytes.getLong()))
        .limit(joined.length / ID_BYTES)
        .toList();
  }

  /** The hashes in bytes of {@link #leafBytes}; a rest that is no whole hash is left out. */
  static List<Hash> hashes(byte[] joined) {
    ByteBuffer bytes = ByteBuffer.wrap(joined);
    List<Hash> hashes = new ArrayList<>();
    while (bytes.remaining() >= Hash.BYTES) {
      byte[] hash = new byte[Hash.BYTES];
      bytes.get(hash);
      hashes.add(Hash.of(hash));
    }
    return hashes;
  }
}
