package org.kexin.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * That a record is about a person.
 *
 * @param seq of the record's link
 * @param place of the record in its batch, from 0
 */
record PersonEntry(UUID customer, long seq, int place) {

  /** In the order of the index, which is the cheapest order to add them in. */
  static final Comparator<PersonEntry> ORDER =
      Comparator.comparing(PersonEntry::customer)
          .thenComparingLong(PersonEntry::seq)
          .thenComparingInt(PersonEntry::place);

  /** The entries for a batch; a line that holds no record, which was tampered with, has none. */
  static List<PersonEntry> of(AccessBatch batch, long seq) {
    List<PersonEntry> entries = new ArrayList<>();
    for (int place = 0; place < batch.lines().size(); place++) {
      for (UUID customer : persons(batch.lines().get(place))) {
        entries.add(new PersonEntry(customer, seq, place));
      }
    }
    return entries;
  }

  private static List<UUID> persons(String line) {
    try {
      return AccessLine.persons(line);
    } catch (IllegalArgumentException tampered) {
      return List.of();
    }
  }
}
