package org.kexin.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed fingerprints by which a phone or document number is found without standing in an index:
 * HMAC-SHA256 (RFC 2104) over the kind and the normalised value. Without the key nobody can try out
 * the few billion possible numbers against a stolen index.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class BlindIndex {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 32;

  private final SecretKeySpec key;

  BlindIndex(@ConfigProperty(name = "kexin.lookup-key") String base64Key) {
    byte[] bytes = Base64.getDecoder().decode(base64Key);
    if (bytes.length < MIN_KEY_BYTES) {
      throw new IllegalStateException("kexin.lookup-key must hold at least 32 bytes in Base64.");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * The fingerprint of a value of some kind, 32 bytes; equal values of one kind have equal ones.
   */
  public byte[] of(String kind, String normalisedValue) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(normalisedValue.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks HMAC-SHA256.", e);
    }
  }
}
