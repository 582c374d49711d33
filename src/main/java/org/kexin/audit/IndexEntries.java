package org.kexin.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What makes the records of a link found.
 *
 * @param persons one for each person of each record
 * @param users one for each user, at the first of their records
 */
record IndexEntries(List<IndexEntry> persons, List<IndexEntry> users) {

  /** The entries for a batch; a line that holds no record, which was tampered with, has none. */
  static IndexEntries of(AccessBatch batch, long seq) {
    List<IndexEntry> persons = new ArrayList<>();
    Map<String, Integer> firstPlaces = new LinkedHashMap<>();
    for (int place = 0; place < batch.lines().size(); place++) {
      AccessLine.Parties parties;
      try {
        parties = AccessLine.parties(batch.lines().get(place));
      } catch (IllegalArgumentException tampered) {
        continue;
      }
      firstPlaces.putIfAbsent(parties.userId(), place);
      for (UUID customer : parties.persons()) {
        persons.add(new IndexEntry(customer, seq, place));
      }
    }
    List<IndexEntry> users = new ArrayList<>();
    firstPlaces.forEach(
        (userId, place) -> users.add(new IndexEntry(UserKey.of(userId), seq, place)));
    return new IndexEntries(persons, users);
  }
}
