package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How large and how full baskets are, to choose a minimum support by.
 *
 * @param baskets n
 * @param items different items
 * @param cells sum of the sizes of the baskets
 * @param meanSize cells / baskets
 * @param density cells / (baskets · items), 0 to 1
 * @param sizes number of baskets of each size that occurs, by size ascending
 * @param topItems the items in most baskets, by count descending, then by item
 * @param <I> an item
 */
public record BasketProfile<I>(
    int baskets,
    int items,
    int cells,
    Measure<Double> meanSize,
    Measure<Double> density,
    List<SizeCount> sizes,
    List<Itemset<I>> topItems) {

  /** There is no basket, or none with an item. */
  public static final Reason NO_BASKETS =
      new Reason("NO_BASKETS", "There is no basket with an item in the window.");

  public BasketProfile {
    sizes = List.copyOf(sizes);
    topItems = List.copyOf(topItems);
  }

  /**
   * Baskets of one size.
   *
   * @param size different items in a basket, zero or more
   */
  public record SizeCount(int size, int baskets) {}

  /**
   * Describes baskets.
   *
   * @param topItems how many items to name, zero or more
   * @throws IllegalArgumentException if topItems is negative
   */
  public static <I> BasketProfile<I> of(BasketSet<I> set, int topItems) {
    if (topItems < 0) {
      throw new IllegalArgumentException("negative number of items: " + topItems);
    }
    double n = set.baskets();
    double cells = set.cells();
    return new BasketProfile<>(
        set.baskets(),
        set.items().size(),
        set.cells(),
        set.baskets() == 0 ? Measure.missing(NO_BASKETS) : Measure.of(cells / n),
        set.cells() == 0
            ? Measure.missing(NO_BASKETS)
            : Measure.of(cells / (n * set.items().size())),
        sizes(set),
        top(set, topItems));
  }

  private static List<SizeCount> sizes(BasketSet<?> set) {
    int[] ofSize = new int[set.items().size() + 1];
    for (int basket = 0; basket < set.baskets(); basket++) {
      ofSize[set.start(basket + 1) - set.start(basket)]++;
    }
    List<SizeCount> sizes = new ArrayList<>();
    for (int size = 0; size < ofSize.length; size++) {
      if (ofSize[size] > 0) {
        sizes.add(new SizeCount(size, ofSize[size]));
      }
    }
    return sizes;
  }

  private static <I> List<Itemset<I>> top(BasketSet<I> set, int limit) {
    int[] counts = set.counts();
    // The sort is stable, so equal counts stay in the order of items.
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer item) -> counts[item]).reversed())
        .limit(limit)
        .map(
            item ->
                new Itemset<>(
                    List.of(set.items().get(item)),
                    counts[item],
                    (double) counts[item] / set.baskets()))
        .toList();
  }
}
