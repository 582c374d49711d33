package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;

/**
 * Accounts that the present caller may work with: within their department's reach, or their own.
 */
@ApplicationScoped
class ReachedAccounts {

  private final LoyaltyAccounts accounts;
  private final PointsBooks books;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Clock clock;

  ReachedAccounts(
      LoyaltyAccounts accounts,
      PointsBooks books,
      CustomerDirectory customers,
      Viewing viewing,
      Clock clock) {
    this.accounts = accounts;
    this.books = books;
    this.customers = customers;
    this.viewing = viewing;
    this.clock = clock;
  }

  /**
   * An account, for reading.
   *
   * @throws ProblemException {@code not-found} if no account has this id, or as {@link
   *     CustomerDirectory#demandReach} says
   */
  LoyaltyAccount read(UUID id) {
    return reached(accounts.findByIdOptional(id).orElseThrow(ProblemException::notFound));
  }

  /**
   * An account, for reading, whose member is the caller.
   *
   * @throws ProblemException {@code not-found} if it is not
   */
  LoyaltyAccount readOwn(UUID id) {
    UUID self = self();
    return accounts
        .findByIdOptional(id)
        .filter(account -> account.customerId().equals(self))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * An account, locked before anything of it is read.
   *
   * @throws ProblemException as {@link #read} says
   */
  LoyaltyAccount lock(UUID id) {
    return reached(books.lock(id));
  }

  /** An account, locked, whose member is the caller. */
  LoyaltyAccount lockOwn(UUID id) {
    readOwnership(id);
    return books.lock(id);
  }

  /**
   * The points of an open account, for change.
   *
   * @throws ProblemException as {@link #read} says, or {@code membership-closed}
   */
  PointsBook open(UUID id) {
    return open(lock(id));
  }

  /** As {@link #open(UUID)}, of an account whose member is the caller. */
  PointsBook openOwn(UUID id) {
    return open(lockOwn(id));
  }

  private PointsBook open(LoyaltyAccount account) {
    account.demandOpen();
    return books.of(account, clock.now());
  }

  /**
   * The customer that the caller is.
   *
   * @throws ProblemException {@code not-found} if they are none, or one that was deleted
   */
  UUID self() {
    UUID own = viewing.caller().customerId();
    if (own == null || !customers.exists(own)) {
      throw ProblemException.notFound();
    }
    viewing.concerns(own);
    return own;
  }

  private void readOwnership(UUID id) {
    UUID self = self();
    if (!accounts.belongsTo(id, self)) {
      throw ProblemException.notFound();
    }
  }

  private LoyaltyAccount reached(LoyaltyAccount account) {
    viewing.concerns(account.customerId());
    customers.demandReach(account.customerId());
    return account;
  }
}
