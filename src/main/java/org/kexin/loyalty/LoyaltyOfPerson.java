package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * A person's memberships, for the person and for erasure. The ledger is never rewritten, so erasure
 * ends the memberships, deletes what staff noted and cuts the link: all of one person get the same
 * fresh id, which stands nowhere else.
 */
@ApplicationScoped
class LoyaltyOfPerson implements PersonalDataHolder {

  private static final int AT_ONCE = 500;
  private static final String GROUND = "Points are a debt of the company, and in its books.";

  private final LoyaltyAccounts accounts;
  private final PointsBooks books;
  private final PointsEntries entries;
  private final RewardClaims claims;
  private final LoyaltyReferrals referrals;
  private final EntityManager entities;
  private final Ids ids;
  private final Clock clock;

  LoyaltyOfPerson(
      LoyaltyAccounts accounts,
      PointsBooks books,
      PointsEntries entries,
      RewardClaims claims,
      LoyaltyReferrals referrals,
      EntityManager entities,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.books = books;
    this.entries = entries;
    this.claims = claims;
    this.referrals = referrals;
    this.entities = entities;
    this.ids = ids;
    this.clock = clock;
  }

  /** A membership, in clear. */
  record Membership(
      UUID id,
      UUID programmeId,
      UUID customerId,
      Instant openedAt,
      @Nullable Instant closedAt,
      long available,
      long pending,
      long owed,
      @Nullable String level,
      @Nullable Instant levelSince) {}

  /** That the person was brought by somebody. */
  record BroughtBySomebody(
      UUID id,
      UUID programmeId,
      UUID referredCustomerId,
      ReferralState state,
      Instant recordedAt,
      @Nullable Instant purchasedAt) {}

  @Override
  public Set<String> tables() {
    return Set.of(
        "loyalty_account",
        "loyalty_event",
        "loyalty_referral",
        "points_adjustment",
        "points_earning",
        "points_entry",
        "points_lot",
        "reward_claim");
  }

