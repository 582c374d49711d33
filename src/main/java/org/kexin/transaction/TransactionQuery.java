package org.kexin.transaction;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** Filters and order of the list of transactions. */
record TransactionQuery(
    @Nullable UUID customerId,
    @Nullable Kind kind,
    @Nullable Instant from,
    @Nullable Instant until,
    Sort sort) {

  /** Orders a list can have; both end in the id, so a page never skips or repeats a row. */
  enum Sort {
    OLDEST_FIRST("", ">"),
    NEWEST_FIRST(" desc", "<");

    private final String direction;
    private final String comparison;

    Sort(String direction, String comparison) {
      this.direction = direction;
      this.comparison = comparison;
    }

    /**
     * @throws ProblemException {@code parameter-invalid} if {@code text} is neither occurredAt nor
     *     -occurredAt
     */
    static Sort parse(@Nullable String text) {
      return switch (text == null ? "-occurredAt" : text) {
        case "occurredAt" -> OLDEST_FIRST;
        case "-occurredAt" -> NEWEST_FIRST;
        default ->
            throw ProblemException.parameter("sort", "Sort by occurredAt or by -occurredAt.");
      };
    }

    String clause() {
      return "t.occurredAt" + direction + ", t.id" + direction;
    }

    /** Beyond a position. The first half alone is what an index can begin at. */
    String beyond() {
      return "t.occurredAt %1$s= :afterMoment and (t.occurredAt %1$s :afterMoment or t.id %1$s :afterId)"
          .formatted(comparison);
    }
  }

  /** Where a page ended. */
  record Position(Instant occurredAt, UUID id) {

    static Position of(Transaction transaction) {
      return new Position(transaction.occurredAt(), transaction.id());
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
      return occurredAt + " " + id;
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
      Instant moment = Instant.parse(text);
      if (text.matches("[1-9][0-9]{3}-.*")) {
        return moment;
      }
    } catch (DateTimeException unreadable) {
      // Answered below, like a moment out of range.
    }
    throw ProblemException.parameter(name, "Write a moment such as 2026-03-01T00:00:00Z.");
  }
}
