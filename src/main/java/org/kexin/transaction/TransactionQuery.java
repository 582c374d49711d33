package org.kexin.transaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
}
