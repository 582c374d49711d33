package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kexin.access.Changes;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.transaction.Kind;
import org.kexin.transaction.ProductCatalogue;
import org.kexin.transaction.SalesRecorded;
import org.kexin.transaction.SalesRecorded.Line;
import org.kexin.transaction.SalesRecorded.Sale;

/**
 * What purchases and returns do to points, in the transaction that records them. Two queries where
 * no member bought; else some ten for any number of sales, and batched writes.
 */
@ApplicationScoped
class PurchasePoints {

  /** What changes of a member, by the name in the contract. */
  static final Set<String> CHANGED = Set.of("loyaltyPoints");

  private final LoyaltyAccounts accounts;
  private final LoyaltyReferrals referrals;
  private final PointsBooks books;
  private final PointsEntries entries;
  private final LevelKeeper levels;
  private final ProductCatalogue catalogue;
  private final Changes changes;
  private final Event<ReferralRewarded> rewarded;
  private final Ids ids;
  private final Clock clock;

  PurchasePoints(
      LoyaltyAccounts accounts,
      LoyaltyReferrals referrals,
      PointsBooks books,
      PointsEntries entries,
      LevelKeeper levels,
      ProductCatalogue catalogue,
      Changes changes,
      Event<ReferralRewarded> rewarded,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.referrals = referrals;
    this.books = books;
    this.entries = entries;
    this.levels = levels;
    this.catalogue = catalogue;
    this.changes = changes;
    this.rewarded = rewarded;
    this.ids = ids;
    this.clock = clock;
  }

  void on(@Observes SalesRecorded event) {
    book(event, clock.now());
  }

  /** Books sales as of a moment. */
  void book(SalesRecorded event, Instant now) {
    List<Sale> sales = event.sales().stream().filter(sale -> sale.customerId() != null).toList();
    Set<UUID> buyers =
        sales.stream()
            .map(sale -> Objects.requireNonNull(sale.customerId()))
            .collect(Collectors.toSet());
    List<LoyaltyReferrals.Waiting> waiting = referrals.waiting(buyers);
    Set<UUID> wanted = new LinkedHashSet<>(accounts.openOf(buyers));
    waiting.forEach(referral -> wanted.add(referral.accountId()));
    if (wanted.isEmpty()) {
      return;
    }
    Map<UUID, PointsBook> open = books.open(wanted, now);
    Map<UUID, List<PointsBook>> byCustomer =
        open.values().stream().collect(Collectors.groupingBy(book -> book.account().customerId()));
    Known known = known(sales, open);
    Set<PointsBook> earned = new LinkedHashSet<>();
    Set<PointsBook> reversed = new LinkedHashSet<>();
    for (Sale sale : sales) {
      for (PointsBook book : byCustomer.getOrDefault(sale.customerId(), List.of())) {
        if (sale.kind() == Kind.RETURN) {
          reverse(book, sale);
          reversed.add(book);
        } else if (!sale.occurredAt().isBefore(book.account().openedAt())) {
          earn(book, sale, known);
          earned.add(book);
        }
      }
    }
    // Read again under the locks: another purchase may have decided meanwhile.
    decide(referrals.lockWaiting(waiting), sales, open, byCustomer);
    reversed.removeAll(earned);
    entries.flush();
    levels.review(earned, LevelReason.POINTS_EARNED, now);
    levels.review(reversed, LevelReason.POINTS_REVERSED, now);
    entries.flush();
    record(open.values());
  }

  /** What must be known beside the sales. */
  private record Known(Map<UUID, String> categories, Map<UUID, List<Instant>> orders) {}

