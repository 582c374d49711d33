package org.kexin.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list that is ordered by time: behind the row of that moment with that id.
 *
 * @param moment to the microsecond
 */
public record TimePosition(Instant moment, UUID id) {

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws ProblemException {@code page-token-invalid} if it is something else
   */
  public static TimePosition parse(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return new TimePosition(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
    } catch (DateTimeException | IllegalArgumentException altered) {
      throw new ProblemException(
          ProblemCode.PAGE_TOKEN_INVALID, "Send the nextPageToken as it was given, or none.");
    }
  }

  /** As the key of a page. */
  public String text() {
    return moment + " " + id;
  }
}
