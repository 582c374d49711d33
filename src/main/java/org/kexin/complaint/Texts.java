package org.kexin.complaint;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;

/**
 * Texts about a customer, sealed under the customer's key; erasing the customer erases them also in
 * backups.
 */
final class Texts {

  /** Characters of a text at most. */
  static final int MAX_CHARS = 4_000;

  /** Where the description of a complaint stands. */
  static final String DESCRIPTION = "complaint.description";

  /** Where what was said of an event stands. */
  static final String NOTE = "complaint_event.note";

  private Texts() {}

  /** The text as it is stored; null for none. */
  static byte @Nullable [] seal(DataKey key, String column, @Nullable String text) {
    return text == null ? null : key.seal(column, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text as it was; null for none, and where the key was destroyed.
   *
   * @throws IllegalStateException if it was not sealed there
   */
  static @Nullable String open(@Nullable DataKey key, String column, byte @Nullable [] sealed) {
    return key == null || sealed == null
        ? null
        : new String(key.open(column, sealed), StandardCharsets.UTF_8);
  }
}
