package org.kexin.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemException;

/**
 * Which sales an analysis looks at. Both ends of the period belong to it.
 *
 * @param knownAt only what was known here at that moment; null for all
 * @param filters which part of them
 */
public record SalesQuery(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Returns returns,
    Anonymous anonymous,
    @Nullable Currency currency,
    @Nullable Instant knownAt,
    Filters filters) {

  /** Whether returns lower the figures. */
  public enum Returns {
    EXCLUDED,
    DEDUCTED
  }

  /** Whether transactions without a customer count in totals and months. */
  public enum Anonymous {
    EXCLUDED,
    INCLUDED
  }

  /**
   * Reads query parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if the period is empty, the currency
   *     unknown, or a word is not one of its parameter
   */
  public static SalesQuery of(
      SalesParameters sales, @Nullable LocalDate to, @Nullable String anonymous) {
    LocalDate from = sales.from();
    if (from != null && to != null && from.isAfter(to)) {
      throw ProblemException.parameter("from", "from is not after to.");
    }
    return new SalesQuery(
        from,
        to,
        word(Returns.class, "returns", sales.returns(), Returns.EXCLUDED),
        word(Anonymous.class, "anonymous", anonymous, Anonymous.EXCLUDED),
        sales.currency() == null ? null : currency(sales.currency()),
        sales.asOf(),
        Filters.of(sales.channel(), sales.customerKind()));
  }

  /** The same sales of another period; both ends belong to it, null leaves one open. */
  public SalesQuery during(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new SalesQuery(from, to, returns, anonymous, currency, knownAt, filters);
  }

  /**
   * Of these sales only the lines of products of a category.
   *
   * @param category null for all
   * @throws ProblemException {@code parameter-invalid} if no category can be called so
   */
  public SalesQuery within(@Nullable String category) {
    return new SalesQuery(
        from, to, returns, anonymous, currency, knownAt, filters.within(category));
  }

  /** What of it an answer says among its parameters. */
  public SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("returns", returns.name());
    parameters.put("anonymous", anonymous.name());
    filters.state(parameters);
    return parameters;
  }

  /**
   * One of the words of a parameter, in any case, with hyphens or underscores.
   *
   * @throws ProblemException {@code parameter-invalid} if it is none of them
   */
  public static <E extends Enum<E>> E word(
      Class<E> type, String name, @Nullable String text, E unset) {
    if (text == null) {
      return unset;
    }
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter(
          name, "Use one of " + java.util.Arrays.toString(type.getEnumConstants()) + ".");
    }
  }

  private static Currency currency(String code) {
    try {
      return Money.currency(code);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("currency", "Use an ISO 4217 code such as GBP.");
    }
  }
}
