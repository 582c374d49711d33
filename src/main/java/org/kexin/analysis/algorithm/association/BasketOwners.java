package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Whose baskets they are, to tell how many customers are behind a count of baskets. Immutable.
 *
 * @param <I> an item
 */
public final class BasketOwners<I> {

  /** Of a basket whose owner is not known; such baskets are of no customer. */
  public static final int NOBODY = -1;

  private static final int BASKETS_BETWEEN_QUESTIONS = 1 << 12;

  private final BasketSet<I> baskets;
  private final int[] owners;

  /**
   * @param owners a number for each basket; the baskets of one owner stand together
   * @throws IllegalArgumentException if there are not as many owners as baskets
   */
  public BasketOwners(BasketSet<I> baskets, int[] owners) {
    if (owners.length != baskets.baskets()) {
      throw new IllegalArgumentException(
          owners.length + " owners of " + baskets.baskets() + " baskets");
    }
    this.baskets = baskets;
    this.owners = owners.clone();
  }

  /**
   * Baskets with some items and not with all of some others.
   *
   * @param with at least one
   * @param lacking at least one of these is not in the basket; empty to ask for nothing more
   */
  public record Choice<I>(List<I> with, List<I> lacking) {

    /**
     * @throws IllegalArgumentException if there is no item to begin with
     */
    public Choice {
      with = List.copyOf(with);
      lacking = List.copyOf(lacking);
      if (with.isEmpty()) {
        throw new IllegalArgumentException("a choice of baskets needs an item");
      }
    }
  }

  /** Number of owners who have a basket, {@link #NOBODY} not counted. */
  public int count() {
    int count = 0;
    int last = NOBODY;
    for (int owner : owners) {
      count += owner != NOBODY && owner != last ? 1 : 0;
      last = owner;
    }
    return count;
  }

  /**
   * The number of owners of each choice of baskets. Reads the baskets once; each choice costs a
   * look at the baskets of its rarest item.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public int[] count(List<Choice<I>> choices) {
    Map<I, Integer> numbers = new HashMap<>();
    for (I item : baskets.items()) {
      numbers.put(item, numbers.size());
    }
    int[] counts = baskets.counts();
    Map<Integer, List<Counter>> byRarest = new HashMap<>();
    List<Counter> counters = new ArrayList<>(choices.size());
    for (Choice<I> choice : choices) {
      Counter counter =
          new Counter(numbers(choice.with, numbers), numbers(choice.lacking, numbers));
      counters.add(counter);
      byRarest.computeIfAbsent(counter.rarest(counts), _ -> new ArrayList<>()).add(counter);
    }
    for (int basket = 0; basket < owners.length; basket++) {
      if (basket % BASKETS_BETWEEN_QUESTIONS == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      if (owners[basket] != NOBODY) {
        look(basket, byRarest);
      }
    }
    return counters.stream().mapToInt(counter -> counter.owners).toArray();
  }

  private void look(int basket, Map<Integer, List<Counter>> byRarest) {
    int[] items = new int[baskets.start(basket + 1) - baskets.start(basket)];
    for (int i = 0; i < items.length; i++) {
      items[i] = baskets.cell(baskets.start(basket) + i);
    }
    for (int item : items) {
      for (Counter counter : byRarest.getOrDefault(item, List.of())) {
        counter.look(items, owners[basket]);
      }
    }
  }

  /** An item that is in no basket becomes a number that none has. */
  private static <I> int[] numbers(List<I> items, Map<I, Integer> numbers) {
    return items.stream().mapToInt(item -> numbers.getOrDefault(item, NOBODY)).toArray();
  }

  /** Counts for one choice. */
  private static final class Counter {
    private final int[] with;
    private final int[] lacking;
    private int last = NOBODY;
    private int owners;

    Counter(int[] with, int[] lacking) {
      this.with = with;
      this.lacking = lacking;
    }

    int rarest(int[] counts) {
      int rarest = with[0];
      for (int item : with) {
        if (item < 0 || (rarest >= 0 && counts[item] < counts[rarest])) {
          rarest = item;
        }
      }
      return rarest;
    }

    void look(int[] items, int owner) {
      if (owner != last
          && holdsAll(items, with)
          && (lacking.length == 0 || !holdsAll(items, lacking))) {
        last = owner;
        owners++;
      }
    }

    private static boolean holdsAll(int[] items, int[] wanted) {
      for (int item : wanted) {
        if (Arrays.binarySearch(items, item) < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