  private Known known(List<Sale> sales, Map<UUID, PointsBook> open) {
    Set<UUID> orders = new LinkedHashSet<>();
    Set<UUID> returnedOrders = new LinkedHashSet<>();
    Set<UUID> products = new LinkedHashSet<>();
    Instant first = Instant.MAX;
    for (Sale sale : sales) {
      if (isOrder(sale)) {
        orders.add(sale.transactionId());
        first = sale.occurredAt().isBefore(first) ? sale.occurredAt() : first;
        sale.lines().forEach(line -> products.add(line.productId()));
      } else {
        originals(sale)
            .forEach(
                line ->
                    returnedOrders.add(Objects.requireNonNull(line.returnOf()).transactionId()));
      }
    }
    orders.addAll(returnedOrders);
    entries
        .lotsOf(open.keySet(), orders)
        .forEach(lot -> Objects.requireNonNull(open.get(lot.accountId())).know(lot));
    entries
        .earnings(open.keySet(), returnedOrders)
        .forEach(it -> Objects.requireNonNull(open.get(it.key().accountId())).know(it));
    boolean byCategory =
        open.values().stream()
            .flatMap(book -> book.terms().rules().stream())
            .anyMatch(rule -> !rule.categories().isEmpty());
    Duration window =
        open.values().stream()
            .map(book -> book.terms().orderWindow())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Known(
        byCategory ? catalogue.categories(products) : Map.of(),
        window.isZero() || first.equals(Instant.MAX)
            ? new HashMap<>()
            : entries.orders(open.keySet(), first.minus(window)));
  }

  private void earn(PointsBook book, Sale sale, Known known) {
    UUID account = book.account().id();
    boolean first = !book.knowsOrder(sale.transactionId());
    List<Instant> orders = known.orders().computeIfAbsent(account, id -> new ArrayList<>());
    EarnRules.Order order =
        new EarnRules.Order(
            sale.currency(),
            sale.occurredAt(),
            first,
            sale.lines().stream()
                .map(
                    line ->
                        new EarnRules.Line(
                            line.lineNo(),
                            line.productId(),
                            known.categories().get(line.productId()),
                            line.quantity(),
                            line.amount()))
                .toList());
    LoyaltyLevel level = book.terms().level(book.account().level()).orElse(null);
    book.earn(
        sale.transactionId(),
        sale.occurredAt(),
        EarnRules.earned(book.terms(), level, order, orders));
    if (first) {
      orders.add(sale.occurredAt());
    }
  }

  private void reverse(PointsBook book, Sale sale) {
    UUID operation = ids.next();
    for (Line line : originals(sale).toList()) {
      var original = Objects.requireNonNull(line.returnOf());
      book.reverse(
          operation,
          sale.transactionId(),
          line.lineNo(),
          new PointsEarning.Key(book.account().id(), original.transactionId(), original.lineNo()),
          line.quantity(),
          sale.occurredAt());
    }
  }

  private void decide(
      List<LoyaltyReferral> waiting,
      List<Sale> sales,
      Map<UUID, PointsBook> open,
      Map<UUID, List<PointsBook>> byCustomer) {
    for (LoyaltyReferral referral : waiting) {
      Optional<Sale> first =
          sales.stream()
              .filter(PurchasePoints::isOrder)
              .filter(sale -> referral.referredCustomerId().equals(sale.customerId()))
              .filter(sale -> !sale.occurredAt().isBefore(referral.recordedAt()))
              .min(Comparator.comparing(Sale::occurredAt));
      if (first.isPresent()) {
        PointsBook referrer = open.get(referral.accountId());
        referral.decide(referrer != null, first.get().occurredAt());
        if (referrer != null) {
          reward(referral, referrer, first.get(), byCustomer);
        }
      }
    }
  }

  private void reward(
      LoyaltyReferral referral,
      PointsBook referrer,
      Sale sale,
      Map<UUID, List<PointsBook>> byCustomer) {
    var bonus = referrer.terms().referralBonus();
    if (bonus != null) {
      referrer.bonus(bonus.referrer(), sale.occurredAt());
      byCustomer.getOrDefault(referral.referredCustomerId(), List.of()).stream()
          .filter(book -> book.account().programmeId().equals(referral.programmeId()))
          .forEach(book -> book.bonus(bonus.referred(), sale.occurredAt()));
    }
    rewarded.fire(
        new ReferralRewarded(
            referral.id(),
            referral.programmeId(),
            referrer.account().customerId(),
            referral.referredCustomerId(),
            sale.occurredAt()));
  }

  private void record(Collection<PointsBook> touched) {
    changes.record(
        touched.stream()
            .map(book -> book.account().customerId())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), customer -> CHANGED)));
  }

  private static boolean isOrder(Sale sale) {
    return sale.kind() == Kind.ORDER;
  }

  private static Stream<Line> originals(Sale sale) {
    return sale.lines().stream().filter(line -> line.returnOf() != null);
  }
}
