package org.kexin.loyalty;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.loyalty.PointsEntry.Cause;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * One account's points within a transaction that holds the account's lock: asks {@link Ledger} what
 * moves, and writes down entries, lots and balance together. For one thread.
 *
 * <p>Each operation first settles what is due by {@code now}, and settles again after it.
 */
final class PointsBook {

  private final LoyaltyAccount account;
  private final ProgrammeTerms terms;
  private final int termsNumber;
  private final Map<UUID, PointsLot> lots = new LinkedHashMap<>();
  private final Map<UUID, PointsLot> lotByTransaction = new HashMap<>();
  private final Map<PointsEarning.Key, PointsEarning> earnings = new HashMap<>();
  private final Consumer<Object> writer;
  private final Ids ids;
  private final Instant now;
  private Holdings held;

  /**
   * @param open all lots of the account with anything left
   * @param writer keeps new rows
   */
  PointsBook(
      LoyaltyAccount account,
      LoyaltyProgrammes.Terms terms,
      List<PointsLot> open,
      Consumer<Object> writer,
      Ids ids,
      Instant now) {
    this.account = account;
    this.terms = terms.terms();
    this.termsNumber = terms.number();
    this.writer = writer;
    this.ids = ids;
    this.now = now;
    open.forEach(this::know);
    held = new Holdings(open.stream().map(PointsLot::held).toList(), account.owed());
  }

  /** Learns of a lot that may have nothing left. */
  void know(PointsLot lot) {
    lots.putIfAbsent(lot.id(), lot);
    if (lot.transactionId() != null) {
      lotByTransaction.putIfAbsent(lot.transactionId(), Objects.requireNonNull(lots.get(lot.id())));
    }
  }

  /** Learns of what a line brought. */
  void know(PointsEarning earning) {
    earnings.putIfAbsent(earning.key(), earning);
  }

  /** Whether an order is known already, by an earlier part of it. */
  boolean knowsOrder(UUID transaction) {
    return lotByTransaction.containsKey(transaction);
  }

  /** What is due happens; gives how many entries that took. */
  int settle() {
    Ledger.Moved moved = Ledger.settle(held, now);
    write(moved, Cause.time(ids.next()));
    return moved.transfers().size();
  }

  /** Books what the lines of an order, or of a further part of it, brought. */
  void earn(UUID transaction, Instant occurredAt, List<EarnRules.Earned> lines) {
    settle();
    PointsLot lot = lotByTransaction.get(transaction);
    if (lot == null) {
      lot = newLot(transaction, occurredAt);
    }
    UUID operation = ids.next();
    for (EarnRules.Earned line : lines) {
      if (line.points() > 0) {
        PointsEarning earning = new PointsEarning(account.id(), transaction, lot, line);
        know(earning);
        writer.accept(earning);
        lot.add(line.points());
        write(
            Ledger.earn(held, PointsEntryKind.EARN, lot.held(), line.points(), occurredAt),
            Cause.line(operation, transaction, line.lineNo(), termsNumber));
      }
    }
    settle();
  }

  /**
   * Books that pieces of an order's line came back. Nothing if the line brought nothing.
   *
   * @param operation of the return
   * @param line of the return
   * @param orderLine of the order
   */
  void reverse(
      UUID operation,
      UUID returned,
      int line,
      PointsEarning.Key orderLine,
      int pieces,
      Instant at) {
    settle();
    PointsEarning earning = earnings.get(orderLine);
    if (earning == null) {
      return;
    }
    PointsLot lot = Objects.requireNonNull(lots.get(earning.lotId()));
    long points = earning.takeBack(pieces);
    lot.takeBack(points);
    write(
        Ledger.reverse(held, lot.id(), points, terms.spentPoints(), at),
        Cause.line(operation, returned, line, termsNumber));
  }

  /** Books points for a referral. */
  void bonus(long points, Instant occurredAt) {
    settle();
    if (points > 0) {
      PointsLot lot = newLot(null, occurredAt);
      lot.add(points);
      write(
          Ledger.earn(held, PointsEntryKind.BONUS, lot.held(), points, occurredAt),
          Cause.referral(ids.next(), termsNumber));
      settle();
    }
  }

  /**
   * Spends points.
   *
   * @throws ProblemException {@code points-insufficient} if fewer are available; what was due stays
   *     undone with the transaction, and happens with the next operation or by the job
   */
  void spend(long points, Cause cause) {
    settle();
    write(enough(Ledger.spend(held, points, now)), cause);
  }

  /**
   * Gives points, or takes them below zero.
   *
   * @throws ProblemException {@code points-insufficient} if more would be taken than are available
   */
  void adjust(long points, Cause cause) {
    settle();
    if (points < 0) {
      write(enough(Ledger.takeAway(held, -points, now)), cause);
      return;
    }
    PointsLot lot = new PointsLot(ids.next(), account.id(), null, now, now, terms.expiresAt(now));
    keep(lot);
    lot.add(points);
    write(Ledger.give(held, lot.held(), points, now), cause);
  }

  /**
   * Gives the points of a spending back.
   *
   * @param spending its entries; their lots are known
   */
  void rollBack(List<PointsEntry> spending, Cause cause) {
    settle();
    List<Ledger.Spent> spent =
        spending.stream()
            .map(entry -> Objects.requireNonNull(lots.get(entry.lotId())).spent(entry.points()))
            .toList();
    write(Ledger.rollBack(held, spent, now), cause);
  }

  /** Gives up all points and closes the account. */
  void close(Cause cause) {
    settle();
    write(Ledger.forfeit(held, now), cause);
    account.close(now);
  }

  LoyaltyAccount account() {
    return account;
  }

  ProgrammeTerms terms() {
    return terms;
  }

  private Ledger.Moved enough(Ledger.Outcome outcome) {
    return switch (outcome) {
      case Ledger.Moved moved -> moved;
      case Ledger.Insufficient insufficient ->
          throw new ProblemException(
              ProblemCode.POINTS_INSUFFICIENT,
              "Read the account for what is available, and ask for no more; nothing was changed.");
    };
  }

  private PointsLot newLot(@Nullable UUID transaction, Instant earnedAt) {
    PointsLot lot =
        new PointsLot(
            ids.next(),
            account.id(),
            transaction,
            earnedAt,
            terms.availableFrom(earnedAt),
            terms.expiresAt(earnedAt));
    keep(lot);
    return lot;
  }

  private void keep(PointsLot lot) {
    know(lot);
    writer.accept(lot);
  }

  private void write(Ledger.Moved moved, Cause cause) {
    int part = 0;
    for (Transfer transfer : moved.transfers()) {
      long number = account.book(transfer);
      if (transfer.lot() != null) {
        Objects.requireNonNull(lots.get(transfer.lot())).book(transfer);
      }
      writer.accept(new PointsEntry(account.id(), number, transfer, cause, part++, now));
    }
    held = moved.after();
    account.expect(held.due().orElse(null));
  }
}
