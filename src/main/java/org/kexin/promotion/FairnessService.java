package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Whether a promotion treats loyal customers as well as new ones, and who answers if not. */
@ApplicationScoped
class FairnessService {

  /** Campaigns looked at beside a promotion, at most: those that end last. */
  private static final int MAX_OTHERS = 500;

  private static final int NAMED = 20;

  private final Promotions promotions;
  private final Audiences audiences;
  private final PromotionApprovals approvals;
  private final PromotionConfig config;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  FairnessService(
      Promotions promotions,
      Audiences audiences,
      PromotionApprovals approvals,
      PromotionConfig config,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.promotions = promotions;
    this.audiences = audiences;
    this.approvals = approvals;
    this.config = config;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** The table of a promotion, counting what runs at present beside it. */
  FairnessView view(UUID id) {
    Promotion promotion = promotions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    List<FairnessCheck.Row> rows = rows(promotion);
    return new FairnessView(
        promotion.version(),
        config.unfairAbovePercent().toPlainString(),
        rows.stream().noneMatch(FairnessCheck.Row::unfair),
        approvals.coversPresent(promotion),
        rows.stream().map(FairnessView.ProductFairness::of).toList());
  }

  /**
   * Answers for one version of a draft.
   *
   * @throws ProblemException {@code not-found}, {@code validation-failed}, {@code
   *     promotion-not-draft}, {@code not-ready} if it is another version by now, {@code
   *     already-exists} if somebody answers for it already
   */
  @Transactional
  Receipt approve(UUID id, NewFairnessApproval document) {
    List<FieldProblem> problems = violations.of(document);
    ProblemException.demandNone(problems);
    // Locked: nobody changes the version meanwhile, nor answers for it a second time.
    Promotion promotion = promotions.findForUpdate(id).orElseThrow(ProblemException::notFound);
    promotion.demandDraft();
    if (promotion.version() != document.version()) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "The promotion was changed: look at its fairness again.");
    }
    if (approvals.coversPresent(promotion)) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS, "Somebody answers for this version already.");
    }
    PromotionApproval approval =
        new PromotionApproval(
            ids.next(), promotion, document.reason(), clock.now(), viewing.caller().userId());
    approvals.persistAndFlush(approval);
    return new Receipt(approval.id(), null, 0);
  }

  /**
   * Lets a promotion start.
   *
   * @throws ProblemException {@code unfair-difference} if loyal customers would pay more by more
   *     than the threshold and nobody answers for this version; its candidates are the products
   */
  void demandFair(Promotion promotion) {
    List<FairnessCheck.Row> unfair =
        rows(promotion).stream().filter(FairnessCheck.Row::unfair).toList();
    if (unfair.isEmpty() || approvals.coversPresent(promotion)) {
      return;
    }
    throw ProblemException.collision(
        ProblemCode.UNFAIR_DIFFERENCE,
        "Loyal customers would pay more than new ones for "
            + unfair.stream()
                .limit(NAMED)
                .map(FairnessService::words)
                .collect(Collectors.joining(", "))
            + (unfair.size() > NAMED ? ", …" : "")
            + ". Change the offers, or have a privacy officer answer for this version.",
        unfair.stream()
            .map(FairnessCheck.Row::product)
            .filter(Objects::nonNull)
            .limit(NAMED)
            .toList());
  }

  private static String words(FairnessCheck.Row row) {
    String what = row.product() == null ? "every other product" : "product " + row.product();
    return row.ratio() == null
        ? what + " (new customers pay nothing)"
        : what + " (" + row.ratio().stripTrailingZeros().toPlainString() + " times)";
  }

  private List<FairnessCheck.Row> rows(Promotion promotion) {
    NewPromotion document = promotion.document();
    List<FairnessCheck.Campaign> others =
        promotions
            .runningWithin(
                document.startsAt(),
                document.endsAt(),
                document.cost().fixed().currency().getCurrencyCode(),
                MAX_OTHERS)
            .stream()
            .filter(other -> !other.id().equals(promotion.id()))
            .map(other -> campaign(other, promotion))
            .toList();
    return FairnessCheck.table(campaign(promotion, promotion), others, config.unfairAbovePercent());
  }

  private FairnessCheck.Campaign campaign(Promotion promotion, Promotion lookedAt) {
    NewPromotion document = promotion.document();
    NewPromotion time = lookedAt.document();
    UUID audience = promotion.audienceId();
    AudienceCriteria criteria =
        audience == null ? null : audiences.findByIdOptional(audience).orElseThrow().criteria();
    Instant at = Objects.requireNonNullElse(promotion.startedAt(), clock.now());
    return new FairnessCheck.Campaign(
        document.offers(),
        criteria == null || criteria.mayHoldNew(config.buyers(), at),
        criteria == null || criteria.mayHoldLoyal(config.buyers(), at),
        !document.startsAt().isAfter(time.startsAt())
            && !document.endsAt().isBefore(time.endsAt()));
  }
}
