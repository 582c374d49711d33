package org.kexin.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers: UUID version 7 (RFC 9562, section 5.7), so that rows made together lie
 * together in the primary key.
 *
 * <p>Thread-safe. Ids of one instance are not strictly increasing within a millisecond; nothing may
 * rely on their order for correctness.
 */
@ApplicationScoped
public class Ids {

  private static final long RANDOM_IN_MSB = 0xFFFL;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Ids whose time is that of the clock. */
  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** A fresh id. */
  public UUID next() {
    long millis = clock.now().toEpochMilli();
    long msb = (millis << 16) | VERSION_7 | (random.nextLong() & RANDOM_IN_MSB);
    long lsb = (random.nextLong() & VARIANT_MASK) | VARIANT_RFC;
    return new UUID(msb, lsb);
  }

  /** A uniformly random number, {@code 0 ≤ result < bound}. */
  public long random(long bound) {
    return random.nextLong(bound);
  }

  /** When an id of version 7 was made, to the millisecond; of another version it says nothing. */
  public static Instant time(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** Whether a client may use {@code id} as its own: any RFC 9562 UUID of version 7. */
  public static boolean isVersion7(UUID id) {
    return id.version() == 7 && id.variant() == 2;
  }
}
