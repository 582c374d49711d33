package org.kexin.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kexin.shared.Hashes;

/**
 * A signed statement of what the log held at a moment. Kept where the database cannot reach, it
 * shows every later change of what it covers; the log cannot lose its end unnoticed either, because
 * checkpoints are made when nothing happened, too.
 *
 * @param number 1, 2, 3, … without gaps
 * @param firstRecord number of the first record it covers
 * @param lastRecord number of the last one; {@code firstRecord − 1} where nothing happened
 * @param root of the {@link MerkleTree} over the leaves of these records
 * @param seq the last link of the chain that it covers, 0 when there is none yet
 * @param chain hash of that link
 * @param previous SHA-256 of the statement before this one; zeros for the first
 * @param key names the key: the first 8 bytes of the SHA-256 of the public key, in hexadecimal
 * @param signature Ed25519 (RFC 8032) over {@link #statement}, in Base64
 */
record Checkpoint(
    long number,
    long firstRecord,
    long lastRecord,
    Hash root,
    long seq,
    Hash chain,
    Hash previous,
    Instant at,
    String key,
    String signature) {

  /** Stands before the first one. */
  static final Checkpoint NONE =
      new Checkpoint(
          0, 1, 0, Hash.NONE, 0, Hash.NONE, Hash.NONE, Instant.EPOCH, "0".repeat(16), "");

  private static final String HASH = "([0-9a-f]{64})";
  private static final Pattern LINE =
      Pattern.compile(
          ("kexin-audit-checkpoint 1 number=(\\d{1,18}) records=(\\d{1,18})-(\\d{1,18}) root=%s"
                  + " chain=(\\d{1,18}):%s previous=%s at=(\\S+Z) key=([0-9a-f]{16})"
                  + " signature=([A-Za-z0-9+/=]+)")
              .formatted(HASH, HASH, HASH));

  /** What is signed: one line. */
  String statement() {
    return "kexin-audit-checkpoint 1 number=%d records=%d-%d root=%s chain=%d:%s previous=%s at=%s key=%s"
        .formatted(number, firstRecord, lastRecord, root, seq, chain, previous, at, key);
  }

  /** The statement with its signature, as it is exported. */
  String line() {
    return statement() + " signature=" + signature;
  }

  /** The checkpoint in a line of a file or of a log, whatever stands around it. */
  static Optional<Checkpoint> in(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new Checkpoint(
            Long.parseLong(found.group(1)),
            Long.parseLong(found.group(2)),
            Long.parseLong(found.group(3)),
            Hash.parse(found.group(4)),
            Long.parseLong(found.group(5)),
            Hash.parse(found.group(6)),
            Hash.parse(found.group(7)),
            Instant.parse(found.group(8)),
            found.group(9),
            found.group(10)));
  }

  /** What the next one names as its previous. */
  Hash hash() {
    return number == 0 ? Hash.NONE : Hash.of(Hashes.sha256(statement()));
  }

  /** The same statement under this signature. */
  Checkpoint with(String made) {
    return new Checkpoint(
        number, firstRecord, lastRecord, root, seq, chain, previous, at, key, made);
  }

  /** How many records it covers. */
  long records() {
    return lastRecord - firstRecord + 1;
  }

  /** The bytes that are signed. */
  byte[] signed() {
    return statement().getBytes(StandardCharsets.UTF_8);
  }
}
