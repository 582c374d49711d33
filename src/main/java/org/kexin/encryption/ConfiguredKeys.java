package org.kexin.encryption;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kexin.shared.Hashes;

/**
 * The secret keys of one purpose: the first is in use, the others still serve for what was made
 * with them, until that is made anew. A key is named by the beginning of its hash, so that an
 * operator need not invent names and no two keys have the same.
 *
 * @param <K> what a key of 32 bytes becomes
 */
final class ConfiguredKeys<K> {

  static final int NAME_BYTES = 4;

  private final String property;
  private final Map<String, K> keys = new LinkedHashMap<>();
  private final String current;

  /**
   * @param property that the keys stand in, named in messages
   * @throws IllegalStateException if a key is not 32 bytes in Base64, or one is given twice
   */
  ConfiguredKeys(String property, List<String> base64Keys, Function<byte[], K> form) {
    this.property = property;
    for (String base64 : base64Keys) {
      byte[] key = decoded(base64);
      if (keys.put(name(key), form.apply(key)) != null) {
        throw new IllegalStateException(property + " holds the same key twice.");
      }
    }
    current = keys.keySet().iterator().next();
  }

  /** Name of the key in use: eight hexadecimal digits. */
  String current() {
    return current;
  }

  /** Names of the others. */
  Set<String> former() {
    Set<String> former = new LinkedHashSet<>(keys.keySet());
    former.remove(current);
    return former;
  }

  /** All keys by name, the one in use first. */
  Map<String, K> all() {
    return keys;
  }

  /**
   * The key of that name.
   *
   * @throws IllegalStateException if there is none
   */
  K demand(String name) {
    K key = keys.get(name);
    if (key == null) {
      throw new IllegalStateException(
          "The key " + name + " is needed and not in " + property + ": add it behind the first.");
    }
    return key;
  }

  private byte[] decoded(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == DataKey.BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below: the message of the decoder would quote the secret.
    }
    throw new IllegalStateException(
        property + " must hold keys of 32 bytes in Base64, separated by commas.");
  }

  private static String name(byte[] key) {
    return HexFormat.of().formatHex(Hashes.sha256().digest(key), 0, NAME_BYTES);
  }
}
