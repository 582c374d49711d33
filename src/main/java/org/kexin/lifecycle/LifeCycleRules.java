package org.kexin.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a customer stands, and when that can change by time alone. Pure. */
final class LifeCycleRules {

  private LifeCycleRules() {}

  /**
   * What is known of a customer.
   *
   * @param orders ever placed, those that came back too
   * @param lastOrder null if there is none
   * @param orderBefore the last but one; null if there is none
   * @param coreOrder the earliest of as many last orders as make a core customer; null if there are
   *     fewer
   * @param referrals customers brought, who bought
   * @param interestedAt when they last showed interest without buying; null if never
   */
  record Facts(
      long orders,
      @Nullable Instant lastOrder,
      @Nullable Instant orderBefore,
      @Nullable Instant coreOrder,
      int referrals,
      @Nullable Instant interestedAt) {

    /**
     * @throws IllegalArgumentException if there are orders without a last one, or the other way
     *     round
     */
    Facts {
      if ((orders > 0) != (lastOrder != null)) {
        throw new IllegalArgumentException("Who ordered has a last order, and only they.");
      }
    }
  }

  /**
   * Where a customer stands.
   *
   * @param until the first moment at which the same facts may mean another stage; null if never
   */
  record Derived(LifeCycleStage stage, LifeCycleReason reason, @Nullable Instant until) {}

  /** What the facts mean at a moment. Facts of later than that moment count already. */
  static Derived derive(Facts facts, LifeCycleTerms terms, Instant at) {
    Instant last = facts.lastOrder();
    Judgement judgement =
        last == null ? beforeFirstOrder(facts, terms, at) : ofBuyer(facts, last, terms, at);
    return new Derived(judgement.stage(), judgement.reason(), nextTurn(facts, terms, at));
  }

  private record Judgement(LifeCycleStage stage, LifeCycleReason reason) {}

  private static Judgement beforeFirstOrder(Facts facts, LifeCycleTerms terms, Instant at) {
    Instant interested = facts.interestedAt();
    return interested != null && at.isBefore(after(interested, terms.interestDays()))
        ? new Judgement(LifeCycleStage.TARGET, LifeCycleReason.SHOWED_INTEREST)
        : new Judgement(LifeCycleStage.PROSPECT, LifeCycleReason.NO_ORDER);
  }

  private static Judgement ofBuyer(Facts facts, Instant last, LifeCycleTerms terms, Instant at) {
    if (!at.isBefore(after(last, terms.lostDays()))) {
      return new Judgement(LifeCycleStage.LOST, LifeCycleReason.SILENT_FOR_LONG);
    }
    if (!at.isBefore(after(last, terms.lapsingDays()))) {
      return new Judgement(LifeCycleStage.LAPSING, LifeCycleReason.SILENT);
    }
    Instant before = facts.orderBefore();
    if (before != null
        && !last.isBefore(after(before, terms.lostDays()))
        && at.isBefore(after(last, terms.wonBackDays()))) {
      return new Judgement(LifeCycleStage.WON_BACK, LifeCycleReason.CAME_BACK);
    }
    if (facts.referrals() >= terms.advocateReferrals()) {
      return new Judgement(LifeCycleStage.ADVOCATE, LifeCycleReason.BROUGHT_OTHERS);
    }
    Instant core = facts.coreOrder();
    if (core != null && at.isBefore(after(core, terms.coreDays()))) {
      return new Judgement(LifeCycleStage.CORE, LifeCycleReason.ORDERED_OFTEN);
    }
    return facts.orders() >= terms.repeatOrders()
        ? new Judgement(LifeCycleStage.REPEAT, LifeCycleReason.ORDERED_AGAIN)
        : new Judgement(LifeCycleStage.FIRST_PURCHASE, LifeCycleReason.ONE_ORDER);
  }

  /**
   * The first of all ends of terms that lies ahead; that one of them changes nothing is no harm.
   */
  private static @Nullable Instant nextTurn(Facts facts, LifeCycleTerms terms, Instant at) {
    return Stream.of(
            end(facts.lastOrder(), terms.lapsingDays()),
            end(facts.lastOrder(), terms.lostDays()),
            end(facts.lastOrder(), terms.wonBackDays()),
            end(facts.coreOrder(), terms.coreDays()),
            end(facts.interestedAt(), terms.interestDays()))
        .flatMap(Optional::stream)
        .filter(end -> end.isAfter(at))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Optional<Instant> end(@Nullable Instant moment, int days) {
    return Optional.ofNullable(moment).map(from -> after(from, days));
  }

  private static Instant after(Instant moment, int days) {
    return moment.plus(Duration.ofDays(days));
  }
}
