package org.kexin.encryption;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;

/**
 * The key-encryption keys, from the secret {@code kexin.encryption-keys}: the first wraps, the
 * others still unwrap what they wrapped. To change the key, put a new one in front; when {@link
 * KeyRotation} has told that nothing is left under the old one, take that out.
 *
 * <p>A key is named by the beginning of its hash, so that an operator need not invent names and no
 * two keys can have the same. A wrapped key carries the name of the one that wrapped it.
 *
 * <p>Immutable and thread-safe.
 */
@ApplicationScoped
class KeyRing {

  private static final int NAME_BYTES = 4;

  private final Map<String, Aead> keys = new LinkedHashMap<>();
  private final String current;

  /**
   * @throws IllegalStateException if a key is not 32 bytes in Base64, or one is given twice
   */
  KeyRing(@ConfigProperty(name = "kexin.encryption-keys") List<String> base64Keys) {
    for (String base64 : base64Keys) {
      byte[] key = decoded(base64);
      if (keys.put(name(key), DataKey.aead(key)) != null) {
        throw new IllegalStateException("kexin.encryption-keys holds the same key twice.");
      }
    }
    current = keys.keySet().iterator().next();
  }

  /** Name of the key that wraps. */
  String current() {
    return current;
  }

  /** Names of the keys that only unwrap. */
  Set<String> former() {
    Set<String> former = new java.util.LinkedHashSet<>(keys.keySet());
    former.remove(current);
    return former;
  }

  /** A data key for its row: name of the wrapping key, nonce, ciphertext, tag. */
  byte[] wrap(UUID owner, byte[] key) {
    try {
      byte[] sealed = aead(current).encrypt(key, Columns.bytes(owner));
      return ByteBuffer.allocate(NAME_BYTES + sealed.length)
          .put(HexFormat.of().parseHex(current))
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A data key cannot be wrapped.", e);
    }
  }

  /**
   * The data key in a row.
   *
   * @throws IllegalStateException if the key that wrapped it is not among {@code
   *     kexin.encryption-keys}, or the row is another owner's
   */
  byte[] unwrap(UUID owner, byte[] wrapped) {
    String by = HexFormat.of().formatHex(wrapped, 0, NAME_BYTES);
    try {
      return aead(by)
          .decrypt(Arrays.copyOfRange(wrapped, NAME_BYTES, wrapped.length), Columns.bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The data key of " + owner + " was not wrapped for it.", e);
    }
  }

  private Aead aead(String name) {
    Aead aead = keys.get(name);
    if (aead == null) {
      throw new IllegalStateException(
          "A data key is wrapped by the key "
              + name
              + ", which kexin.encryption-keys lacks: add it behind the first.");
    }
    return aead;
  }

  private static byte[] decoded(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == DataKey.BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below: the message of the decoder would quote the secret.
    }
    throw new IllegalStateException(
        "kexin.encryption-keys must hold keys of 32 bytes in Base64, separated by commas.");
  }

  private static String name(byte[] key) {
    return HexFormat.of().formatHex(Hashes.sha256().digest(key), 0, NAME_BYTES);
  }
}
