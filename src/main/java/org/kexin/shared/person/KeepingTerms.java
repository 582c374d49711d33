package org.kexin.shared.person;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * For how long erasure leaves what other law demands.
 *
 * @param at when it is erased
 * @param bookkeeping from a purchase on
 * @param evidence from what was decided or asked on
 * @param accessRecords from the access on
 */
public record KeepingTerms(Instant at, Period bookkeeping, Period evidence, Period accessRecords) {

  /** The moment until which something of that moment is kept. */
  public static Instant until(Instant moment, Period kept) {
    return moment.atZone(ZoneOffset.UTC).plus(kept).toInstant();
  }
}
