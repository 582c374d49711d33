package org.kexin.encryption;

import java.util.List;
import java.util.UUID;
import org.kexin.shared.Hashes;

/** Keys other than those the service runs with, for tests of their change. */
public final class KeysForTests {

  private KeysForTests() {}

  /** A blind index under these keys, the first in use. */
  public static BlindIndex index(String... base64Keys) {
    return new BlindIndex(List.of(base64Keys));
  }

  /** A fresh data key of an owner. */
  public static DataKey dataKey(UUID owner) {
    return new DataKey(owner, Hashes.freshKey());
  }
}
