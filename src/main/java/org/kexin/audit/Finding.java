package org.kexin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that the log is not what it was.
 *
 * @param number of the first record that is not as it was, null for one that never was in the log
 * @param record the id that stands there now, null where none can be read
 * @param detail what was found, in words
 */
public record Finding(Kind kind, @Nullable Long number, @Nullable UUID record, String detail) {

  /** What was done to the log. */
  public enum Kind {
    /** A record is gone. */
    RECORD_MISSING,
    /** A record differs from what was written. */
    RECORD_CHANGED,
    /** A record that no writer wrote. */
    RECORD_FORGED,
    /** The index of persons is not that of the records. */
    PERSONS_CHANGED,
    /** The index of users is not that of the records. */
    USERS_CHANGED,
    /** Links or batches are gone, changed, moved or added. */
    CHAIN_BROKEN,
    /** A checkpoint is gone, changed or not signed with a known key. */
    CHECKPOINT_BROKEN,
    /** The log ends before what was exported: cut, or restored from an older backup. */
    LOG_CUT
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.name());
    if (number != null) {
      text.append(" at record ").append(number);
    }
    if (record != null) {
      text.append(" (").append(record).append(')');
    }
    return text.append(": ").append(detail).toString();
  }
}
