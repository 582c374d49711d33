package org.kexin.analysis.algorithm.association;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * The rules derived.
 *
 * @param method how they were found
 * @param baskets n
 * @param minimumCount the smallest n(XY) asked for
 * @param completeFrom rules whose n(XY) is at least this were all considered, unless they are
 *     longer than asked for; null when the search was stopped
 * @param rulesFound rules that reach the minimum confidence, given or not
 * @param rules in the order asked for, the first of it when cut by their number
 * @param cuts why rules are missing: those of {@link ItemsetResult} and {@link #MORE_RULES}; empty
 *     when none are
 * @param <I> an item
 */
public record RuleResult<I>(
    String method,
    RuleParameters parameters,
    int baskets,
    int minimumCount,
    @Nullable Integer completeFrom,
    long rulesFound,
    List<Rule<I>> rules,
    List<Reason> cuts) {

  /** There are more rules than asked for. */
  public static final Reason MORE_RULES =
      new Reason(
          "MORE_RULES", "There are more rules than the limit; the first of the order remain.");

  public RuleResult {
    rules = List.copyOf(rules);
    cuts = List.copyOf(cuts);
  }
}
