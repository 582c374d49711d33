package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
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

  /** Rarer items were not compared, since so many were not asked for. */
  public static final Reason MORE_ITEMS =
      new Reason("MORE_ITEMS", "Rarer items were not compared: there are more than asked for.");

  /** Rarer items were not compared, since that would be too much work. */
  public static final Reason MORE_PAIRS =
      new Reason("MORE_PAIRS", "Rarer items were not compared: there are too many pairs to count.");

  private final SimilarityParameters parameters;
  private final SequencedMap<I, List<Neighbour<I>>> neighbours;
  private final List<Reason> cuts;

  private ItemSimilarities(
      SimilarityParameters parameters,
      SequencedMap<I, List<Neighbour<I>>> neighbours,
      List<Reason> cuts) {
    this.parameters = parameters;
    this.neighbours = neighbours;
    this.cuts = cuts;
  }

  /**
   * Similarities that were computed before.
   *
   * @param neighbours of each item, the nearest first
   */
  public static <I> ItemSimilarities<I> of(
      SimilarityParameters parameters, SequencedMap<I, List<Neighbour<I>>> neighbours) {
    SequencedMap<I, List<Neighbour<I>>> copy = new LinkedHashMap<>();
    neighbours.forEach((item, nearest) -> copy.put(item, List.copyOf(nearest)));
    return new ItemSimilarities<>(parameters, copy, List.of());
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

  /** The items that were compared: those that most customers have first, then by item. */
  public List<I> items() {
    return List.copyOf(neighbours.keySet());
  }

  /**
   * Why items were not compared: {@link #MORE_ITEMS}, {@link #MORE_PAIRS}, or {@link
   * ItemsetResult#STOPPED}; empty when all were.
   */
  public List<Reason> cuts() {
    return cuts;
  }

  /**
   * Compares items. Takes a step for each pair of items of each customer. The pairs of one item are
   * counted at a time, so memory grows with the cells and with items · neighbours, never with the
   * pairs there are.
   *
   * @param customers a basket is all that one customer has
   * @param scope which items are compared at most; what it leaves out may still be a neighbour
   * @param stop asked every few milliseconds; from its first {@code true} on no item gets
   *     neighbours
   * @param progress told the share that is done, 0 to 1, about a hundred times
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <I> ItemSimilarities<I> compute(
      BasketSet<I> customers,
      SimilarityParameters parameters,
      SimilarityScope scope,
      BooleanSupplier stop,
      DoubleConsumer progress) {
    Brake brake = new Brake(stop);
    Pairs pairs = new Pairs(customers, parameters, brake);
    List<I> items = customers.items();
    int[] chosen = pairs.commonest(scope.maximumItems());
    SequencedMap<I, List<Neighbour<I>>> neighbours = new LinkedHashMap<>();
    List<Reason> cuts = new ArrayList<>();
    if (chosen.length < items.size()) {
      cuts.add(MORE_ITEMS);
    }
    int reportEvery = Math.max(1, chosen.length / 100);
    long left = scope.maximumSteps();
    for (int done = 0; done < chosen.length; done++) {
      left -= pairs.steps(chosen[done]);
      if (left < 0) {
        cuts.add(MORE_PAIRS);
        break;
      }
      List<Pair> nearest = pairs.nearest(chosen[done]);
      if (brake.isPulled()) {
        cuts.add(ItemsetResult.STOPPED);
        break;
      }
      neighbours.put(items.get(chosen[done]), named(nearest, items));
      if ((done + 1) % reportEvery == 0) {
        progress.accept((done + 1.0) / chosen.length);
      }
    }
    return new ItemSimilarities<>(parameters, neighbours, List.copyOf(cuts));
  }

  private static <I> List<Neighbour<I>> named(List<Pair> nearest, List<I> items) {
    return nearest.stream()
        .map(pair -> new Neighbour<>(items.get(pair.other), pair.similarity, pair.common))
        .toList();
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

    /** The items that most customers have, of equals the first. */
    int[] commonest(int most) {
      return IntStream.range(0, counts.length)
          .boxed()
          .sorted(Comparator.comparingInt((Integer item) -> counts[item]).reversed())
          .limit(most)
          .mapToInt(Integer::intValue)
          .toArray();
    }

    /** The work of {@link #nearest}: the items of all who have this one. */
    long steps(int item) {
      long steps = 0;
      for (int h = holderStarts[item]; h < holderStarts[item + 1]; h++) {
        steps += customers.start(holders[h] + 1) - customers.start(holders[h]);
      }
      return steps;
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
