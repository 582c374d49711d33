package org.kexin.care;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Filters of the list of tasks.
 *
 * @param assignee user id of who claimed them; null for anybody
 */
record CareTaskQuery(CareTaskState state, @Nullable UUID customerId, @Nullable String assignee) {

  /** Where a page ended. */
  record Position(LocalDate dueOn, UUID id) {

    /**
     * @throws ProblemException {@code page-token-invalid} if it is not what {@link #text} wrote
     */
    static Position parse(String text) {
      String[] parts = text.split(" ", 2);
      try {
        return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeException | IllegalArgumentException altered) {
        throw new ProblemException(
            ProblemCode.PAGE_TOKEN_INVALID, "Send the nextPageToken as it was given, or none.");
      }
    }

    String text() {
      return dueOn + " " + id;
    }
  }
}
