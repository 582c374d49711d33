package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.loyalty.PointsEntry.Cause;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Spending points, giving them back, adjusting them. */
@ApplicationScoped
class PointsService {

  private final ReachedAccounts reached;
  private final PointsEntries entries;
  private final RewardClaims claims;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  PointsService(
      ReachedAccounts reached,
      PointsEntries entries,
      RewardClaims claims,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.reached = reached;
    this.entries = entries;
    this.claims = claims;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Spends points, those first that expire first.
   *
   * @return a receipt with the id of the spending
   * @throws ProblemException {@code points-insufficient} or {@code membership-closed}
   */
  @Transactional
  Receipt spend(UUID account, NewPointsSpending document) {
    ProblemException.demandNone(violations.of(document));
    PointsBook book = reached.open(account);
    UUID spending = ids.next();
    book.spend(
        document.points(),
        Cause.request(spending, document.reference(), viewing.caller().userId()));
    return changed(book, spending);
  }

  /**
   * Gives the points of a spending back, once.
   *
   * @throws ProblemException {@code spending-rolled-back} if they were given back, {@code
   *     validation-failed} if it is no spending of this account, or that of a claim, which is
   *     cancelled instead; {@code membership-closed}
   */
  @Transactional
  Receipt rollBack(UUID account, NewPointsRollBack document) {
    ProblemException.demandNone(violations.of(document));
    PointsBook book = reached.open(account);
    if (claims.findById(document.spendingId()) != null) {
      throw ProblemException.invalid(
          "/spendingId", "spending-of-claim", "Cancel the claim; that gives the points back.");
    }
    UUID rollBack = giveBack(book, document.spendingId());
    return changed(book, rollBack);
  }

  /** Gives the points of a spending back; gives the id of that operation. */
  UUID giveBack(PointsBook book, UUID spending) {
    UUID account = book.account().id();
    List<PointsEntry> spent =
        entries.ofOperation(account, spending).stream()
            .filter(entry -> entry.kind() == PointsEntryKind.SPEND)
            .toList();
    if (spent.isEmpty()) {
      throw ProblemException.invalid(
          "/spendingId", "spending-unknown", "No spending of this account has this id.");
    }
    if (entries.isUndone(account, spending)) {
      throw new ProblemException(
          ProblemCode.SPENDING_ROLLED_BACK,
          "Read the entries of the account; nothing was changed.");
    }
    entries
        .lots(spent.stream().map(entry -> Objects.requireNonNull(entry.lotId())).toList())
        .forEach(book::know);
    UUID rollBack = ids.next();
    book.rollBack(spent, Cause.rollBack(rollBack, spending, viewing.caller().userId()));
    return rollBack;
  }

  /**
   * Gives points, or takes them.
   *
   * @throws ProblemException {@code points-insufficient} if more would be taken than there are, or
   *     {@code membership-closed}
   */
  @Transactional
  Receipt adjust(UUID account, NewPointsAdjustment document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.points() == 0) {
      problems.add(new FieldProblem("/points", "zero", "Give or take at least one point."));
    }
    ProblemException.demandNone(problems);
    PointsBook book = reached.open(account);
    UUID adjustment = ids.next();
    String by = viewing.caller().userId();
    book.adjust(document.points(), Cause.request(adjustment, null, by));
    entries.add(new PointsAdjustment(adjustment, account, document, clock.now(), by));
    return changed(book, adjustment);
  }

  private Receipt changed(PointsBook book, UUID operation) {
    changes.record(book.account().customerId(), PurchasePoints.CHANGED);
    entries.flush();
    return new Receipt(operation, null, book.account().version());
  }
}
