package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kexin.analysis.algorithm.Reason;

/** Derives rules from the frequent itemsets of baskets. */
public final class AssociationRules {

  /** Name and version of the method. */
  public static final String METHOD = "association-rules-agrawal-srikant/1";

  private AssociationRules() {}

  /**
   * Finds the frequent sets and splits them into rules.
   *
   * <p>When there are more sets than the limit, the most frequent are split: all subsets of these
   * are among them, so each rule is right and only rules of rarer sets are missing.
   *
   * @param stop asked every few milliseconds; from its first {@code true} the answer is what was
   *     found until then, with the rules of its most frequent sets
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <I> RuleResult<I> derive(
      BasketSet<I> baskets, RuleParameters parameters, BooleanSupplier stop) {
    ItemsetParameters itemsets = parameters.itemsets();
    FoundSets sets = FoundSets.in(baskets, itemsets, new Brake(stop));
    // A brake of its own, whose first question comes late: a search that took all the time would
    // otherwise leave none for a single rule.
    Brake brake = new Brake(stop);
    SetSplits splits = new SetSplits(baskets.baskets(), parameters, sets.ranked(), brake);
    for (FoundSet set : sets.ranked()) {
      splits.split(set);
    }
    List<Reason> cuts = cuts(sets, splits, parameters, brake);
    return new RuleResult<>(
        METHOD,
        parameters,
        baskets.baskets(),
        itemsets.minimumCount(baskets.baskets()),
        cuts.contains(ItemsetResult.STOPPED) ? null : sets.completeFrom(),
        splits.rulesFound(),
        splits.rules(baskets),
        cuts);
  }

  private static List<Reason> cuts(
      FoundSets sets, SetSplits splits, RuleParameters parameters, Brake brake) {
    List<Reason> cuts = new ArrayList<>(sets.cuts().reasons(parameters.itemsets().kind()));
    if (brake.isPulled() && !sets.cuts().stopped()) {
      cuts.addFirst(ItemsetResult.STOPPED);
    }
    if (splits.rulesFound() > parameters.maximumRules()) {
      cuts.add(RuleResult.MORE_RULES);
    }
    return cuts;
  }
}
