package org.kexin.transaction;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions an analysis reads; null leaves a member open.
 *
 * @param from first moment, inclusive
 * @param until end, exclusive
 */
public record SalesFilter(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Kind kind,
    @Nullable Currency currency) {

  /** All transactions. */
  public static final SalesFilter ALL = new SalesFilter(null, null, null, null);
}
