package org.kexin.analysis.algorithm;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days put together to blocks that are never split for those who may not see individuals: in each
 * block at least k customers bought, and none or at least k returned something (unless fewer than k
 * ever did: their returns must not be told apart at all).
 *
 * <p>Two periods made of whole blocks differ by whole blocks, or not at all. So whoever subtracts
 * the figures of one period from those of another, or orders with returns from orders without,
 * learns something of k customers or more (a tracker: Denning, Denning &amp; Schwartz 1979).
 *
 * @param blocks in order of time; no sale of a known customer lies between them. Only a single one
 *     may hold fewer than k customers: when there are no more
 * @param returnsOfFew whether some, but fewer than k customers ever returned something
 */
public record DayBlocks(List<Block> blocks, boolean returnsOfFew) {

  /** Nobody bought anything. */
  public static final DayBlocks NONE = new DayBlocks(List.of(), false);

  private static final Comparator<Block> BY_PLACE =
      (a, b) -> a.last.isBefore(b.first) ? -1 : a.first.isAfter(b.last) ? 1 : 0;

  public DayBlocks {
    blocks = List.copyOf(blocks);
  }

  /**
   * Days that are only looked at together.
   *
   * @param first with a sale
   * @param last with a sale, not before first
   */
  public record Block(LocalDate first, LocalDate last) {}

  /** What a period becomes when no block is split. */
  public sealed interface Period {}

  /**
   * A period of whole blocks.
   *
   * @param from first day, the one asked for or before it; null is all from the start
   * @param to last day, the one asked for or before it; null is all to the end
   */
  public record Whole(@Nullable LocalDate from, @Nullable LocalDate to) implements Period {}

  /**
   * The period lies within one block.
   *
   * @param needed the period that holds the block
   */
  public record TooShort(Block needed) implements Period {}

  /**
   * The period of whole blocks that comes next to the one asked for: a block that it cuts at its
   * beginning is in, one that it cuts at its end is out, so nothing later than asked for is seen.
   */
  public Period whole(@Nullable LocalDate from, @Nullable LocalDate to) {
    Block atStart = from == null ? null : holding(from);
    Block atEnd = to == null ? null : holding(to);
    LocalDate start = atStart == null ? from : atStart.first;
    if (atEnd == null || to == null || to.equals(atEnd.last)) {
      return new Whole(start, to);
    }
    boolean startsWithin =
        start == null ? atEnd.equals(blocks.getFirst()) : !start.isBefore(atEnd.first);
    return startsWithin ? new TooShort(atEnd) : new Whole(start, atEnd.first.minusDays(1));
  }

  /** Whether no block lies partly within these days and partly outside. */
  public boolean areWhole(LocalDate from, LocalDate to) {
    return whole(from, to).equals(new Whole(from, to));
  }

  private @Nullable Block holding(LocalDate day) {
    int index = Collections.binarySearch(blocks, new Block(day, day), BY_PLACE);
    return index < 0 ? null : blocks.get(index);
  }

  /**
   * Finds the blocks in one pass over the sales, in any order; keeps k customers of each kind and
   * day at most. Not thread-safe.
   *
   * <p>A block ends as soon as it is large enough. What is left at the end of a month joins the
   * block before it, so that blocks end with months wherever a month is large enough; what is left
   * at the end joins the last block.
   *
   * @param <K> identity of a customer
   */
  public static final class Accumulator<K> {

    private final int smallest;
    private final SortedMap<LocalDate, People<K>> days = new TreeMap<>();
    private final Set<K> returners = new HashSet<>();

    /**
     * Begins without sales.
     *
     * @param smallest k, at least 1
     */
    public Accumulator(int smallest) {
      if (smallest < 1) {
        throw new IllegalArgumentException("k is at least 1: " + smallest);
      }
      this.smallest = smallest;
    }

    /** Counts one order, or one return, of a known customer. */
    public void add(K customer, LocalDate day, boolean isReturn) {
      People<K> people = days.computeIfAbsent(day, first -> new People<>(first, smallest));
      if (!isReturn) {
        people.count(people.buyers, customer);
        return;
      }
      people.count(people.returners, customer);
      if (returners.size() < smallest) {
        returners.add(customer);
      }
    }

    /** The blocks of what was counted. */
    public DayBlocks finish() {
      boolean returnsOfFew = !returners.isEmpty() && returners.size() < smallest;
      if (returnsOfFew) {
        days.values().forEach(people -> people.returners.clear());
      }
      Deque<People<K>> blocks = new ArrayDeque<>();
      People<K> open = null;
      for (People<K> day : days.values()) {
        if (open != null && !open.month().equals(day.month())) {
          open = closed(blocks, open, open.month());
        }
        open = open == null ? day : open.and(day);
        if (open.areEnough()) {
          blocks.add(open);
          open = null;
        }
      }
      if (open != null) {
        People<K> rest = closed(blocks, open, null);
        if (rest != null) {
          blocks.add(rest);
        }
      }
      return new DayBlocks(
          blocks.stream().map(people -> new Block(people.first, people.last)).toList(),
          returnsOfFew);
    }

    /**
     * Adds what is left to the blocks, together with those before it that it needs.
     *
     * @param month only blocks that end in this month are taken; null for any
     * @return what is too small even so
     */
    private @Nullable People<K> closed(
        Deque<People<K>> blocks, People<K> rest, @Nullable YearMonth month) {
      People<K> joined = rest;
      while (!joined.areEnough()
          && !blocks.isEmpty()
          && (month == null || blocks.getLast().month().equals(month))) {
        joined = blocks.removeLast().and(joined);
      }
      if (!joined.areEnough()) {
        return joined;
      }
      blocks.add(joined);
      return null;
    }
  }

  /** Who bought and who returned from one day to another, up to k of each. */
  private static final class People<K> {
    private final int smallest;
    private final LocalDate first;
    private LocalDate last;
    private final Set<K> buyers = new HashSet<>();
    private final Set<K> returners = new HashSet<>();

    People(LocalDate day, int smallest) {
      this.first = day;
      this.last = day;
      this.smallest = smallest;
    }

    void count(Set<K> group, K customer) {
      if (group.size() < smallest) {
        group.add(customer);
      }
    }

    People<K> and(People<K> later) {
      last = later.last;
      later.buyers.forEach(customer -> count(buyers, customer));
      later.returners.forEach(customer -> count(returners, customer));
      return this;
    }

    boolean areEnough() {
      return buyers.size() == smallest && (returners.isEmpty() || returners.size() == smallest);
    }

    YearMonth month() {
      return YearMonth.from(last);
    }
  }
}
