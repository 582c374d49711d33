package org.kexin.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points on their way from one bucket to another: an entry of the ledger before it is written.
 *
 * @param points above zero
 * @param lot to which pending and available points belong; null where neither bucket is one of
 *     these
 * @param at when it took effect, which is before now for a release or an expiry that is written
 *     late
 */
record Transfer(
    PointsEntryKind kind,
    PointsBucket debit,
    PointsBucket credit,
    long points,
    @Nullable UUID lot,
    Instant at) {

  /**
   * @throws IllegalArgumentException if {@code points} is not above zero, the buckets are the same,
   *     or pending or available points belong to no lot
   */
  Transfer {
    if (points <= 0 || debit == credit) {
      throw new IllegalArgumentException("A transfer moves points to another bucket.");
    }
    if (lot == null && (inLots(debit) || inLots(credit))) {
      throw new IllegalArgumentException("Points that can be spent belong to a lot.");
    }
  }

  /** By how much this changes what a bucket holds. */
  long change(PointsBucket bucket) {
    return credit == bucket ? points : debit == bucket ? -points : 0;
  }

  private static boolean inLots(PointsBucket bucket) {
    return bucket == PointsBucket.PENDING || bucket == PointsBucket.AVAILABLE;
  }
}
