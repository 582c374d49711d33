package org.kexin.analysis;

import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * What is asked of the statistics.
 *
 * @param groupBy null for the whole only
 */
record StatisticsQuestion(SalesQuery sales, @Nullable Grouping groupBy) {

  /**
   * Reads query parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if there is no such grouping
   */
  static StatisticsQuestion of(SalesQuery sales, @Nullable String groupBy) {
    return new StatisticsQuestion(
        sales,
        groupBy == null
            ? null
            : SalesQuery.word(Grouping.class, "groupBy", groupBy, Grouping.MONTH));
  }

  /**
   * Refuses what would let groups be subtracted: in a slightly longer period one group may have the
   * orders of a single customer more, though all groups together have those of k more. Periods are
   * made of whole blocks instead.
   *
   * @throws ProblemException {@code parameter-invalid} if a period or returns are asked for by who
   *     may not see individuals, with groups that are no periods
   */
  void demandWhole(SmallGroups groups) {
    if (groups.individualsAllowed() || groupBy == null || groupBy.isByTime()) {
      return;
    }
    if (sales.from() != null || sales.to() != null) {
      throw ProblemException.parameter(
          sales.from() == null ? "to" : "from",
          "For this role such groups are of all sales; leave the period out.");
    }
    if (sales.returns() == SalesQuery.Returns.DEDUCTED) {
      throw ProblemException.parameter("returns", "For this role such groups are without returns.");
    }
  }
}
