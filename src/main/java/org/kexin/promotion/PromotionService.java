package org.kexin.promotion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.transaction.OrderBook;

/** The course of promotions, from the draft to the end. */
@ApplicationScoped
class PromotionService {

  private static final Logger LOG = Logger.getLogger(PromotionService.class);
  private static final int CLOSED_AT_ONCE = 100;

  private final Promotions promotions;
  private final PromotionTallies tallies;
  private final Audiences audiences;
  private final FairnessService fairness;
  private final OrderBook orders;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  PromotionService(
      Promotions promotions,
      PromotionTallies tallies,
      Audiences audiences,
      FairnessService fairness,
      OrderBook orders,
      Viewing viewing,
      Changes changes,
      Violations violations,
      MergePatch mergePatch,
      Ids ids,
      Clock clock) {
    this.promotions = promotions;
    this.tallies = tallies;
    this.audiences = audiences;
    this.fairness = fairness;
    this.orders = orders;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  PromotionView read(UUID id) {
    return PromotionView.of(
        promotions.findByIdOptional(id).orElseThrow(ProblemException::notFound),
        tallies.findById(id));
  }

  Page<PromotionView> list(@Nullable PromotionState state, PageRequest page) {
    Page<Promotion> cut = Page.of(promotions.list(state, page), page, last -> last.id().toString());
    Map<UUID, PromotionTally> found = new HashMap<>();
    tallies
        .list("promotionId in ?1", cut.items().stream().map(Promotion::id).toList())
        .forEach(tally -> found.put(tally.promotionId(), tally));
    return cut.map(
        promotion ->
            PromotionView.of(
                promotion, java.util.Objects.requireNonNull(found.get(promotion.id()))));
  }

  /**
   * Makes a draft.
   *
   * @throws ProblemException {@code validation-failed} with all that is wrong
   */
  @Transactional
  Receipt create(NewPromotion document) {
    refuseInvalid(document);
    Promotion promotion =
        new Promotion(ids.next(), document, clock.now(), viewing.caller().userId());
    promotions.persistAndFlush(promotion);
    tallies.persist(new PromotionTally(promotion.id()));
    return receipt(promotion);
  }

  /**
   * Changes a draft.
   *
   * @throws ProblemException {@code not-found}, {@code precondition-required}, {@code
   *     precondition-failed}, {@code promotion-not-draft}, or {@code validation-failed}
   */
  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    Promotion promotion = locked(id);
    EntityTags.demand(ifMatch, promotion.version());
    promotion.demandDraft();
    NewPromotion changed = mergePatch.apply(promotion.document(), patch, NewPromotion.class);
    refuseInvalid(changed);
    promotion.restate(changed);
    return flushed(promotion);
  }

  /**
   * Starts a draft that treats loyal customers fairly: one with an audience has its members frozen
   * next, in the background; one without runs.
   *
   * @throws ProblemException {@code not-found}, {@code promotion-not-draft}, {@code not-ready} if
   *     its time is over, {@code unfair-difference}
   */
  @Transactional
  Receipt start(UUID id) {
    Promotion promotion = locked(id);
    promotion.demandDraft();
    fairness.demandFair(promotion);
    promotion.start(Hashes.freshKey(), changes.actor(), clock.now());
    Receipt receipt = flushed(promotion);
    tallies.run(id, promotion.state() == PromotionState.RUNNING);
    return receipt;
  }

  /**
   * Ends one that runs.
   *
   * @throws ProblemException {@code not-found}, or {@code promotion-not-running}
   */
  @Transactional
  Receipt close(UUID id) {
    Promotion promotion = locked(id);
    promotion.close(clock.now());
    Receipt receipt = flushed(promotion);
    tallies.run(id, false);
    return receipt;
  }

  /**
   * Gives one up that does not run yet; members frozen so far stay on record.
   *
   * @throws ProblemException {@code not-found}, or {@code not-ready}
   */
  @Transactional
  Receipt cancel(UUID id) {
    Promotion promotion = locked(id);
    promotion.cancel(clock.now());
    Receipt receipt = flushed(promotion);
    tallies.run(id, false);
    return receipt;
  }

  /** Any number of pods at once: each skips what another has locked. */
  @Scheduled(
      every = "${kexin.promotion.close-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void closeOverdue() {
    long closed = 0;
    int some;
    while ((some = QuarkusTransaction.requiringNew().call(this::closeSome)) > 0) {
      closed += some;
    }
    if (closed > 0) {
      LOG.infof("%d promotions are over.", closed);
    }
  }

  private int closeSome() {
    Instant now = clock.now();
    List<Promotion> overdue = promotions.lockOverdue(now, CLOSED_AT_ONCE);
    overdue.forEach(promotion -> promotion.close(now));
    promotions.flush();
    overdue.forEach(promotion -> tallies.run(promotion.id(), false));
    return overdue.size();
  }

  private void refuseInvalid(NewPromotion document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      Set<UUID> products = new HashSet<>();
      document.offers().forEach(offer -> products.addAll(offer.productIds()));
      UUID audience = document.audienceId();
      boolean known = audience == null || audiences.findByIdOptional(audience).isPresent();
      problems.addAll(
          PromotionRules.check(
              document,
              new PromotionRules.Known(orders.existingProducts(products), known),
              clock.now()));
    }
    ProblemException.demandNone(problems);
  }

  private Promotion locked(UUID id) {
    return promotions.findForUpdate(id).orElseThrow(ProblemException::notFound);
  }

  private Receipt flushed(Promotion promotion) {
    promotions.flush();
    return receipt(promotion);
  }

  private static Receipt receipt(Promotion promotion) {
    return new Receipt(promotion.id(), null, promotion.version());
  }
}
