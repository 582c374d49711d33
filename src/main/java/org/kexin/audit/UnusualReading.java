package org.kexin.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an hour of reading is unusual, in figures.
 *
 * @param observed what was counted
 * @param usual the median of the hours compared with, null where nothing is compared
 * @param threshold what was exceeded or reached
 */
public record UnusualReading(Kind kind, long observed, @Nullable Long usual, long threshold) {

  /** The reasons. */
  @Schema(name = "UnusualReadingKind", description = "Why reading is unusual (异常查阅).")
  public enum Kind {
    /** More persons than in the user's own hours before. */
    ABOVE_OWN_HISTORY,
    /** More persons than in hours of others with the same roles. */
    ABOVE_PEERS,
    /** Outside of office hours. */
    OFF_HOURS,
    /** Many different persons. */
    MANY_PERSONS,
    /** Person after person in the order of their ids, as one does who copies a register. */
    IN_ORDER_OF_IDS,
    /** Many persons in lists. */
    BULK,
    /** Many files with personal data. */
    DOWNLOADS
  }
}
