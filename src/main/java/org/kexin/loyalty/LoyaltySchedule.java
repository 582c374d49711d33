package org.kexin.loyalty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.shared.Clock;

/**
 * What time does to memberships: points become available and expire, levels are lost. Safe with
 * several pods: each takes accounts that no other holds, and what was done moves the account on in
 * the same transaction. A job that is late does no harm, for every operation settles first.
 */
@ApplicationScoped
class LoyaltySchedule {

  private static final int BATCH = 100;

  /** Nobody asked: the log names the service itself. */
  private static final Actor SERVICE =
      new Actor(
          "kexin",
          "kexin",
          null,
          Collections.emptySortedSet(),
          null,
          "loyalty",
          "loyalty",
          "localhost");

  private static final Set<String> LEVEL = Set.of("loyaltyLevel");

  private final LoyaltyAccounts accounts;
  private final PointsBooks books;
  private final LevelKeeper levels;
  private final Changes changes;
  private final Clock clock;

  LoyaltySchedule(
      LoyaltyAccounts accounts,
      PointsBooks books,
      LevelKeeper levels,
      Changes changes,
      Clock clock) {
    this.accounts = accounts;
    this.books = books;
    this.levels = levels;
    this.changes = changes;
    this.clock = clock;
  }

  @Scheduled(
      every = "{kexin.loyalty.points-due-every}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void settleDue() {
    Instant now = clock.now();
    untilNoneIsLeft(() -> settleSome(now));
  }

  @Scheduled(
      every = "{kexin.loyalty.levels-due-every}",
      delayed = "40s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void reviewDue() {
    Instant now = clock.now();
    untilNoneIsLeft(() -> reviewSome(now));
  }

  /** Settles some accounts as of a moment; gives how many. */
  int settleSome(Instant now) {
    List<LoyaltyAccount> due = accounts.lockDue(now, BATCH);
    books.of(due, now).values().forEach(PointsBook::settle);
    record(due, PurchasePoints.CHANGED);
    return due.size();
  }

  /** Looks at the levels of some accounts as of a moment; gives how many. */
  int reviewSome(Instant now) {
    List<LoyaltyAccount> due = accounts.lockLevelDue(now, BATCH);
    levels.review(books.of(due, now).values(), LevelReason.WINDOW_MOVED, now);
    record(due, LEVEL);
    return due.size();
  }

  private void untilNoneIsLeft(IntSupplier some) {
    int done;
    do {
      done =
          changes.onBehalfOf(SERVICE, () -> QuarkusTransaction.requiringNew().call(some::getAsInt));
    } while (done == BATCH);
  }

  private void record(Collection<LoyaltyAccount> touched, Set<String> attributes) {
    changes.record(
        touched.stream()
            .map(LoyaltyAccount::customerId)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), customer -> attributes)));
  }
}