  @Override
  public void export(UUID person, PersonFile file) {
    List<LoyaltyAccount> all = accounts.of(person);
    for (LoyaltyAccount account : all) {
      file.add(
          "memberships",
          new Membership(
              account.id(),
              account.programmeId(),
              account.customerId(),
              account.openedAt(),
              account.closedAt(),
              account.available(),
              account.pending(),
              account.owed(),
              account.level(),
              account.levelSince()));
    }
    for (LoyaltyAccount account : all) {
      each(
          after -> accounts.events(account.id(), after, AT_ONCE),
          LoyaltyEvent::id,
          it -> file.add("membershipEvents", it.view()));
    }
    for (LoyaltyAccount account : all) {
      each(
          after -> claims.by(account.id(), after, AT_ONCE),
          RewardClaim::id,
          it -> file.add("rewardClaims", it.view()));
    }
    for (LoyaltyAccount account : all) {
      each(
          after -> referrals.by(account.id(), after, AT_ONCE),
          LoyaltyReferral::id,
          it -> file.add("referrals", it.view(false)));
    }
    referrals.list("referredCustomerId = ?1 order by id", person).stream()
        .map(LoyaltyReferral::broughtBySomebody)
        .forEach(it -> file.add("referredTo", it));
    for (LoyaltyAccount account : all) {
      each(
          after -> entries.adjustments(account.id(), after, AT_ONCE),
          PointsAdjustment::id,
          it -> file.add("pointsAdjustments", it.view()));
    }
    for (LoyaltyAccount account : all) {
      each(
          after -> entries.before(account.id(), after == null ? Long.MAX_VALUE : after, AT_ONCE),
          PointsEntry::number,
          it -> file.add("pointsEntries", it.view()));
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    Instant now = clock.now();
    List<LoyaltyAccount> all =
        accounts
            .find("customerId = ?1 order by id", person)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
    for (PointsBook book :
        books.of(all.stream().filter(LoyaltyAccount::isOpen).toList(), now).values()) {
      book.close(PointsEntry.Cause.time(ids.next()));
    }
    entities.flush();
    List<UUID> cut = all.stream().map(LoyaltyAccount::id).toList();
    long notes = cut.isEmpty() ? 0 : delete(cut);
    UUID nobody = ids.next();
    List<FieldOutcome> outcomes = new ArrayList<>();
    pseudonymise(outcomes, "loyalty_account", "LoyaltyAccount", "customer", person, nobody);
    pseudonymise(outcomes, "loyalty_event", "LoyaltyEvent", "customer", person, nobody);
    pseudonymise(outcomes, "reward_claim", "RewardClaim", "customer", person, nobody);
    pseudonymise(
        outcomes, "loyalty_referral", "LoyaltyReferral", "referredCustomer", person, nobody);
    outcomes.addAll(
        FieldOutcome.erased(
            "points_adjustment",
            notes,
            "id",
            "account_id",
            "reason",
            "note",
            "points",
            "adjusted_at"));
    outcomes.addAll(kept(cut.size(), terms));
    return outcomes;
  }

  private static List<FieldOutcome> kept(long rows, KeepingTerms terms) {
    Instant until = KeepingTerms.until(terms.at(), terms.bookkeeping());
    List<FieldOutcome> kept = new ArrayList<>();
    kept.addAll(
        FieldOutcome.kept(
            "loyalty_account",
            rows,
            GROUND,
            until,
            "id",
            "programme_id",
            "open_customer_id",
            "opened_at",
            "closed_at",
            "pending",
            "available",
            "owed",
            "level",
            "level_since"));
    kept.addAll(
        FieldOutcome.kept(
            "loyalty_event",
            rows,
            GROUND,
            until,
            "account_id",
            "kind",
            "occurred_at",
            "from_level",
            "to_level",
            "reason",
            "qualifying"));
    kept.addAll(
        FieldOutcome.kept(
            "reward_claim",
            rows,
            GROUND,
            until,
            "id",
            "account_id",
            "reward_id",
            "points",
            "state",
            "claimed_at",
            "cancelled_at"));
    kept.addAll(
        FieldOutcome.kept(
            "loyalty_referral",
            rows,
            GROUND,
            until,
            "programme_id",
            "account_id",
            "state",
            "recorded_at",
            "purchased_at"));
    kept.addAll(
        FieldOutcome.kept(
            "points_lot",
            rows,
            GROUND,
            until,
            "account_id",
            "transaction_id",
            "earned_at",
            "available_from",
            "expires_at",
            "points",
            "reversed",
            "pending",
            "available"));
    kept.addAll(
        FieldOutcome.kept(
            "points_earning",
            rows,
            GROUND,
            until,
            "account_id",
            "transaction_id",
            "quantity",
            "returned",
            "points"));
    kept.addAll(
        FieldOutcome.kept(
            "points_entry",
            rows,
            GROUND,
            until,
            "account_id",
            "kind",
            "debit",
            "credit",
            "points",
            "lot_id",
            "operation_id",
            "undoes",
            "transaction_id",
            "reference",
            "occurred_at",
            "recorded_at"));
    return kept;
  }

  private long delete(List<UUID> of) {
    return entities
        .createQuery("delete from PointsAdjustment a where a.accountId in :accounts")
        .setParameter("accounts", of)
        .executeUpdate();
  }

  private void pseudonymise(
      List<FieldOutcome> outcomes,
      String table,
      String entity,
      String whose,
      UUID person,
      UUID nobody) {
    long rows =
        entities
            .createQuery(
                "update %1$s set %2$sId = :nobody where %2$sId = :person".formatted(entity, whose))
            .setParameter("nobody", nobody)
            .setParameter("person", person)
            .executeUpdate();
    outcomes.add(
        FieldOutcome.pseudonymised(
            table, rows, whose.equals("customer") ? "customer_id" : "referred_customer_id"));
  }

  /** Walks rows in batches, each from the last row of the one before on. */
  private <T, K> void each(
      Function<@Nullable K, List<T>> read, Function<T, K> key, Consumer<T> take) {
    K after = null;
    List<T> some;
    do {
      some = read.apply(after);
      for (T row : some) {
        take.accept(row);
        after = key.apply(row);
        // A file may hold a hundred thousand entries: none is kept in mind.
        entities.detach(row);
      }
    } while (some.size() == AT_ONCE && Objects.nonNull(after));
  }
}
