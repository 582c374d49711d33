package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * What a promotion costs, all in the currency of {@code fixed}, which is that of the promotion.
 * Actual cost is {@code fixed} + contacts × {@code perContact} + redemptions × {@code
 * perRedemption} + discounts given, exact.
 *
 * @param hardBudget whether contacts and redemptions beyond the budget are refused; false if
 *     missing
 */
@Schema(
    description =
        "What a promotion costs (促销成本): fixed, for each contact and for each redemption, all in one"
            + " currency, beside the discounts given.")
record PromotionCost(
    @NotNull @Valid Money fixed,
    @Valid @Nullable Money perContact,
    @Valid @Nullable Money perRedemption,
    @Schema(description = "What it may cost (预算).") @Valid @Nullable Money budget,
    @Schema(
            description =
                "Whether contacts and redemptions beyond the budget are refused; without, the"
                    + " promotion says that it is over its budget.",
            examples = "false",
            defaultValue = "false")
        @NotNull
        Boolean hardBudget) {

  /**
   * @throws IllegalArgumentException if an amount is negative, the currencies differ, or a budget
   *     is hard without being named
   */
  PromotionCost {
    hardBudget = Objects.requireNonNullElse(hardBudget, false);
    if (fixed != null) {
      Stream.of(fixed, perContact, perRedemption, budget)
          .filter(Objects::nonNull)
          .forEach(amount -> demandPossible(amount, fixed));
    }
    if (hardBudget && budget == null) {
      throw new IllegalArgumentException("A hard budget is named.");
    }
  }

  /** The actual cost. */
  Money actual(PromotionTally tally) {
    return fixed
        .plus(each(perContact).times(tally.contacts()))
        .plus(each(perRedemption).times(tally.redemptions()))
        .plus(new Money(tally.discounts(), fixed.currency()));
  }

  /** An amount of this cost that may be missing; zero then. */
  Money each(@Nullable Money amount) {
    return amount == null ? Money.zero(fixed.currency()) : amount;
  }

  private static void demandPossible(Money amount, Money fixed) {
    if (amount.amount().signum() < 0) {
      throw new IllegalArgumentException("A cost is not negative.");
    }
    if (!amount.currency().equals(fixed.currency())) {
      throw new IllegalArgumentException("All costs of a promotion have one currency.");
    }
  }
}
