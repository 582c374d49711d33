package org.kexin.analysis;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What a customer is called in one project: 16 bytes that tell nothing of them without the key.
 * Ordered by these bytes, unsigned, which is no order of anything else.
 */
record Pseudonym(long high, long low) implements Comparable<Pseudonym> {

  static final int BYTES = 2 * Long.BYTES;

  /**
   * The pseudonym of these bytes.
   *
   * @throws IllegalArgumentException if they are not 16
   */
  static Pseudonym of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A pseudonym has 16 bytes, not " + bytes.length + ".");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Pseudonym(buffer.getLong(), buffer.getLong());
  }

  /**
   * The pseudonym in a text as {@link #text} makes it.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Pseudonym parse(String text) {
    return of(Base64.getUrlDecoder().decode(text));
  }

  /** As written in answers: 22 characters of base64url (RFC 4648, section 5). */
  String text() {
    byte[] bytes = ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public int compareTo(Pseudonym other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
