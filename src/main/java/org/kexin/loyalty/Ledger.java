package org.kexin.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.loyalty.Holdings.Lot;

/**
 * The rules of the points ledger: what moves from which bucket to which. Pure; who calls holds the
 * account's lock and writes the transfers down.
 *
 * <p>Each operation is given holdings in which everything due by then has happened ({@link
 * #settle}), so that it makes no difference when the job ran that releases and expires.
 */
final class Ledger {

  private Ledger() {}

  /** What came of an operation. */
  sealed interface Outcome {}

  /** Points moved, maybe none. */
  record Moved(Holdings after, List<Transfer> transfers) implements Outcome {

    /** Copies the transfers. */
    Moved {
      transfers = List.copyOf(transfers);
    }
  }

  /** Fewer points are available than asked for; nothing moves. */
  record Insufficient(long available) implements Outcome {}

  /** Points of a lot that were spent; the lot may be gone since. */
  record Spent(UUID lot, Instant availableFrom, Instant expiresAt, long points) {}

  private record Due(Instant at, boolean expires, Lot lot) {

    /** At the same moment a release comes first, so that what it repays does not expire. */
    static final Comparator<Due> IN_TIME =
        Comparator.comparing(Due::at)
            .thenComparing(Due::expires)
            .thenComparing(Due::lot, Lot.SPENDING_ORDER);
  }

  /**
   * What happens by itself until a moment, in the order of time: pending points become available
   * and repay what is owed, lots expire. A lot whose time is over at {@code now} is over.
   */
  static Moved settle(Holdings held, Instant now) {
    List<Due> due = new ArrayList<>();
    for (Lot lot : held.lots()) {
      if (lot.pending() > 0 && !lot.availableFrom().isAfter(now)) {
        due.add(new Due(lot.availableFrom(), false, lot));
      }
      if (!lot.expiresAt().isAfter(now)) {
        due.add(new Due(lot.expiresAt(), true, lot));
      }
    }
    due.sort(Due.IN_TIME);
    Hand hand = new Hand(held);
    for (Due event : due) {
      Lot lot = hand.lot(event.lot());
      if (event.expires()) {
        hand.take(
            PointsEntryKind.EXPIRE, lot, lot.available(), PointsBucket.EXPIRED, lot.expiresAt());
      } else {
        hand.move(
            PointsEntryKind.RELEASE,
            PointsBucket.PENDING,
            PointsBucket.AVAILABLE,
            lot.pending(),
            lot.id(),
            lot.availableFrom());
        hand.repay(lot.availableFrom());
      }
    }
    return hand.moved();
  }

  /**
   * Adds points to a lot as pending; {@link #settle} makes them available, at once where that time
   * has come.
   *
   * @param kind {@code EARN} or {@code BONUS}
   * @param lot a new one, or one that had points before
   * @param points zero or more
   */
  static Moved earn(Holdings held, PointsEntryKind kind, Lot lot, long points, Instant at) {
    Hand hand = new Hand(held);
    hand.lot(lot);
    hand.move(kind, PointsBucket.ISSUED, PointsBucket.PENDING, points, lot.id(), at);
    return hand.moved();
  }

  /** Takes points from the lots that expire first. */
  static Outcome spend(Holdings held, long points, Instant at) {
    return take(held, PointsEntryKind.SPEND, PointsBucket.SPENT, points, at);
  }

  /** Takes points for a reason, as if they were spent. */
  static Outcome takeAway(Holdings held, long points, Instant at) {
    return take(held, PointsEntryKind.ADJUST, PointsBucket.ADJUSTED, points, at);
  }

  /** Gives points for a reason: available at once, as a lot of their own. */
  static Moved give(Holdings held, Lot lot, long points, Instant at) {
    Hand hand = new Hand(held);
    hand.lot(lot);
    hand.move(
        PointsEntryKind.ADJUST,
        PointsBucket.ADJUSTED,
        PointsBucket.AVAILABLE,
        points,
        lot.id(),
        at);
    hand.repay(at);
    return hand.moved();
  }

  /**
   * Gives what was spent back to the lots it came from. Points whose lot expired meanwhile expire
   * now: a roll-back makes as if nothing had been spent, and unspent they would be gone. What
   * remains repays what is owed.
   */
  static Moved rollBack(Holdings held, List<Spent> spent, Instant at) {
    Hand hand = new Hand(held);
    for (Spent some : spent) {
      Lot lot = hand.lot(Lot.empty(some.lot(), some.availableFrom(), some.expiresAt()));
      hand.move(
          PointsEntryKind.ROLL_BACK,
          PointsBucket.SPENT,
          PointsBucket.AVAILABLE,
          some.points(),
          lot.id(),
          at);
      if (!lot.expiresAt().isAfter(at)) {
        hand.take(PointsEntryKind.EXPIRE, lot, some.points(), PointsBucket.EXPIRED, at);
      }
    }
    hand.repay(at);
    return hand.moved();
  }

