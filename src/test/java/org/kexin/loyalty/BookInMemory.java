package org.kexin.loyalty;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kexin.loyalty.PointsEntry.Cause;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemException;

/** An account whose rows are kept in memory: rules and book without database and framework. */
final class BookInMemory implements Histories.Subject {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Ids IDS = new Ids(new org.kexin.shared.Clock(Clock.systemUTC()));
  private static final UUID PRODUCT = new UUID(0x7000, 1);

  private final LoyaltyAccount account =
      new LoyaltyAccount(IDS.next(), IDS.next(), IDS.next(), Histories.START);
  private final ProgrammeTerms terms;
  private final List<PointsLot> lots = new ArrayList<>();
  private final List<PointsEarning> earnings = new ArrayList<>();
  private final List<PointsEntry> entries = new ArrayList<>();
  private final List<UUID> orders = new ArrayList<>();
  private final List<Instant> moments = new ArrayList<>();
  private final Map<Integer, UUID> spendings = new HashMap<>();

  BookInMemory(ProgrammeTerms terms) {
    this.terms = terms;
  }

  @Override
  public void order(int order, Instant at, List<PointByPoint.Bought> lines, Instant now) {
    List<EarnRules.Line> bought = new ArrayList<>();
    for (PointByPoint.Bought line : lines) {
      BigDecimal amount = Histories.price(line).multiply(BigDecimal.valueOf(line.pieces()));
      bought.add(new EarnRules.Line(bought.size() + 1, PRODUCT, null, line.pieces(), amount));
    }
    UUID id = IDS.next();
    open(now)
        .earn(
            id,
            at,
            EarnRules.earned(terms, null, new EarnRules.Order(CNY, at, true, bought), moments));
    orders.add(id);
    moments.add(at);
  }

  @Override
  public void giveBack(int order, int line, int pieces, Instant now) {
    PointsEarning.Key key = new PointsEarning.Key(account.id(), orders.get(order), line + 1);
    open(now).reverse(IDS.next(), IDS.next(), 1, key, pieces, now);
  }

  @Override
  public boolean spend(int spending, long points, Instant now) {
    UUID id = IDS.next();
    spendings.put(spending, id);
    return happens(() -> open(now).spend(points, Cause.request(id, null, "staff")), now);
  }

  @Override
  public void rollBack(int spending, Instant now) {
    UUID spent = Objects.requireNonNull(spendings.get(spending));
    List<PointsEntry> all =
        entries.stream().filter(entry -> entry.view().operationId().equals(spent)).toList();
    open(now).rollBack(all, Cause.rollBack(IDS.next(), spent, "staff"));
  }

  @Override
  public boolean adjust(long points, Instant now) {
    return happens(() -> open(now).adjust(points, Cause.request(IDS.next(), null, "staff")), now);
  }

  @Override
  public void settle(Instant now) {
    open(now).settle();
  }

  @Override
  public void close(Instant now) {
    open(now).close(Cause.request(IDS.next(), null, "member"));
  }

  @Override
  public Histories.Picture picture() {
    Map<PointsBucket, Long> buckets = new EnumMap<>(PointsBucket.class);
    for (PointsBucket bucket : PointsBucket.values()) {
      buckets.put(bucket, 0L);
    }
    for (PointsEntry entry : entries) {
      PointsEntryView view = entry.view();
      buckets.merge(view.debit(), -view.points(), Long::sum);
      buckets.merge(view.credit(), view.points(), Long::sum);
    }
    Map<Instant, Long> pending = new HashMap<>();
    Map<Instant, Long> available = new HashMap<>();
    for (PointsLot lot : lots) {
      Holdings.Lot held = lot.held();
      add(pending, held.expiresAt(), held.pending());
      add(available, held.expiresAt(), held.available());
    }
    return new Histories.Picture(
        buckets, account.pending(), account.available(), account.owed(), pending, available);
  }

  /** What was refused left no trace but that of time, which a transaction would undo. */
  private boolean happens(Runnable operation, Instant now) {
    settle(now);
    int before = entries.size();
    try {
      operation.run();
      return true;
    } catch (ProblemException refused) {
      if (entries.size() != before) {
        throw new AssertionError("A refusal wrote entries.", refused);
      }
      return false;
    }
  }

  private PointsBook open(Instant now) {
    PointsBook book =
        new PointsBook(
            account,
            new LoyaltyProgrammes.Terms(1, terms),
            lots.stream().filter(PointsLot::isOpen).toList(),
            this::keep,
            IDS,
            now);
    lots.forEach(book::know);
    earnings.forEach(book::know);
    return book;
  }

  private void keep(Object row) {
    switch (row) {
      case PointsLot lot -> lots.add(lot);
      case PointsEarning earning -> earnings.add(earning);
      case PointsEntry entry -> entries.add(entry);
      default -> throw new AssertionError("Nothing else is written: " + row);
    }
  }

  private static void add(Map<Instant, Long> sums, Instant end, long points) {
    if (points != 0) {
      sums.merge(end, points, Long::sum);
    }
  }
}
