package org.kexin.promotion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.access.ObjectionRegister;
import org.kexin.customer.CustomerRoster;
import org.kexin.transaction.OrderBook;

/**
 * Freezes audiences: walks all customers a stretch at a time, each in a transaction of its own that
 * adds the members and notes how far it is. A pod that dies loses a stretch that another one does
 * again; none is done twice, since the row of the promotion is locked meanwhile. What is picked
 * depends on the moment of the start and not on when a stretch is done, but for consents and
 * restrictions, which count as they are.
 */
@ApplicationScoped
class AudienceFreezing {

  private static final int SLICE = 1_000;
  private static final Set<String> CHANGED = Set.of("promotionMemberships");
  private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");

  private final Promotions promotions;
  private final PromotionTallies tallies;
  private final PromotionMembers members;
  private final Audiences audiences;
  private final CustomerRoster roster;
  private final OrderBook orders;
  private final ConsentRegister consents;
  private final ObjectionRegister objections;
  private final Changes changes;
  private final PromotionConfig config;

  AudienceFreezing(
      Promotions promotions,
      PromotionTallies tallies,
      PromotionMembers members,
      Audiences audiences,
      CustomerRoster roster,
      OrderBook orders,
      ConsentRegister consents,
      ObjectionRegister objections,
      Changes changes,
      PromotionConfig config) {
    this.promotions = promotions;
    this.tallies = tallies;
    this.members = members;
    this.audiences = audiences;
    this.roster = roster;
    this.orders = orders;
    this.consents = consents;
    this.objections = objections;
    this.changes = changes;
    this.config = config;
  }

  /** Freezes what waits for it, to the end. */
  @Scheduled(
      every = "${kexin.promotion.freeze-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void freezeAll() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::freezeStretch);
    }
  }

  /**
   * Freezes the next stretch of some promotion, within the caller's transaction.
   *
   * @return whether there was one to freeze
   */
  boolean freezeStretch() {
    Promotion promotion = promotions.lockStarting().orElse(null);
    if (promotion == null) {
      return false;
    }
    UUID after = tallies.findById(promotion.id()).frozenUpTo();
    UUID end = roster.endOfStretch(after, config.freezeChunk());
    if (end == null) {
      promotion.run();
      promotions.flush();
      tallies.run(promotion.id(), true);
      return true;
    }
    Map<UUID, MemberGroup> groups = drawn(promotion, after, end);
    members.add(promotion.id(), groups);
    Map<UUID, Set<String>> changed = new HashMap<>();
    groups.keySet().forEach(customer -> changed.put(customer, CHANGED));
    changes.onBehalfOf(
        Objects.requireNonNull(promotion.starter()),
        () -> {
          changes.record(changed);
          return changed.size();
        });
    long controls = groups.values().stream().filter(MemberGroup.CONTROL::equals).count();
    tallies.advance(promotion.id(), end, groups.size() - controls, controls);
    return true;
  }

  private Map<UUID, MemberGroup> drawn(Promotion promotion, @Nullable UUID after, UUID end) {
    AudienceCriteria criteria =
        audiences.findById(Objects.requireNonNull(promotion.audienceId())).criteria();
    Instant start = Objects.requireNonNull(promotion.startedAt());
    List<UUID> picked = roster.picked(after, end, criteria.traits(start));
    ControlDraw draw = promotion.draw();
    Map<UUID, MemberGroup> groups = new LinkedHashMap<>();
    for (int from = 0; from < picked.size(); from += SLICE) {
      List<UUID> slice = picked.subList(from, Math.min(from + SLICE, picked.size()));
      for (UUID customer : roster.lockOpen(fitting(slice, criteria, start))) {
        groups.put(customer, draw.group(customer));
      }
    }
    return groups;
  }

  private List<UUID> fitting(List<UUID> slice, AudienceCriteria criteria, Instant start) {
    List<UUID> fitting = new ArrayList<>(slice);
    PastPurchases asked = criteria.purchases();
    if (asked != null) {
      Instant until = asked.until();
      Map<UUID, OrderBook.Ordered> ordered =
          orders.ordered(
              slice,
              Objects.requireNonNullElse(asked.from(), LONG_AGO),
              until == null || until.isAfter(start) ? start : until,
              asked.currency());
      fitting.removeIf(customer -> !asked.fits(ordered.get(customer)));
    }
    if (criteria.profiles()) {
      Map<UUID, Set<ConsentedUse>> given = consents.given(fitting);
      fitting.removeIf(
          customer ->
              !given
                  .getOrDefault(customer, EnumSet.noneOf(ConsentedUse.class))
                  .contains(ConsentedUse.PROFILING));
      fitting.removeAll(objections.objectingToProfiling(fitting));
    }
    return fitting;
  }
}
