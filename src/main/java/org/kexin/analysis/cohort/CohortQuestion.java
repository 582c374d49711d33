package org.kexin.analysis.cohort;

import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.shared.ProblemException;

/**
 * What is asked of cohorts.
 *
 * @param sales known customers only: nobody else can be recognised when they come back
 * @param cohorts how many of the latest are given
 */
record CohortQuestion(SalesQuery sales, int cohorts) {

  private static final int MOST = 240;
  private static final int UNSET = 36;

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static CohortQuestion of(SalesParameters sales, CohortParameters asked) {
    Integer cohorts = asked.cohorts();
    int most = cohorts == null ? UNSET : cohorts;
    if (most < 1 || most > MOST) {
      throw ProblemException.parameter("cohorts", "cohorts is 1 to 240.");
    }
    return new CohortQuestion(SalesQuery.of(sales, asked.to(), null), most);
  }

  /**
   * Refuses what would let two answers be subtracted. A period that begins or ends elsewhere moves
   * single customers from cell to cell, and a return lowers the revenue of a single cell.
   *
   * @throws ProblemException {@code parameter-invalid} if groups only may be seen, and not all of
   *     the sales, without returns, are asked for
   */
  static void demandAll(SalesQuery sales, SmallGroups groups) {
    if (groups.individualsAllowed()) {
      return;
    }
    if (sales.from() != null || sales.to() != null) {
      throw ProblemException.parameter(
          sales.from() == null ? "to" : "from", "For this role the period is all there is.");
    }
    if (sales.returns() != SalesQuery.Returns.EXCLUDED) {
      throw ProblemException.parameter("returns", "For this role returns are excluded.");
    }
  }
}
