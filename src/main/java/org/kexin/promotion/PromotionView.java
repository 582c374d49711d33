package org.kexin.promotion;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/** A promotion with its course and what it cost so far. */
@Schema(description = "A promotion with its course and what it cost so far.")
record PromotionView(
    UUID id,
    PromotionState state,
    NewPromotion facts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Members members,
    Cost cost,
    @Schema(
            description =
                "Draws the control group: HMAC-SHA-256 of a customer's id under it; absent before"
                    + " the start.",
            examples = "8f5f7a10",
            maxLength = 64)
        @Nullable String controlSeed,
    Instant createdAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version) {

  /** Members frozen so far; all of them once the promotion runs. */
  @Schema(
      name = "PromotionMemberCount",
      description = "Members frozen so far; all of them once the promotion runs.")
  record Members(
      @Schema(description = "Who is approached.", examples = "900", minimum = "0") long targets,
      @Schema(description = "Who is left alone.", examples = "100", minimum = "0") long controls) {}

  /** What it cost so far. */
  @Schema(name = "ActualPromotionCost", description = "What it cost so far (实际成本).")
  record Cost(
      @Schema(examples = "900", minimum = "0") long contacts,
      @Schema(examples = "17", minimum = "0") long redemptions,
      @Schema(description = "Discounts given and not rolled back.") Money discounts,
      @Schema(
              description =
                  "Fixed, for each contact, for each redemption, and discounts; exact, and zero in"
                      + " a draft.")
          Money actual,
      @Schema(description = "Whether it is more than the budget; false without one.")
          boolean overBudget) {}

  static PromotionView of(Promotion promotion, PromotionTally tally) {
    PromotionCost cost = promotion.document().cost();
    byte[] seed = promotion.controlSeed();
    Money actual =
        promotion.startedAt() == null ? Money.zero(cost.fixed().currency()) : cost.actual(tally);
    Money budget = cost.budget();
    return new PromotionView(
        promotion.id(),
        promotion.state(),
        promotion.document(),
        promotion.startedAt(),
        promotion.endedAt(),
        new Members(tally.targets(), tally.controls()),
        new Cost(
            tally.contacts(),
            tally.redemptions(),
            new Money(tally.discounts(), cost.fixed().currency()),
            actual,
            budget != null && actual.amount().compareTo(budget.amount()) > 0),
        seed == null ? null : HexFormat.of().formatHex(seed),
        promotion.createdAt(),
        promotion.version());
  }
}
