package org.kexin.transaction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, or a part of one, as another system knows it. Parts of one transaction have the
 * same source and number.
 *
 * @param source which system numbered it, kebab-case, at most 40 characters
 * @param number its number there, 1 to 64 characters, compared exactly
 * @param customerId null for an anonymous transaction
 * @param occurredAt when these lines came about; cut to microseconds
 * @param lines at least one
 */
public record ImportedTransaction(
    Kind kind,
    String source,
    String number,
    @Nullable UUID customerId,
    Channel channel,
    Currency currency,
    Instant occurredAt,
    List<ImportedLine> lines) {

  static final int MAX_SOURCE_CHARS = 40;
  static final int MAX_NUMBER_CHARS = 64;
  static final String SOURCE_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

  private static final Pattern SOURCE = Pattern.compile(SOURCE_PATTERN);

  /**
   * @throws IllegalArgumentException if the source is not kebab-case of at most 40 characters, the
   *     number is blank or longer than 64 characters, or there are no lines
   */
  public ImportedTransaction {
    if (source.length() > MAX_SOURCE_CHARS || !SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException("A source is kebab-case of at most 40 characters.");
    }
    if (number.isBlank() || number.length() > MAX_NUMBER_CHARS) {
      throw new IllegalArgumentException("A number has 1 to 64 characters.");
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A transaction has at least one line.");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    lines = List.copyOf(lines);
  }

  NumberedBy reference() {
    return new NumberedBy(source, number);
  }

  /** What identifies a transaction outside of this service. */
  record NumberedBy(String source, String number) {}
}
