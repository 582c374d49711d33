package org.kexin.sample;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.kexin.shared.Hashes;

/** Ids and keys that depend on a name alone, so that a second run sends the same requests. */
final class Seeded {

  private static final int KEY_BYTES = 16;
  private static final long RANDOM_IN_MSB = 0xFFFL;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private Seeded() {}

  /**
   * A UUID version 7 (RFC 9562, section 5.7) whose random bits are the hash of a name.
   *
   * @param at what its time says
   */
  static UUID id(Instant at, String name) {
    ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256("id of " + name));
    long msb = (at.toEpochMilli() << 16) | VERSION_7 | (hash.getLong() & RANDOM_IN_MSB);
    return new UUID(msb, (hash.getLong() & VARIANT_MASK) | VARIANT_RFC);
  }

  /** An Idempotency-Key: 32 hexadecimal digits. */
  static String key(String name) {
    return HexFormat.of().formatHex(Hashes.sha256("key of " + name), 0, KEY_BYTES);
  }
}
