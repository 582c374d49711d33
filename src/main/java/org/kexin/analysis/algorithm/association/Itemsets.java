package org.kexin.analysis.algorithm.association;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BooleanSupplier;

/**
 * Finds the itemsets that occur in many baskets, exactly: a depth-first search over lists of
 * baskets where these are sparse and over bits where they are dense.
 */
public final class Itemsets {

  /** Name and version of the method. */
  public static final String METHOD = "itemsets-lcm-eclat/1";

  private Itemsets() {}

  /**
   * Finds itemsets.
   *
   * @param stop asked every few milliseconds; from its first {@code true} the answer is what was
   *     found until then
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <I> ItemsetResult<I> find(
      BasketSet<I> baskets, ItemsetParameters parameters, BooleanSupplier stop) {
    FoundSets found = FoundSets.in(baskets, parameters, new Brake(stop));
    return new ItemsetResult<>(
        METHOD,
        parameters,
        baskets.baskets(),
        parameters.minimumCount(baskets.baskets()),
        found.completeFrom(),
        new NamedSets<>(baskets, found.ranked()),
        found.cuts().reasons(parameters.kind()));
  }

  /** Makes a row when it is read, so a million sets are not a million lists of names. */
  private static final class NamedSets<I> extends AbstractList<Itemset<I>> implements RandomAccess {

    private final BasketSet<I> baskets;
    private final List<FoundSet> found;

    NamedSets(BasketSet<I> baskets, List<FoundSet> found) {
      this.baskets = baskets;
      this.found = found;
    }

    @Override
    public Itemset<I> get(int index) {
      FoundSet set = found.get(index);
      return new Itemset<>(
          baskets.named(set.items()), set.count(), (double) set.count() / baskets.baskets());
    }

    @Override
    public int size() {
      return found.size();
    }
  }
}
