package org.kexin.customer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;
import org.kexin.shared.JsonColumn;

/**
 * A column of facts that stand sealed under their customer's key, as JSON.
 *
 * @param name table and column
 * @param none facts that say nothing: they are stored as null, and null is read as them
 */
record SealedColumn<T>(String name, Class<T> type, T none) {

  /**
   * The facts for the column. What is the same as at present stays as it is sealed: sealed anew it
   * would look changed.
   */
  byte @Nullable [] seal(@Nullable DataKey key, T facts, byte @Nullable [] present) {
    if (facts.equals(none)) {
      return null;
    }
    return facts.equals(open(key, present))
        ? present
        : unlocked(key).seal(name, JsonColumn.write(facts));
  }

  /**
   * The facts in the column.
   *
   * @throws IllegalStateException if there are some and the customer was not unlocked, or they were
   *     not sealed here
   */
  T open(@Nullable DataKey key, byte @Nullable [] sealed) {
    return sealed == null ? none : JsonColumn.read(unlocked(key).open(name, sealed), type);
  }

  private DataKey unlocked(@Nullable DataKey key) {
    if (key == null) {
      throw new IllegalStateException(name + " is sealed, and the customer was not unlocked.");
    }
    return Objects.requireNonNull(key);
  }
}
