package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;

/** Memberships of one customer for other features: what their points come to. */
@ApplicationScoped
public class MembershipDirectory {

  private final LoyaltyAccounts accounts;
  private final LoyaltyProgrammes programmes;
  private final PointsEntries entries;
  private final EntityManager entities;
  private final Clock clock;

  MembershipDirectory(
      LoyaltyAccounts accounts,
      LoyaltyProgrammes programmes,
      PointsEntries entries,
      EntityManager entities,
      Clock clock) {
    this.accounts = accounts;
    this.programmes = programmes;
    this.entries = entries;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * An open membership.
   *
   * @param level code of it; null for none
   * @param balance available less owed; may be below zero
   */
  public record Membership(
      String programmeCode, String programme, @Nullable String level, long balance) {}

  /**
   * What happened to points within a period, over all memberships of one programme.
   *
   * @param earned by orders and referrals
   * @param takenBack for what was returned
   * @param spent less what was given back
   * @param adjusted given by staff, less what they took; may be below zero
   * @param givenUp with a membership that ended
   */
  public record Points(
      String programmeCode,
      String programme,
      long earned,
      long takenBack,
      long spent,
      long expired,
      long adjusted,
      long givenUp) {}

  /** The open memberships of a customer, by the codes of their programmes. */
  public List<Membership> open(UUID customer) {
    List<LoyaltyAccount> some =
        accounts.of(customer).stream().filter(LoyaltyAccount::isOpen).toList();
    Map<UUID, Ledger.Moved> settled = settled(some);
    Map<String, Membership> found = new TreeMap<>();
    for (LoyaltyAccount account : some) {
      LoyaltyProgramme programme = programmes.findById(account.programmeId());
      Holdings held = Objects.requireNonNull(settled.get(account.id())).after();
      found.put(
          programme.code(),
          new Membership(
              programme.code(), programme.name(), account.level(), held.available() - held.owed()));
    }
    return List.copyOf(found.values());
  }

  /**
   * What happened to a customer's points within a period, by the codes of the programmes; what is
   * due and not yet written down counts when it was due. Memberships that ended count too.
   *
   * @param until exclusive
   */
  public List<Points> within(UUID customer, Instant from, Instant until) {
    List<LoyaltyAccount> all = accounts.of(customer);
    Map<UUID, Map<PointsBucket, Long>> changes = booked(all, from, until);
    settled(all.stream().filter(LoyaltyAccount::isOpen).toList())
        .forEach(
            (account, moved) ->
                moved.transfers().stream()
                    .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                    .forEach(it -> move(changes, account, it.debit(), it.credit(), it.points())));
    Map<UUID, Map<PointsBucket, Long>> byProgramme = new TreeMap<>();
    for (LoyaltyAccount account : all) {
      Map<PointsBucket, Long> sums =
          byProgramme.computeIfAbsent(
              account.programmeId(), id -> new EnumMap<>(PointsBucket.class));
      changes
          .getOrDefault(account.id(), Map.of())
          .forEach((bucket, points) -> sums.merge(bucket, points, Math::addExact));
    }
    List<Points> found = new ArrayList<>();
    byProgramme.forEach((id, sums) -> found.add(points(programmes.findById(id), sums)));
    found.sort(Comparator.comparing(Points::programmeCode));
    return found;
  }

  /** What an account holds with all that is due counted as done, and what that moved. */
  private Map<UUID, Ledger.Moved> settled(List<LoyaltyAccount> some) {
    if (some.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.now();
    Map<UUID, List<PointsLot>> lots =
        entries.openLots(some.stream().map(LoyaltyAccount::id).toList());
    return some.stream()
        .collect(
            Collectors.toMap(
                LoyaltyAccount::id,
                account -> {
                  List<Holdings.Lot> open =
                      lots.getOrDefault(account.id(), List.of()).stream()
                          .map(PointsLot::held)
                          .toList();
                  return Ledger.settle(new Holdings(open, account.owed()), now);
                }));
  }

  private Map<UUID, Map<PointsBucket, Long>> booked(
      List<LoyaltyAccount> all, Instant from, Instant until) {
    Map<UUID, Map<PointsBucket, Long>> changes = new TreeMap<>();
    if (all.isEmpty()) {
      return changes;
    }
    entities
        .createQuery(
            "select e.key.accountId, e.debit, e.credit, sum(e.points) from PointsEntry e"
                + " where e.key.accountId in :accounts and e.occurredAt >= :from"
                + " and e.occurredAt < :until group by e.key.accountId, e.debit, e.credit",
            Object[].class)
        .setParameter("accounts", all.stream().map(LoyaltyAccount::id).toList())
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .forEach(
            row ->
                move(
                    changes,
                    (UUID) row[0],
                    (PointsBucket) row[1],
                    (PointsBucket) row[2],
                    (Long) row[3]));
    return changes;
  }

  private static void move(
      Map<UUID, Map<PointsBucket, Long>> changes,
      UUID account,
      PointsBucket debit,
      PointsBucket credit,
      long points) {
    Map<PointsBucket, Long> sums =
        changes.computeIfAbsent(account, id -> new EnumMap<>(PointsBucket.class));
    sums.merge(debit, -points, Math::addExact);
    sums.merge(credit, points, Math::addExact);
  }

  private static Points points(LoyaltyProgramme programme, Map<PointsBucket, Long> sums) {
    return new Points(
        programme.code(),
        programme.name(),
        -sums.getOrDefault(PointsBucket.ISSUED, 0L),
        sums.getOrDefault(PointsBucket.REVERSED, 0L),
        sums.getOrDefault(PointsBucket.SPENT, 0L),
        sums.getOrDefault(PointsBucket.EXPIRED, 0L),
        -sums.getOrDefault(PointsBucket.ADJUSTED, 0L),
        sums.getOrDefault(PointsBucket.FORFEITED, 0L));
  }
}
