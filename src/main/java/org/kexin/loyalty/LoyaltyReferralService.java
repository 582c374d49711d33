package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
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

/** Recording who brought whom. */
@ApplicationScoped
class LoyaltyReferralService {

  private static final Set<String> CHANGED = Set.of("loyaltyReferrals");

  private final LoyaltyReferrals referrals;
  private final ReachedAccounts reached;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  LoyaltyReferralService(
      LoyaltyReferrals referrals,
      ReachedAccounts reached,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.referrals = referrals;
    this.reached = reached;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records that a member brought somebody. Points come with that customer's first purchase from
   * now on.
   *
   * @throws ProblemException {@code referral-of-oneself}, {@code already-referred} if somebody
   *     brought them to this programme before, {@code membership-closed}
   */
  @Transactional
  Receipt record(NewLoyaltyReferral document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    LoyaltyAccount referrer = reached.lock(document.accountId());
    referrer.demandOpen();
    if (referrer.customerId().equals(document.customerId())) {
      throw new ProblemException(
          ProblemCode.REFERRAL_OF_ONESELF, "Name the customer who was brought by this member.");
    }
    viewing.concerns(document.customerId());
    customers.demandReach(document.customerId());
    if (!customers.exists(document.customerId())) {
      throw ProblemException.invalid("/customerId", "customer-unknown", "No customer has this id.");
    }
    LoyaltyReferral referral =
        new LoyaltyReferral(ids.next(), referrer, document.customerId(), clock.now());
    try {
      referrals.persistAndFlush(referral);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_REFERRED, "A customer is brought to a programme once.");
    }
    changes.record(Map.of(referrer.customerId(), CHANGED, document.customerId(), CHANGED));
    return new Receipt(referral.id(), null, 0);
  }

  /** Whom a member brought, the last first; who is out of the caller's reach is left out. */
  LoyaltyReferralPage list(UUID account, PageRequest page) {
    LoyaltyAccount found = reached.read(account);
    Page<LoyaltyReferral> rows =
        Page.of(
            referrals.by(account, page.afterId(), page.rowsToRead()),
            page,
            last -> last.id().toString());
    Set<UUID> known =
        customers.withinReach(
            rows.items().stream().map(LoyaltyReferral::referredCustomerId).toList());
    known.forEach(viewing::concerns);
    return LoyaltyReferralPage.of(
        rows.filter(row -> known.contains(row.referredCustomerId())).map(row -> row.view(true)),
        viewing.at(found.customerId(), Set.of()));
  }
}
