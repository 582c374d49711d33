package org.kexin.analysis.algorithm.association;

import java.util.List;

/**
 * Items that occur together.
 *
 * @param items at least one, in the order of items
 * @param count baskets with all of them, at least 1
 * @param support count / baskets, above 0 to 1
 * @param <I> an item
 */
public record Itemset<I>(List<I> items, int count, double support) {

  public Itemset {
    items = List.copyOf(items);
  }
}
