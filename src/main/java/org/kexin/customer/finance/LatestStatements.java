package org.kexin.customer.finance;

import static java.lang.Math.abs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest statement and the one whose balances it began with.
 *
 * @param opening null where none ends as the newest one begins
 */
public record LatestStatements<T>(T newest, @Nullable T opening) {

  /** Business years need not end with a month: those of 52 weeks shift by up to a week. */
  private static final int DAYS_BETWEEN_BOOKS = 15;

  /**
   * Picks them; of one day the longer period comes first, so that a year counts before its last
   * quarter. A statement of another currency, or of another day than the beginning give or take 15
   * days, says nothing of the opening balance.
   */
  static <T> Optional<LatestStatements<T>> of(
      Collection<T> all, Function<T, StatementPeriod> period, Function<T, Currency> currency) {
    return all.stream()
        .min(Comparator.comparing(period, StatementPeriod.NEWEST_FIRST))
        .map(
            newest -> {
              LocalDate beginning = period.apply(newest).opening();
              T opening =
                  all.stream()
                      .filter(it -> currency.apply(it).equals(currency.apply(newest)))
                      .filter(it -> period.apply(it).end().isBefore(period.apply(newest).end()))
                      .filter(it -> distance(period.apply(it), beginning) <= DAYS_BETWEEN_BOOKS)
                      .min(
                          Comparator.<T>comparingLong(it -> distance(period.apply(it), beginning))
                              .thenComparing(period, StatementPeriod.NEWEST_FIRST))
                      .orElse(null);
              return new LatestStatements<>(newest, opening);
            });
  }

  private static long distance(StatementPeriod one, LocalDate beginning) {
    return abs(ChronoUnit.DAYS.between(one.end(), beginning));
  }
}