  /**
   * Takes back what returned goods had brought: first pending points of the order's own lot, then
   * its available ones, then available ones of other lots as if they were spent. Pending points of
   * other orders stay. For what is not there the programme's rule decides: it is owed, or forgiven.
   *
   * @param lot of the order; it may be gone
   * @param points zero or more
   */
  static Moved reverse(Holdings held, UUID lot, long points, SpentPointsRule rule, Instant at) {
    Hand hand = new Hand(held);
    long left = points;
    Lot own = hand.find(lot);
    if (own != null) {
      long pending = Math.min(left, own.pending());
      hand.move(
          PointsEntryKind.REVERSE,
          PointsBucket.PENDING,
          PointsBucket.REVERSED,
          pending,
          own.id(),
          at);
      left -= pending;
      long available = Math.min(left, own.available());
      hand.take(PointsEntryKind.REVERSE, own, available, PointsBucket.REVERSED, at);
      left -= available;
    }
    left -= hand.takeInOrder(PointsEntryKind.REVERSE, PointsBucket.REVERSED, left, at);
    if (rule == SpentPointsRule.NEGATIVE) {
      hand.move(PointsEntryKind.REVERSE, PointsBucket.OWED, PointsBucket.REVERSED, left, null, at);
    } else {
      hand.move(
          PointsEntryKind.FORGIVE, PointsBucket.FORGIVEN, PointsBucket.REVERSED, left, null, at);
    }
    return hand.moved();
  }

  /** Ends it: all that is left is given up, what is owed is forgiven. */
  static Moved forfeit(Holdings held, Instant at) {
    Hand hand = new Hand(held);
    for (Lot lot : held.lots()) {
      hand.move(
          PointsEntryKind.FORFEIT,
          PointsBucket.PENDING,
          PointsBucket.FORFEITED,
          lot.pending(),
          lot.id(),
          at);
      hand.take(PointsEntryKind.FORFEIT, lot, lot.available(), PointsBucket.FORFEITED, at);
    }
    hand.move(
        PointsEntryKind.FORGIVE, PointsBucket.FORGIVEN, PointsBucket.OWED, held.owed(), null, at);
    return hand.moved();
  }

  private static Outcome take(
      Holdings held, PointsEntryKind kind, PointsBucket into, long points, Instant at) {
    long available = held.available();
    if (points > available) {
      return new Insufficient(available);
    }
    Hand hand = new Hand(held);
    hand.takeInOrder(kind, into, points, at);
    return hand.moved();
  }

  /** Holdings while they change, and what changed them. Confined to one call. */
  private static final class Hand {

    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private long owed;

    Hand(Holdings held) {
      held.lots().forEach(lot -> lots.put(lot.id(), lot));
      owed = held.owed();
    }

    /** The lot as it is now; it is added where it was gone. */
    Lot lot(Lot known) {
      return Objects.requireNonNull(lots.computeIfAbsent(known.id(), id -> known));
    }

    @Nullable Lot find(UUID id) {
      return lots.get(id);
    }

    void move(
        PointsEntryKind kind,
        PointsBucket debit,
        PointsBucket credit,
        long points,
        @Nullable UUID lot,
        Instant at) {
      if (points == 0) {
        return;
      }
      Transfer transfer = new Transfer(kind, debit, credit, points, lot, at);
      transfers.add(transfer);
      if (lot != null) {
        lots.computeIfPresent(lot, (id, it) -> it.after(transfer));
      }
      owed = Math.subtractExact(owed, transfer.change(PointsBucket.OWED));
    }

    void take(PointsEntryKind kind, Lot lot, long points, PointsBucket into, Instant at) {
      move(kind, PointsBucket.AVAILABLE, into, points, lot.id(), at);
    }

    /** Takes as much as there is of these points; gives how much that was. */
    long takeInOrder(PointsEntryKind kind, PointsBucket into, long points, Instant at) {
      long left = points;
      for (Lot lot : lots.values().stream().sorted(Lot.SPENDING_ORDER).toList()) {
        long some = Math.min(left, lot.available());
        take(kind, lot, some, into, at);
        left -= some;
      }
      return points - left;
    }

    void repay(Instant at) {
      takeInOrder(PointsEntryKind.REPAY, PointsBucket.OWED, owed, at);
    }

    Moved moved() {
      List<Lot> left = lots.values().stream().filter(lot -> !lot.isEmpty()).toList();
      return new Moved(new Holdings(left, owed), transfers);
    }
  }
}
