package org.kexin.analysis;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * The parameters of a question as they were written down, by the names they have in the query of
 * the request that asks the same. Remembers which were read, so that a misspelt one is refused
 * instead of being passed over. Not thread-safe.
 */
public final class Asked {

  private final Map<String, String> given;
  private final SortedSet<String> unread;

  public Asked(Map<String, String> given) {
    this.given = Map.copyOf(given);
    this.unread = new TreeSet<>(given.keySet());
  }

  /** A text; null when it was not given. */
  public @Nullable String text(String name) {
    unread.remove(name);
    return given.get(name);
  }

  /**
   * A day.
   *
   * @throws ProblemException {@code parameter-invalid} if it is none
   */
  public @Nullable LocalDate day(String name) {
    return read(name, "a date such as 2011-12-09", LocalDate::parse);
  }

  /**
   * A moment.
   *
   * @throws ProblemException {@code parameter-invalid} if it is none
   */
  public @Nullable Instant moment(String name) {
    return read(name, "a moment such as 2011-12-09T12:50:00Z", Instant::parse);
  }

  /**
   * A whole number.
   *
   * @throws ProblemException {@code parameter-invalid} if it is none
   */
  public @Nullable Integer number(String name) {
    return read(name, "a whole number", Integer::valueOf);
  }

  /**
   * A decimal number.
   *
   * @throws ProblemException {@code parameter-invalid} if it is none
   */
  public @Nullable BigDecimal decimal(String name) {
    return read(name, "a decimal number", BigDecimal::new);
  }

  /**
   * Refuses what nobody read.
   *
   * @throws ProblemException {@code parameter-invalid} if there is such a parameter
   */
  public void demandNothingElse() {
    if (!unread.isEmpty()) {
      throw ProblemException.parameter(
          "parameters", "This analysis has no parameter " + String.join(", ", unread) + ".");
    }
  }

  private <T> @Nullable T read(String name, String wanted, Function<String, T> reader) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw ProblemException.parameter(name, name + " is " + wanted + ".");
    }
  }
}
