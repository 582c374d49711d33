package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.IntColumn;

/**
 * Baskets as sets of items, in compressed rows: four bytes for each item in a basket and four for
 * each basket. What a basket is, an order or all that one customer ever bought, is the caller's
 * choice. Items are numbered from 0 in their order; which basket is whose is not kept. Immutable.
 *
 * @param <I> an item: a product, a category. Its {@code equals} must agree with the order
 */
public final class BasketSet<I> {

  private final List<I> items;
  private final int[] starts;
  private final int[] cells;

  private BasketSet(List<I> items, int[] starts, int[] cells) {
    this.items = List.copyOf(items);
    this.starts = starts;
    this.cells = cells;
  }

  /**
   * Baskets that are already in memory; an empty one counts as a basket.
   *
   * @param itemOrder numbers the items and breaks ties
   * @throws IllegalArgumentException if two items that are not equal compare as equal
   */
  public static <I> BasketSet<I> of(
      Collection<? extends Collection<I>> baskets, Comparator<? super I> itemOrder) {
    Rows<I> rows = new Rows<>();
    for (Collection<I> basket : baskets) {
      rows.begin();
      basket.forEach(rows::add);
    }
    return rows.toBasketSet(itemOrder);
  }

  /** Number of baskets. */
  public int baskets() {
    return starts.length - 1;
  }

  /** The items of all baskets, each once, in their order. */
  public List<I> items() {
    return items;
  }

  /** Sum of the numbers of items in the baskets. */
  public int cells() {
    return cells.length;
  }

  /** Baskets with each item, in the order of {@link #items}. */
  public int[] counts() {
    int[] counts = new int[items.size()];
    for (int cell : cells) {
      counts[cell]++;
    }
    return counts;
  }

  /** Place of the first item of a basket; that of the basket after the last is their end. */
  int start(int basket) {
    return starts[basket];
  }

  /** The number of the item at a place; ascending within a basket. */
  int cell(int place) {
    return cells[place];
  }

  List<I> named(int[] numbers) {
    List<I> named = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      named.add(items.get(number));
    }
    return named;
  }

  /**
   * Reads (basket, item) rows once. Rows must ascend by basket in the given order, which is checked
   * row by row; an item that comes again in a basket counts once. Not thread-safe.
   *
   * @param <B> identity of a basket; forgotten when the next one begins
   */
  public static final class Accumulator<B, I> {

    private final Comparator<? super B> basketOrder;
    private final Comparator<? super I> itemOrder;
    private final Rows<I> rows = new Rows<>();
    private @Nullable B current;
    private boolean finished;

    /**
     * Begins an empty stream.
     *
     * @param basketOrder the order the rows come in
     * @param itemOrder numbers the items and breaks ties; the rows of a basket may come in any
     */
    public Accumulator(Comparator<? super B> basketOrder, Comparator<? super I> itemOrder) {
      this.basketOrder = basketOrder;
      this.itemOrder = itemOrder;
    }

    /**
     * Puts an item into a basket.
     *
     * @throws IllegalArgumentException if the basket comes before that of the row before; it is not
     *     named, since a basket may be a customer and the message may reach a log
     * @throws ArithmeticException if there are more than 2³¹ − 1 items in baskets
     * @throws IllegalStateException after {@link #finish}
     */
    public void add(B basket, I item) {
      requireOpen();
      B previous = current;
      int compared = previous == null ? -1 : basketOrder.compare(previous, basket);
      if (compared > 0) {
        throw new IllegalArgumentException("rows are not ordered by basket");
      }
      if (compared < 0) {
        current = basket;
        rows.begin();
      }
      rows.add(item);
    }

    /**
     * Ends the stream.
     *
     * @throws IllegalArgumentException if two items that are not equal compare as equal
     * @throws IllegalStateException when called twice
     */
    public BasketSet<I> finish() {
      requireOpen();
      finished = true;
      return rows.toBasketSet(itemOrder);
    }

    private void requireOpen() {
      if (finished) {
        throw new IllegalStateException("already finished");
      }
    }
  }

  /** Baskets while they are read: items are numbered as they come, for want of all of them. */
  private static final class Rows<I> {

    private static final int FIRST_CAPACITY = 64;

    private final Map<I, Integer> numbers = new HashMap<>();
    private final List<I> items = new ArrayList<>();
    private final IntColumn starts = new IntColumn();
    private final IntColumn cells = new IntColumn();
    // The number of the last basket an item was in, from 1: tells repeated items without a search.
    private int[] lastBasket = new int[FIRST_CAPACITY];

    void begin() {
      starts.add(cells.size());
    }

    void add(I item) {
      int number = numbers.computeIfAbsent(item, this::next);
      int basket = starts.size();
      if (lastBasket[number] != basket) {
        lastBasket[number] = basket;
        cells.add(number);
      }
    }

    private int next(I item) {
      int number = items.size();
      items.add(item);
      if (number == lastBasket.length) {
        lastBasket = Arrays.copyOf(lastBasket, 2 * number);
      }
      return number;
    }

    BasketSet<I> toBasketSet(Comparator<? super I> order) {
      List<Integer> sorted =
          IntStream.range(0, items.size())
              .boxed()
              .sorted((a, b) -> order.compare(items.get(a), items.get(b)))
              .toList();
      List<I> ordered = sorted.stream().map(items::get).toList();
      for (int i = 1; i < ordered.size(); i++) {
        if (order.compare(ordered.get(i - 1), ordered.get(i)) == 0) {
          throw new IllegalArgumentException("different items compare as equal");
        }
      }
      int[] numberOf = new int[items.size()];
      for (int i = 0; i < numberOf.length; i++) {
        numberOf[sorted.get(i)] = i;
      }
      return new BasketSet<>(ordered, ends(), renumbered(numberOf));
    }

    private int[] ends() {
      starts.add(cells.size());
      return starts.toArray();
    }

    private int[] renumbered(int[] numberOf) {
      int[] all = cells.toArray();
      for (int i = 0; i < all.length; i++) {
        all[i] = numberOf[all[i]];
      }
      int[] bounds = starts.toArray();
      for (int i = 1; i < bounds.length; i++) {
        Arrays.sort(all, bounds[i - 1], bounds[i]);
      }
      return all;
    }
  }
}
