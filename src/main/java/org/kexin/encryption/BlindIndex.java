package org.kexin.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed fingerprints by which a phone or document number is found without standing in an index:
 * HMAC-SHA256 (RFC 2104) over the kind and the normalised value. Without the key nobody can try out
 * the few billion possible numbers against a stolen index.
 *
 * <p>The keys are the secret {@code kexin.lookup-keys}. The first is that of new fingerprints; a
 * value is sought by its fingerprints under all of them.
 *
 * <p>Immutable and thread-safe.
 */
@ApplicationScoped
public class BlindIndex {

  private static final String ALGORITHM = "HmacSHA256";

  private final ConfiguredKeys<SecretKeySpec> keys;

  /**
   * @throws IllegalStateException if a key is not 32 bytes in Base64, or one is given twice
   */
  BlindIndex(@ConfigProperty(name = "kexin.lookup-keys") List<String> base64Keys) {
    keys =
        new ConfiguredKeys<>(
            "kexin.lookup-keys", base64Keys, bytes -> new SecretKeySpec(bytes, ALGORITHM));
  }

  /** Name of the key of new fingerprints: eight hexadecimal digits. */
  public String current() {
    return keys.current();
  }

  /** Names of the keys whose fingerprints are to be made anew. */
  public Set<String> former() {
    return keys.former();
  }

  /**
   * The fingerprint of a value of some kind to be stored, 32 bytes; equal values of one kind have
   * equal ones.
   */
  public byte[] of(String kind, String normalisedValue) {
    return fingerprint(keys.demand(current()), kind, normalisedValue);
  }

  /** All fingerprints under which a value may be stored. */
  public List<byte[]> allOf(String kind, String normalisedValue) {
    return keys.all().values().stream()
        .map(key -> fingerprint(key, kind, normalisedValue))
        .toList();
  }

  private static byte[] fingerprint(SecretKeySpec key, String kind, String normalisedValue) {
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
