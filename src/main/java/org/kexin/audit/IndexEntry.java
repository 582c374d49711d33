package org.kexin.audit;

import java.util.Comparator;
import java.util.UUID;

/**
 * That a record is found by somebody.
 *
 * @param key the person's id, or {@link UserKey} of the user
 * @param seq of the record's link
 * @param place of the record in its batch, from 0
 */
record IndexEntry(UUID key, long seq, int place) {

  /** In the order of the index, which is the cheapest order to add them in. */
  static final Comparator<IndexEntry> ORDER =
      Comparator.comparing(IndexEntry::key)
          .thenComparingLong(IndexEntry::seq)
          .thenComparingInt(IndexEntry::place);
}
