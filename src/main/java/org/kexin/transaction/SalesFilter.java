package org.kexin.transaction;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions an analysis reads; null leaves a member open.
 *
 * @param from first moment, inclusive
 * @param until end, exclusive
 * @param recordedUntil only what was known here at that moment, inclusive
 */
public record SalesFilter(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Kind kind,
    @Nullable Currency currency,
    @Nullable Instant recordedUntil) {

  /** All transactions. */
  public static final SalesFilter ALL = new SalesFilter(null, null, null, null, null);

  /** All transactions that were known here at that moment; null for all. */
  public static SalesFilter knownAt(@Nullable Instant moment) {
    return new SalesFilter(null, null, null, null, moment);
  }
}
