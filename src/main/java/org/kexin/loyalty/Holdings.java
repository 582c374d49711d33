package org.kexin.loyalty;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an account holds, as the rules see it. Invariant: who owes points has none available, since
 * whatever becomes available repays first.
 *
 * @param lots with anything left, in the order in which they are spent
 * @param owed points, zero or more
 */
record Holdings(List<Lot> lots, long owed) {

  static final Holdings NOTHING = new Holdings(List.of(), 0);

  /**
   * Points that came together and end together.
   *
   * @param availableFrom when pending points become available
   * @param expiresAt when what is left of it ends; after {@code availableFrom}
   * @param pending points, zero or more
   * @param available points, zero or more
   */
  record Lot(UUID id, Instant availableFrom, Instant expiresAt, long pending, long available) {

    /** The first to expire is spent first; of these the one that was available first. */
    static final Comparator<Lot> SPENDING_ORDER =
        Comparator.comparing(Lot::expiresAt)
            .thenComparing(Lot::availableFrom)
            .thenComparing(Lot::id);

    /**
     * @throws IllegalArgumentException if a number is below zero, or the lot would end before it
     *     begins
     */
    Lot {
      if (pending < 0 || available < 0 || !availableFrom.isBefore(expiresAt)) {
        throw new IllegalArgumentException("A lot holds points from a moment until a later one.");
      }
    }

    /** A lot with nothing in it yet. */
    static Lot empty(UUID id, Instant availableFrom, Instant expiresAt) {
      return new Lot(id, availableFrom, expiresAt, 0, 0);
    }

    boolean isEmpty() {
      return pending == 0 && available == 0;
    }

    Lot after(Transfer transfer) {
      return new Lot(
          id,
          availableFrom,
          expiresAt,
          Math.addExact(pending, transfer.change(PointsBucket.PENDING)),
          Math.addExact(available, transfer.change(PointsBucket.AVAILABLE)));
    }

    /** When something happens to it by itself next. */
    Instant due() {
      return pending > 0 ? availableFrom : expiresAt;
    }
  }

  /**
   * @throws IllegalArgumentException if {@code owed} is below zero, or above it although points are
   *     available
   */
  Holdings {
    lots = lots.stream().sorted(Lot.SPENDING_ORDER).toList();
    if (owed < 0 || (owed > 0 && lots.stream().anyMatch(lot -> lot.available() > 0))) {
      throw new IllegalArgumentException("What is owed is repaid by what is available.");
    }
  }

  /** The sum of what can be spent. */
  long available() {
    return sum(lots.stream().map(Lot::available));
  }

  /** The sum of what cannot be spent yet. */
  long pending() {
    return sum(lots.stream().map(Lot::pending));
  }

  /** When points become available or expire next; empty if there are none. */
  Optional<Instant> due() {
    return lots.stream().map(Lot::due).min(Comparator.naturalOrder());
  }

  private static long sum(Stream<Long> points) {
    return points.reduce(0L, Math::addExact);
  }
}
