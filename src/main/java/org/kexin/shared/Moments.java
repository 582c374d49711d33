package org.kexin.shared;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments in query parameters. */
public final class Moments {

  private Moments() {}

  /**
   * Reads a moment out of a query parameter.
   *
   * @throws ProblemException {@code parameter-invalid} if it is not an RFC 3339 instant in UTC, or
   *     not in the years 1000 to 9999, which are all that the database knows
   */
  public static @Nullable Instant parse(String name, @Nullable String text) {
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
