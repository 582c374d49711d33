package org.kexin.audit;

import java.util.Arrays;
import java.util.UUID;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;

/** What users are indexed by: ids of tokens have any form and length, keys have 16 bytes. */
final class UserKey {

  private static final int BYTES = 16;

  private UserKey() {}

  /** The first half of the SHA-256 of the id. */
  static UUID of(String userId) {
    return Columns.uuid(Arrays.copyOf(Hashes.sha256(userId), BYTES));
  }
}
