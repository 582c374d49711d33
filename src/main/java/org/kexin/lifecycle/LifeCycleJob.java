package org.kexin.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ObjectionRegister;
import org.kexin.lifecycle.LifeCycleMarks.Mark;
import org.kexin.lifecycle.LifeCycleRows.Orders;
import org.kexin.lifecycle.LifeCycleRows.Outcome;
import org.kexin.lifecycle.LifeCycleRows.Standing;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Derives where customers stand: of whom something happened, whom time moves, and, after a new
 * version of the policy, everybody. Several pods share the work by the locks of rows; a change and
 * what led to it commit together, so one killed at any moment neither repeats nor omits a change.
 */
@ApplicationScoped
class LifeCycleJob {

  /** As many as one question about objections may be about. */
  private static final int AT_ONCE = 500;

  private final LifeCycleRows rows;
  private final LifeCycleMarks marks;
  private final LifeCyclePolicies policies;
  private final ObjectionRegister objections;
  private final Event<LifeCycleChanged> changed;
  private final Ids ids;
  private final Clock clock;

  LifeCycleJob(
      LifeCycleRows rows,
      LifeCycleMarks marks,
      LifeCyclePolicies policies,
      ObjectionRegister objections,
      Event<LifeCycleChanged> changed,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.marks = marks;
    this.policies = policies;
    this.objections = objections;
    this.changed = changed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Derives until nobody is due. */
  @Scheduled(
      every = "${kexin.life-cycle.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void derive() {
    exhaust(this::deriveMarked);
    exhaust(this::deriveDue);
    exhaust(this::deriveOutdated);
  }

  private static void exhaust(IntSupplier some) {
    while (QuarkusTransaction.requiringNew().call(some::getAsInt) > 0) {
      // A transaction for each batch.
    }
  }

  private int deriveMarked() {
    List<Mark> claimed = marks.claim(AT_ONCE);
    Map<UUID, List<Mark>> byCustomer =
        claimed.stream().collect(Collectors.groupingBy(Mark::customer));
    List<Standing> standings =
        rows.ensure(new TreeSet<>(byCustomer.keySet()), clock.now()).stream()
            .map(standing -> marked(standing, byCustomer.get(standing.customer())))
            .toList();
    derive(standings);
    marks.take(claimed);
    return claimed.size();
  }

  private int deriveDue() {
    List<Standing> claimed = rows.claimDue(clock.now(), AT_ONCE);
    derive(claimed);
    return claimed.size();
  }

  private int deriveOutdated() {
    List<Standing> claimed = rows.claimOutdated(policies.current().version(), AT_ONCE);
    derive(claimed);
    return claimed.size();
  }

  private void derive(List<Standing> standings) {
    if (standings.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    LifeCyclePolicyView policy = policies.current();
    List<UUID> customers = standings.stream().map(Standing::customer).toList();
    Set<UUID> objecting = objections.objectingToProfiling(customers);
    objecting.forEach(rows::forget);
    Map<UUID, Orders> orders = rows.orders(customers, policy.terms().coreOrders());
    List<Outcome> outcomes = new ArrayList<>();
    for (Standing standing : standings) {
      if (!objecting.contains(standing.customer())) {
        LifeCycleRules.Facts facts = facts(standing, orders.get(standing.customer()));
        outcomes.add(new Outcome(standing, LifeCycleRules.derive(facts, policy.terms(), now)));
      }
    }
    rows.write(outcomes, policy.version(), now);
    for (Outcome outcome : outcomes) {
      if (outcome.differs()) {
        rows.add(ids.next(), outcome, policy.version(), now);
        changed.fire(
            new LifeCycleChanged(
                outcome.was().customer(),
                outcome.was().stage(),
                outcome.is().stage(),
                outcome.is().reason(),
                now));
      }
    }
  }

  /** A standing with what its marks add to it. */
  private static Standing marked(Standing standing, @Nullable List<Mark> marks) {
    int referrals = standing.referrals();
    Instant interested = standing.interestedAt();
    for (Mark mark : Objects.requireNonNullElse(marks, List.<Mark>of())) {
      switch (mark.kind()) {
        case DERIVE_ANEW -> {}
        case BROUGHT_SOMEBODY -> referrals++;
        case SHOWED_INTEREST ->
            interested =
                interested == null || mark.at().isAfter(interested) ? mark.at() : interested;
      }
    }
    return new Standing(
        standing.customer(), standing.stage(), standing.since(), referrals, interested);
  }

  private static LifeCycleRules.Facts facts(Standing standing, @Nullable Orders orders) {
    return orders == null
        ? new LifeCycleRules.Facts(
            0, null, null, null, standing.referrals(), standing.interestedAt())
        : new LifeCycleRules.Facts(
            orders.count(),
            orders.last(),
            orders.before(),
            orders.coreOrder(),
            standing.referrals(),
            standing.interestedAt());
  }
}
