package org.kexin.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * The key under which all that belongs to one owner is sealed: AES-256-GCM (NIST SP 800-38D) with a
 * random nonce of 96 bits for each value. What was sealed for one column of one owner opens nowhere
 * else: both are associated data.
 *
 * <p>Immutable and thread-safe. Prints nothing of the key.
 */
public final class DataKey {

  static final int BYTES = 32;

  private final UUID owner;
  private final Aead aead;

  DataKey(UUID owner, byte[] key) {
    this.owner = owner;
    this.aead = aead(key);
  }

  /**
   * The value as it may be stored: nonce, ciphertext and tag, 28 bytes longer than the value.
   *
   * @param column table and column that the value stands in, such as {@code customer.contact}
   */
  public byte[] seal(String column, byte[] value) {
    try {
      return aead.encrypt(value, place(column));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A value cannot be sealed.", e);
    }
  }

  /**
   * The value that was sealed.
   *
   * @throws IllegalStateException if it was sealed for another column or owner, under another key,
   *     or was changed since
   */
  public byte[] open(String column, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place(column));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "What stands in " + column + " of " + owner + " was not sealed there.", e);
    }
  }

  private byte[] place(String column) {
    byte[] name = column.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES * 2 + name.length)
        .putLong(owner.getMostSignificantBits())
        .putLong(owner.getLeastSignificantBits())
        .put(name)
        .array();
  }

  static Aead aead(byte[] key) {
    try {
      return new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks AES-256-GCM.", e);
    }
  }
}
