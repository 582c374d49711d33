package org.kexin.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash. */
final class Hash {

  /** How many it has. */
  static final int BYTES = 32;

  /** Stands where there is nothing yet that could be hashed. */
  static final Hash NONE = new Hash(new byte[BYTES]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A hash has " + BYTES + " bytes.");
    }
    return new Hash(bytes.clone());
  }

  /** The hash in the text that {@link #toString} gives. */
  static Hash parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** What the digest has come to. */
  static Hash of(MessageDigest digest) {
    return new Hash(digest.digest());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  void addTo(MessageDigest digest) {
    digest.update(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
