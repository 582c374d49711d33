package org.kexin.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** SHA-256, which every Java platform must offer. */
public final class Hashes {

  private static final int KEY_BYTES = 32;

  private Hashes() {}

  /** 32 random bytes: a key for hashes that nobody can foresee. */
  public static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    // Not kept: a native image must not carry a generator that was seeded at build time.
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** A fresh digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java platform lacks SHA-256.", e);
    }
  }

  /** The hash of a text in UTF-8, 32 bytes. */
  public static byte[] sha256(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
