package org.kexin.complaint;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
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

  /** Where a page ended. */
  record Position(Instant nextDeadline, UUID id) {

    static Position of(ComplaintRecord complaint) {
      Instant deadline = complaint.nextDeadline();
      return new Position(deadline == null ? Complaint.NEVER : deadline, complaint.id());
    }

    static Position parse(String text) {
      String[] parts = text.split(" ", 2);
      try {
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeException | IllegalArgumentException altered) {
        throw new ProblemException(
            ProblemCode.PAGE_TOKEN_INVALID, "Send the nextPageToken as it was given, or none.");
      }
    }

    String text() {
      return nextDeadline + " " + id;
    }
  }

  /**
   * Reads a moment out of a query parameter.
   *
   * @throws ProblemException {@code parameter-invalid} if it is not an RFC 3339 instant in UTC, or
   *     not in the years 1000 to 9999, which are all that the database knows
   */
  static @Nullable Instant moment(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      if (text.matches("[1-9][0-9]{3}-.*")) {
        return Instant.parse(text);
      }
    } catch (DateTimeException unreadable) {
      // Answered below, like a moment out of range.
    }
    throw ProblemException.parameter(name, "Write a moment such as 2026-03-01T00:00:00Z.");
  }
}
