package org.kexin.shared.person;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;

/**
 * One thing that happened between a person and the company.
 *
 * @param kind what it was, upper snake, such as {@code ORDER}
 * @param occurredAt when, to the microsecond
 * @param id of its row; no two entries have the same
 * @param subjectId of the record to read for more, such as the complaint of an escalation
 * @param summary a code of the record's own that says what came of it, upper snake, such as {@code
 *     REFUSED}; never text of or about a person
 */
public record TimeLineEntry(
    String kind, Instant occurredAt, UUID id, UUID subjectId, @Nullable String summary) {

  /** The newest first; of one moment, the highest id first, as MySQL compares binary columns. */
  public static final Comparator<TimeLineEntry> NEWEST_FIRST =
      Comparator.comparing(TimeLineEntry::occurredAt)
          .thenComparing(
              TimeLineEntry::id,
              Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                  .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned))
          .reversed();

  /** Where it stands in the order. */
  public TimePosition position() {
    return new TimePosition(occurredAt, id);
  }
}
