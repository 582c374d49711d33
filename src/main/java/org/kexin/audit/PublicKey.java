package org.kexin.audit;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.kexin.shared.Hashes;

/** The public half of a {@link SigningKey}: all that is needed to verify the log. */
final class PublicKey {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 8;

  private final byte[] bytes;

  /**
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  PublicKey(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("A public key has " + KEY_BYTES + " bytes.");
    }
    this.bytes = bytes.clone();
  }

  /**
   * The key in the text that {@link #toString} gives.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static PublicKey parse(String base64) {
    return new PublicKey(Base64.getDecoder().decode(base64.strip()));
  }

  /** Names the key in checkpoints. */
  String id() {
    byte[] hash = Hashes.sha256().digest(bytes);
    return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
  }

  /** Whether the checkpoint was signed with the private half. */
  boolean signed(Checkpoint checkpoint) {
    try {
      new Ed25519Verify(bytes)
          .verify(Base64.getDecoder().decode(checkpoint.signature()), checkpoint.signed());
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }

  /** Base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
