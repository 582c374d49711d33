package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;

/**
 * The itemsets of a search, as numbers.
 *
 * @param ranked in the order of {@link FoundSet#MOST_FREQUENT_FIRST}
 * @param completeFrom as in {@link ItemsetResult}
 */
record FoundSets(List<FoundSet> ranked, @Nullable Integer completeFrom, Cuts cuts) {

  /** What is missing. */
  record Cuts(boolean more, boolean longer, boolean stopped) {

    List<Reason> reasons(Kind kind) {
      List<Reason> reasons = new ArrayList<>();
      if (stopped) {
        reasons.add(ItemsetResult.STOPPED);
      }
      if (more) {
        reasons.add(
            kind == Kind.MAXIMAL ? ItemsetResult.MORE_MAXIMAL_SETS : ItemsetResult.MORE_SETS);
      }
      if (longer) {
        reasons.add(ItemsetResult.LONGER_SETS);
      }
      return reasons;
    }
  }

  static FoundSets in(BasketSet<?> set, ItemsetParameters parameters, Brake brake) {
    int minimumCount = parameters.minimumCount(set.baskets());
    RankedBaskets baskets = new RankedBaskets(set, minimumCount);
    ItemsetSearch search = new ItemsetSearch(baskets, parameters, minimumCount, brake);
    new ScatterSearch(baskets, search).run();
    return search.result(minimumCount);
  }
}
