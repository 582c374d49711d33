package org.kexin.analysis.product;

import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.shared.ProblemException;

/**
 * Which sales are looked at, and by what.
 *
 * @param top rows listed at most
 */
record ProductQuestion(SalesQuery sales, By by, int top) {

  private static final int USUAL_TOP = 50;
  private static final int MOST_TOP = 500;

  /** What is compared. */
  enum By {
    PRODUCT,
    CATEGORY
  }

  /**
   * Reads query parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static ProductQuestion of(SalesParameters sales, ProductParameters asked) {
    int top = asked.top() == null ? USUAL_TOP : asked.top();
    if (top < 0 || top > MOST_TOP) {
      throw ProblemException.parameter("top", "top is 0 to " + MOST_TOP + ".");
    }
    return new ProductQuestion(
        SalesQuery.of(sales, asked.to(), asked.anonymous()).within(asked.category()),
        SalesQuery.word(By.class, "by", asked.by(), By.PRODUCT),
        top);
  }

  /**
   * Refuses what would let somebody who may not see individuals tell a few buyers of a product from
   * the others: a product that was bought by many has few buyers in a single week, so the figures
   * of two periods, or with and without returns, must not be subtracted.
   *
   * @throws ProblemException {@code parameter-invalid} if a period is given, or returns are
   *     deducted
   */
  void demandAllTime() {
    if (sales.from() != null || sales.to() != null) {
      throw ProblemException.parameter(
          sales.from() == null ? "to" : "from",
          "For this role products are compared over all time.");
    }
    if (sales.returns() == SalesQuery.Returns.DEDUCTED) {
      throw ProblemException.parameter("returns", "For this role returns are left out.");
    }
  }
}
