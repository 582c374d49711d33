package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.kexin.analysis.algorithm.Reason;

/**
 * The most similar items of each item, from customers as sets of items (Deshpande &amp; Karypis
 * 2004, Item-based top-N recommendation algorithms, ACM TOIS 22(1)). Immutable.
 *
 * @param <I> an item
 */
public final class ItemSimilarities<I> {

  /** Name and version of the method. */
  public static final String METHOD = "item-similarity-binary/1";

  private final SimilarityParameters parameters;
  private final Map<I, List<Neighbour<I>>> neighbours;
  private final List<Reason> cuts;

  private ItemSimilarities(
      SimilarityParameters parameters, Map<I, List<Neighbour<I>>> neighbours, List<Reason> cuts) {
    this.parameters = parameters;
    this.neighbours = neighbours;
    this.cuts = cuts;
  }

  /**
   * An item like another.
   *
   * @param similarity above 0 to 1
   * @param common customers who have both, at least 1
   * @param <I> an item
   */
  public record Neighbour<I>(I item, double similarity, int common) {}

  /** What the similarities were computed with. */
  public SimilarityParameters parameters() {
    return parameters;
  }

  /**
   * The items most like this one, by similarity descending, then more customers in common first,
   * then by item; empty for an item that is not known or has none.
   */
  public List<Neighbour<I>> of(I item) {
    return neighbours.getOrDefault(item, List.of());
  }

  /** {@link ItemsetResult#STOPPED} when only the first items, in their order, have neighbours. */
  public List<Reason> cuts() {
    return cuts;
  }

  /**
   * Compares items. Takes a step for each pair of items of each customer; memory grows with the
   * cells and with items · neighbours.
   *
   * @param customers a basket is all that one customer has
   * @param stop asked every few milliseconds; from its first {@code true} on no item gets
   *     neighbours
   * @param progress told the share that is done, 0 to 1, about a hundred times
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <I> ItemSimilarities<I> compute(
      BasketSet<I> customers,
      SimilarityParameters parameters,
      BooleanSupplier stop,
      DoubleConsumer progress) {
    Brake brake = new Brake(stop);
    Pairs pairs = new Pairs(customers, parameters, brake);
    List<I> items = customers.items();
    Map<I, List<Neighbour<I>>> neighbours = new HashMap<>();
    int reportEvery = Math.max(1, items.size() / 100);
    for (int item = 0; item < items.size(); item++) {
      List<Pair> nearest = pairs.nearest(item);
      if (brake.isPulled()) {
        break;
      }
      List<Neighbour<I>> named = new ArrayList<>(nearest.size());
      for (Pair pair : nearest) {
        named.add(new Neighbour<>(items.get(pair.other), pair.similarity, pair.common));
      }
      neighbours.put(items.get(item), List.copyOf(named));
      if ((item + 1) % reportEvery == 0) {
        progress.accept((item + 1.0) / items.size());
      }
    }
    return new ItemSimilarities<>(
        parameters, neighbours, brake.isPulled() ? List.of(ItemsetResult.STOPPED) : List.of());
  }

  private record Pair(int other, double similarity, int common) {

    static final Comparator<Pair> NEAREST_FIRST =
        Comparator.comparingDouble(Pair::similarity)
            .reversed()
            .thenComparing(Comparator.comparingInt(Pair::common).reversed())
            .thenComparingInt(Pair::other);
  }

  /** Counts the customers of one item with every other item. */
  private static final class Pairs {

    private final BasketSet<?> customers;
    private final SimilarityParameters parameters;
    private final Brake brake;
    private final int[] counts;
    private final int[] holderStarts;
    private final int[] holders;
    private final int[] common;
    private final int[] touched;

    Pairs(BasketSet<?> customers, SimilarityParameters parameters, Brake brake) {
      this.customers = customers;
      this.parameters = parameters;
      this.brake = brake;
      counts = customers.counts();
      holderStarts = new int[counts.length + 1];
      for (int item = 0; item < counts.length; item++) {
        holderStarts[item + 1] = holderStarts[item] + counts[item];
      }
      holders = new int[customers.cells()];
      int[] next = Arrays.copyOf(holderStarts, counts.length);
      for (int customer = 0; customer < customers.baskets(); customer++) {
        for (int p = customers.start(customer); p < customers.start(customer + 1); p++) {
          holders[next[customers.cell(p)]++] = customer;
        }
      }
      common = new int[counts.length];
      touched = new int[counts.length];
    }

    List<Pair> nearest(int item) {
      int size = 0;
      for (int h = holderStarts[item]; h < holderStarts[item + 1]; h++) {
        int start = customers.start(holders[h]);
        int end = customers.start(holders[h] + 1);
        for (int p = start; p < end; p++) {
          int other = customers.cell(p);
          if (common[other]++ == 0) {
            touched[size++] = other;
          }
        }
        brake.isPulledAfter(end - start);
      }
      Best<Pair> best = new Best<>(parameters.maximumNeighbours(), Pair.NEAREST_FIRST);
      for (int i = 0; i < size; i++) {
        int other = touched[i];
        if (other != item && common[other] >= parameters.minimumCommon()) {
          double similarity = parameters.of(counts[item], counts[other], common[other]);
          Pair worst = best.worst();
          if (worst == null || similarity >= worst.similarity) {
            best.offer(new Pair(other, similarity, common[other]));
          }
        }
        common[other] = 0;
      }
      return best.ranked();
    }
  }
}
