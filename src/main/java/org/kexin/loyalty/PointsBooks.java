package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemException;

/**
 * Opens accounts' points for change, in the caller's transaction. The only way to the ledger: the
 * account's lock is taken before anything of it is read.
 */
@ApplicationScoped
class PointsBooks {

  private final LoyaltyAccounts accounts;
  private final LoyaltyProgrammes programmes;
  private final PointsEntries entries;
  private final Ids ids;

  PointsBooks(
      LoyaltyAccounts accounts, LoyaltyProgrammes programmes, PointsEntries entries, Ids ids) {
    this.accounts = accounts;
    this.programmes = programmes;
    this.entries = entries;
    this.ids = ids;
  }

  /**
   * An account, locked.
   *
   * @throws ProblemException {@code not-found} if no account has this id
   */
  LoyaltyAccount lock(UUID account) {
    return accounts.lock(List.of(account)).stream()
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /** The points of an open account that the caller holds the lock of. */
  PointsBook of(LoyaltyAccount locked, Instant now) {
    return Objects.requireNonNull(of(List.of(locked), now).get(locked.id()));
  }

  /** The points of these accounts as far as they are open; four round trips for any number. */
  Map<UUID, PointsBook> open(Collection<UUID> wanted, Instant now) {
    return of(accounts.lock(wanted).stream().filter(LoyaltyAccount::isOpen).toList(), now);
  }

  /** The points of accounts that the caller holds the locks of. */
  Map<UUID, PointsBook> of(Collection<LoyaltyAccount> locked, Instant now) {
    Map<UUID, PointsBook> books = new LinkedHashMap<>();
    if (locked.isEmpty()) {
      return books;
    }
    var terms =
        programmes.present(locked.stream().map(LoyaltyAccount::programmeId).distinct().toList());
    var lots = entries.openLots(locked.stream().map(LoyaltyAccount::id).toList());
    for (LoyaltyAccount account : locked) {
      books.put(
          account.id(),
          new PointsBook(
              account,
              Objects.requireNonNull(terms.get(account.programmeId())),
              lots.getOrDefault(account.id(), new ArrayList<>()),
              entries::add,
              ids,
              now));
    }
    return books;
  }
}
