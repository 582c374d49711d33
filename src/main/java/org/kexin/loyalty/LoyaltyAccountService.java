package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Joining, reading and leaving. */
@ApplicationScoped
class LoyaltyAccountService {

  private static final Set<String> CHANGED = Set.of("loyaltyAccounts");

  private final LoyaltyAccounts accounts;
  private final ReachedAccounts reached;
  private final LoyaltyProgrammes programmes;
  private final PointsBooks books;
  private final PointsEntries entries;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Event<MembershipClosed> closed;
  private final Ids ids;
  private final Clock clock;

  LoyaltyAccountService(
      LoyaltyAccounts accounts,
      ReachedAccounts reached,
      LoyaltyProgrammes programmes,
      PointsBooks books,
      PointsEntries entries,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Event<MembershipClosed> closed,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.reached = reached;
    this.programmes = programmes;
    this.books = books;
    this.entries = entries;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.closed = closed;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Has a customer join a programme.
   *
   * @throws ProblemException {@code validation-failed} if there is no such customer or programme,
   *     {@code already-exists} if they are a member
   */
  @Transactional
  Receipt open(NewLoyaltyAccount document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      viewing.concerns(document.customerId());
      customers.demandReach(document.customerId());
      if (!customers.exists(document.customerId())) {
        problems.add(
            new FieldProblem("/customerId", "customer-unknown", "No customer has this id."));
      }
      problems.addAll(ofProgramme(document.programmeId()));
    }
    return join(document.customerId(), document.programmeId(), problems);
  }

  /**
   * Has the customer who calls join a programme.
   *
   * @throws ProblemException {@code not-found} if the caller is no customer, and as {@link #open}
   */
  @Transactional
  Receipt openOwn(OwnMembership document) {
    UUID self = reached.self();
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      problems.addAll(ofProgramme(document.programmeId()));
    }
    return join(self, document.programmeId(), problems);
  }

  private List<FieldProblem> ofProgramme(UUID id) {
    return programmes.findById(id) == null
        ? List.of(
            new FieldProblem("/programmeId", "programme-unknown", "No programme has this id."))
        : List.of();
  }

  private Receipt join(UUID customer, UUID programme, List<FieldProblem> problems) {
    ProblemException.demandNone(problems);
    Instant now = clock.now();
    LoyaltyAccount account = new LoyaltyAccount(ids.next(), programme, customer, now);
    try {
      accounts.persistAndFlush(account);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS,
          "There is an open membership of this programme; list the accounts.");
    }
    accounts.add(LoyaltyEvent.joined(ids.next(), account, now));
    changes.record(customer, CHANGED);
    return new Receipt(account.id(), null, account.version());
  }

  /** A membership as the caller may see it. */
  LoyaltyAccountView read(UUID id) {
    return view(reached.read(id));
  }

  /** A page; without restricted customers, so it may be short. */
  Page<LoyaltyAccountView> list(
      @Nullable UUID customer, @Nullable UUID programme, PageRequest page) {
    Page<LoyaltyAccount> cut =
        Page.of(
            accounts.list(customer, programme, viewing.reach(), page),
            page,
            last -> last.id().toString());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(LoyaltyAccount::customerId).toList());
    viewing.expect(open);
    Page<LoyaltyAccount> shown = cut.filter(account -> open.contains(account.customerId()));
    Map<UUID, Holdings> held = held(shown.items());
    return shown.map(
        account ->
            LoyaltyAccountView.of(
                account,
                held.getOrDefault(account.id(), Holdings.NOTHING),
                viewing.at(account.customerId(), Set.of())));
  }

  /** The caller's own memberships, those that ended too. */
  Page<LoyaltyAccountView> listOwn(PageRequest page) {
    return list(reached.self(), null, page);
  }

  /** Entries of the ledger, the last first. */
  PointsEntryPage entries(LoyaltyAccount account, PageRequest page) {
    long before = page.afterNumbers(1, Long.MAX_VALUE)[0];
    Page<PointsEntry> rows =
        Page.of(
            entries.before(account.id(), before, page.rowsToRead()),
            page,
            last -> Long.toString(last.number()));
    return PointsEntryPage.of(
        rows.map(PointsEntry::view), viewing.at(account.customerId(), Set.of()));
  }

  /** What happened to the membership, the last first. */
  LoyaltyEventPage events(LoyaltyAccount account, PageRequest page) {
    Page<LoyaltyEvent> rows =
        Page.of(
            accounts.events(account.id(), page.afterId(), page.rowsToRead()),
            page,
            last -> last.id().toString());
    return LoyaltyEventPage.of(
        rows.map(LoyaltyEvent::view), viewing.at(account.customerId(), Set.of()));
  }

  /**
   * Ends a membership: points are given up, nothing else is cancelled, and nothing stands in the
   * way. Who has left already gets the same answer, and nothing changes.
   *
   * @param account locked
   */
  Receipt close(LoyaltyAccount account) {
    if (account.isOpen()) {
      Instant now = clock.now();
      UUID event = ids.next();
      books
          .of(account, now)
          .close(PointsEntry.Cause.request(event, null, viewing.caller().userId()));
      accounts.add(LoyaltyEvent.closed(event, account, now));
      changes.record(account.customerId(), CHANGED);
      closed.fire(
          new MembershipClosed(account.id(), account.customerId(), account.programmeId(), now));
      accounts.flush();
    }
    return new Receipt(account.id(), null, account.version());
  }

  /** Ends a membership of a customer within reach. */
  @Transactional
  Receipt close(UUID id) {
    return close(reached.lock(id));
  }

  /** Ends the caller's own membership. */
  @Transactional
  Receipt closeOwn(UUID id) {
    return close(reached.lockOwn(id));
  }

  /** The membership with what it holds now, with all that is due counted as done. */
  LoyaltyAccountView view(LoyaltyAccount account) {
    return LoyaltyAccountView.of(
        account,
        held(List.of(account)).getOrDefault(account.id(), Holdings.NOTHING),
        viewing.at(account.customerId(), Set.of()));
  }

  private Map<UUID, Holdings> held(List<LoyaltyAccount> some) {
    if (some.isEmpty()) {
      return Map.of();
    }
    var lots = entries.openLots(some.stream().map(LoyaltyAccount::id).toList());
    Instant now = clock.now();
    Map<UUID, Holdings> held = new java.util.HashMap<>();
    for (LoyaltyAccount account : some) {
      List<Holdings.Lot> open =
          lots.getOrDefault(account.id(), List.of()).stream().map(PointsLot::held).toList();
      held.put(account.id(), Ledger.settle(new Holdings(open, account.owed()), now).after());
    }
    return held;
  }
}
