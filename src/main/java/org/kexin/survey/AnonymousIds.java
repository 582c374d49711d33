package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.kexin.encryption.BlindIndex;

/**
 * The ids under which anonymous responses are kept. The one that a client makes holds the
 * millisecond, which beside the log of accesses would tell who answered; what is kept is an HMAC of
 * it as a UUID of version 8 (RFC 9562, section 5.8). A repetition still finds its response.
 */
@ApplicationScoped
class AnonymousIds {

  private static final String KIND = "survey-response";
  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final BlindIndex keys;

  AnonymousIds(BlindIndex keys) {
    this.keys = keys;
  }

  /** Where the response may be kept: first where a new one is, then as under former keys. */
  List<UUID> of(UUID made) {
    return keys.allOf(KIND, made.toString()).stream().map(AnonymousIds::id).toList();
  }

  private static UUID id(byte[] fingerprint) {
    ByteBuffer buffer = ByteBuffer.wrap(fingerprint);
    long high = (buffer.getLong() & VERSION_MASK) | VERSION_8;
    long low = (buffer.getLong() & VARIANT_MASK) | VARIANT_RFC;
    return new UUID(high, low);
  }
}
