package org.kexin.analysis.algorithm.association;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * The itemsets found.
 *
 * @param method how they were found
 * @param baskets n
 * @param minimumCount the smallest count asked for
 * @param completeFrom every set of this count or more is in the answer, unless it is longer than
 *     asked for; null when nothing can be promised, because the search was stopped or maximal sets
 *     were cut
 * @param sets by count descending, then shorter first, then by items; each is made when it is read.
 *     When cut by their number, frequent and closed sets are the first of this order, so that with
 *     a frequent set all its subsets are in the answer; maximal sets are the first ones found
 * @param cuts why sets are missing; empty when none are
 * @param <I> an item
 */
public record ItemsetResult<I>(
    String method,
    ItemsetParameters parameters,
    int baskets,
    int minimumCount,
    @Nullable Integer completeFrom,
    List<Itemset<I>> sets,
    List<Reason> cuts) {

  /** There are more sets than asked for. */
  public static final Reason MORE_SETS =
      new Reason("MORE_SETS", "There are more itemsets than the limit; the most frequent remain.");

  /** There are more maximal sets than asked for. */
  public static final Reason MORE_MAXIMAL_SETS =
      new Reason(
          "MORE_MAXIMAL_SETS",
          "There are more maximal itemsets than the limit; the search ended when it was reached.");

  /** There are longer sets than asked for. */
  public static final Reason LONGER_SETS =
      new Reason("LONGER_SETS", "There are longer itemsets than the limit; they are not given.");

  /** The caller ended the search. */
  public static final Reason STOPPED =
      new Reason("STOPPED", "The search was ended by its time limit; the answer is a part.");

  public ItemsetResult {
    cuts = List.copyOf(cuts);
  }
}
