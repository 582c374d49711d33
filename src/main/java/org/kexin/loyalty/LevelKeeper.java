package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.shared.Ids;

/** Looks at levels of accounts whose locks the caller holds, and records what changes. */
@ApplicationScoped
class LevelKeeper {

  private final LoyaltyAccounts accounts;
  private final Event<LevelChanged> changed;
  private final Ids ids;

  LevelKeeper(LoyaltyAccounts accounts, Event<LevelChanged> changed, Ids ids) {
    this.accounts = accounts;
    this.changed = changed;
    this.ids = ids;
  }

  /**
   * Judges all of them anew: one round trip for each length of the window among their programmes.
   * The next look is due when the oldest points that count do so no more; nothing can change
   * earlier but by purchases and returns, after which this is called.
   *
   * @param books of open accounts; their rows are written
   */
  void review(Collection<PointsBook> books, LevelReason reason, Instant now) {
    Map<Duration, List<PointsBook>> byWindow =
        books.stream()
            .filter(book -> !book.terms().levels().isEmpty() || book.account().level() != null)
            .collect(Collectors.groupingBy(book -> book.terms().levelWindow()));
    byWindow.forEach(
        (window, same) -> {
          List<UUID> some = same.stream().map(book -> book.account().id()).toList();
          var sums = accounts.qualifying(some, window, now);
          for (PointsBook book : same) {
            var sum = sums.get(book.account().id());
            judge(book, sum == null ? 0 : sum.points(), reason, now);
            book.account().reviewLevel(sum == null ? null : sum.oldest().plus(window));
          }
        });
    books.stream()
        .filter(book -> book.terms().levels().isEmpty())
        .forEach(book -> book.account().reviewLevel(null));
  }

  private void judge(PointsBook book, long qualifying, LevelReason reason, Instant now) {
    LoyaltyAccount account = book.account();
    switch (LevelRules.judge(book.terms(), account.level(), qualifying)) {
      case LevelRules.Stays stays -> {}
      case LevelRules.Becomes becomes -> {
        accounts.add(
            LoyaltyEvent.levelChanged(
                ids.next(), account, becomes.level(), reason, qualifying, now));
        changed.fire(
            new LevelChanged(
                account.id(),
                account.customerId(),
                account.programmeId(),
                account.level(),
                becomes.level(),
                now));
        account.reach(becomes.level(), now);
      }
    }
  }
}
