package org.kexin.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one commit of one writer added. A writer is a connection of a process; it numbers its
 * batches 0, 1, 2, … and commits them in this order, so a batch that is visible has no gap before
 * it: no other order of commits has to be known to find what is new.
 *
 * @param lines the records as {@link AccessLine}s, in the order of their numbers to come
 * @param leaves the hashes of the lines, made before they were written
 */
record AccessBatch(
    UUID writer, long number, Instant writtenAt, List<String> lines, List<Hash> leaves) {

  AccessBatch {
    lines = List.copyOf(lines);
    leaves = List.copyOf(leaves);
  }

  /** The batch of these lines. */
  static AccessBatch of(UUID writer, long number, Instant writtenAt, List<String> lines) {
    return new AccessBatch(
        writer, number, writtenAt, lines, lines.stream().map(AccessLine::leaf).toList());
  }

  /** The batch in a row, whatever was done to it. */
  static AccessBatch of(
      UUID writer, long number, Instant writtenAt, String records, byte[] leaves) {
    return new AccessBatch(
        writer,
        number,
        writtenAt,
        records.isEmpty() ? List.of() : records.lines().toList(),
        hashes(leaves));
  }

  /** How many records were written. */
  int size() {
    return leaves.size();
  }

  /** The lines one below the other. */
  String text() {
    return String.join("\n", lines);
  }

  /** The leaves one after the other, {@value Hash#BYTES} bytes each. */
  byte[] leafBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(leaves.size() * Hash.BYTES);
    leaves.forEach(leaf -> bytes.put(leaf.bytes()));
    return bytes.array();
  }

  /** A rest that is no whole hash is left out. */
  private static List<Hash> hashes(byte[] joined) {
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
