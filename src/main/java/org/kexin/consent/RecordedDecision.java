package org.kexin.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the table, for ever.
 *
 * @param noticeId the text that the person saw; null is possible for a withdrawal only
 * @param evidence null is possible for a withdrawal only
 * @param recordedBy user id of the member of staff; null where the person did it themselves
 */
record RecordedDecision(
    UUID personId,
    Choice choice,
    GivenBy givenBy,
    @Nullable UUID noticeId,
    @Nullable Evidence evidence,
    CollectedThrough collectedThrough,
    Instant recordedAt,
    @Nullable String recordedBy) {

  /**
   * @throws IllegalArgumentException if a consent lacks the notice or the evidence
   */
  RecordedDecision {
    if (choice.verdict() == Verdict.GIVEN && (noticeId == null || evidence == null)) {
      throw new IllegalArgumentException("A consent names what was read and what proves it.");
    }
  }
}
