package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** What is counted of promotions. One row each, which all pods change: as late as possible. */
@ApplicationScoped
class PromotionTallies implements PanacheRepositoryBase<PromotionTally, UUID> {

  private static final String BOOK =
      """
      update promotion_tally
      set contacts = contacts + ?, redemptions = redemptions + ?, discounts = discounts + ?
      where promotion_id = ? and running
      """;

  private static final String WITHIN_BUDGET =
      " and ? + (contacts + ?) * ? + (redemptions + ?) * ? + discounts + ? <= ?";

  private final Statements statements;

  PromotionTallies(Statements statements) {
    this.statements = statements;
  }

  /**
   * What is to be counted at once.
   *
   * @param discount given, in the currency of the promotion
   */
  record Spending(long contacts, long redemptions, BigDecimal discount) {}

  /**
   * Counts, if the promotion runs and its budget, where it is hard, allows it. Holds the row until
   * the transaction ends: the last thing to do in it.
   *
   * @throws ProblemException {@code promotion-not-running} or {@code budget-exceeded}
   */
  void book(Promotion promotion, Spending spending) {
    PromotionCost cost = promotion.document().cost();
    Money budget = cost.budget();
    int booked =
        budget != null && cost.hardBudget()
            ? statements.update(
                BOOK + WITHIN_BUDGET,
                spending.contacts(),
                spending.redemptions(),
                spending.discount(),
                promotion.id(),
                cost.fixed().amount(),
                spending.contacts(),
                cost.each(cost.perContact()).amount(),
                spending.redemptions(),
                cost.each(cost.perRedemption()).amount(),
                spending.discount(),
                budget.amount())
            : statements.update(
                BOOK,
                spending.contacts(),
                spending.redemptions(),
                spending.discount(),
                promotion.id());
    if (booked == 0) {
      // Finds the row as it is now, and locked: nobody opens or closes the promotion meanwhile.
      boolean running =
          statements.update(
                  "update promotion_tally set running = running where promotion_id = ? and running",
                  promotion.id())
              > 0;
      throw running ? overBudget() : Promotion.notRunning();
    }
  }

  /** Takes a redemption back out of the sums, also when the promotion is over. */
  void giveBack(UUID promotion, BigDecimal discount) {
    statements.update(
        "update promotion_tally set redemptions = redemptions - 1, discounts = discounts - ?"
            + " where promotion_id = ?",
        discount,
        promotion);
  }

  /** Lets contacts and redemptions be counted, or no longer; no audience is frozen any more. */
  void run(UUID promotion, boolean running) {
    statements.update(
        "update promotion_tally set running = ?, frozen_up_to = null where promotion_id = ?",
        running,
        promotion);
  }

  /** Notes up to which customer the audience is frozen, and how many of them it has. */
  void advance(UUID promotion, UUID upTo, long targets, long controls) {
    statements.update(
        "update promotion_tally set frozen_up_to = ?, targets = targets + ?, controls = controls + ?"
            + " where promotion_id = ?",
        upTo,
        targets,
        controls,
        promotion);
  }

  private static ProblemException overBudget() {
    return new ProblemException(
        ProblemCode.BUDGET_EXCEEDED,
        "The promotion would cost more than its budget, which is hard; nothing was changed.");
  }
}
