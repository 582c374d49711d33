package org.kexin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * Filters and order of the list of complaints.
 *
 * @param categoryId with all that stands below it
 * @param dueBefore only those that have a deadline, and before that moment
 */
record ComplaintQuery(
    @Nullable ComplaintState state,
    @Nullable Severity severity,
    @Nullable String assignee,
    @Nullable UUID categoryId,
    @Nullable UUID productId,
    @Nullable UUID customerId,
    @Nullable Instant dueBefore,
    Sort sort) {

  /** Orders a list can have; both end in the id, so a page never skips or repeats a row. */
  enum Sort {
    /** What is due first comes first; what has no deadline comes last. */
    NEXT_DEADLINE,
    NEWEST_FIRST;

    /**
     * @throws ProblemException {@code parameter-invalid} if {@code text} is neither nextDeadline
     *     nor -createdAt
     */
    static Sort parse(@Nullable String text) {
      return switch (text == null ? "nextDeadline" : text) {
        case "nextDeadline" -> NEXT_DEADLINE;
        case "-createdAt" -> NEWEST_FIRST;
        default ->
            throw ProblemException.parameter("sort", "Sort by nextDeadline or by -createdAt.");
      };
    }
  }
}
