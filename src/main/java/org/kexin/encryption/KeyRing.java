package org.kexin.encryption;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kexin.shared.Columns;

/**
 * The key-encryption keys, from the secret {@code kexin.encryption-keys}: the first wraps, the
 * others unwrap what they wrapped. A wrapped key begins with the name of the one that wrapped it.
 *
 * <p>Immutable and thread-safe.
 */
@ApplicationScoped
class KeyRing {

  private final ConfiguredKeys<Aead> keys;

  /**
   * @throws IllegalStateException if a key is not 32 bytes in Base64, or one is given twice
   */
  KeyRing(@ConfigProperty(name = "kexin.encryption-keys") List<String> base64Keys) {
    keys = new ConfiguredKeys<>("kexin.encryption-keys", base64Keys, DataKey::aead);
  }

  /** Name of the key that wraps. */
  String current() {
    return keys.current();
  }

  /** Names of the keys that only unwrap. */
  Set<String> former() {
    return keys.former();
  }

  /** A data key for its row: name of the wrapping key, nonce, ciphertext, tag. */
  byte[] wrap(UUID owner, byte[] key) {
    try {
      byte[] sealed = keys.demand(current()).encrypt(key, Columns.bytes(owner));
      return ByteBuffer.allocate(ConfiguredKeys.NAME_BYTES + sealed.length)
          .put(HexFormat.of().parseHex(current()))
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
    String by = HexFormat.of().formatHex(wrapped, 0, ConfiguredKeys.NAME_BYTES);
    byte[] sealed = Arrays.copyOfRange(wrapped, ConfiguredKeys.NAME_BYTES, wrapped.length);
    try {
      return keys.demand(by).decrypt(sealed, Columns.bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The data key of " + owner + " was not wrapped for it.", e);
    }
  }
}
