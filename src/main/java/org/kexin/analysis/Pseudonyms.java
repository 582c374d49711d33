package org.kexin.analysis;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kexin.shared.Columns;

/**
 * The pseudonyms of one project: HMAC-SHA-256-128 (RFC 2104, RFC 4868) over the 16 bytes of a
 * customer's id. A table of random pseudonyms would do as well, but would have to be kept, and
 * would be the very list that must not get lost; a plain hash could be tried out with every id.
 *
 * <p>Not thread-safe: one for each run.
 */
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  /**
   * @param key of the project, 32 random bytes
   */
  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks HMAC-SHA256.", e);
    }
  }

  /** What this customer is called: the same in every call, and in no other project. */
  Pseudonym of(UUID customer) {
    return Pseudonym.of(authenticate(Columns.bytes(customer)));
  }

  /** The first 16 bytes of the HMAC. */
  byte[] authenticate(byte[] message) {
    return Arrays.copyOf(mac.doFinal(message), Pseudonym.BYTES);
  }
}
