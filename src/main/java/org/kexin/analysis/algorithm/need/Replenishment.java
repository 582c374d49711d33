package org.kexin.analysis.algorithm.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When one customer needs what again: each item that was bought on several days has the median of
 * the intervals between these days as its usual interval, and is due that long after the last. The
 * quantiles are of type 7 of Hyndman &amp; Fan (1996). An empirical rule that supposes no
 * distribution, and knows nothing of how much was bought at a time.
 *
 * <p>A day counts once, however often something was bought on it. What came back does not undo the
 * day it was bought on, for it was needed then; but an item of which nothing is kept is no need.
 *
 * <p>Memory grows with the customer's items, by some four hundred bytes each at most. Not
 * thread-safe; {@link #clear} makes it ready for the next customer.
 *
 * @param <I> an item: a product, a category
 */
public final class Replenishment<I> {

  /** Name and version of the method. */
  public static final String METHOD = "empirical-replenishment-interval/1";

  private final NeedRule rule;
  private final LocalDate reference;
  private final Comparator<? super I> order;
  private final Map<I, PurchaseDays> items = new HashMap<>();

  /**
   * Begins with a customer who bought nothing.
   *
   * @param reference the day that is asked about; purchases of later days are passed over
   * @param order of items; breaks ties
   */
  public Replenishment(NeedRule rule, LocalDate reference, Comparator<? super I> order) {
    this.rule = rule;
    this.reference = reference;
    this.order = order;
  }

  /**
   * Adds a line of the customer, in any order.
   *
   * @param quantity positive for a purchase, negative for what came back
   * @throws ArithmeticException if more than 2⁶³ − 1 pieces of an item are kept, or a day is more
   *     than 2³¹ − 1 days from 1970
   */
  public void add(I item, LocalDate day, long quantity) {
    if (!day.isAfter(reference)) {
      items
          .computeIfAbsent(item, _ -> new PurchaseDays())
          .add(Math.toIntExact(day.toEpochDay()), quantity);
    }
  }

  /** Forgets the customer. */
  public void clear() {
    items.clear();
  }

  /** What the customer needs. */
  public Needs<I> needs() {
    List<Need<I>> needs = new ArrayList<>();
    int tooFewDays = 0;
    int givenBack = 0;
    for (Map.Entry<I, PurchaseDays> entry : items.entrySet()) {
      PurchaseDays days = entry.getValue();
      if (!days.isKept()) {
        givenBack++;
      } else if (days.size() < rule.fewestDays()) {
        tooFewDays++;
      } else {
        needs.add(need(entry.getKey(), days));
      }
    }
    needs.sort(
        Comparator.comparing((Need<I> need) -> need.state())
            .thenComparing(Need::due)
            .thenComparing(Need::item, order));
    return new Needs<>(
        needs,
        tooFewDays,
        givenBack,
        !needs.isEmpty() ? null : tooFewDays > 0 ? Needs.notEnoughDays(rule) : Needs.NO_PURCHASE);
  }

  private Need<I> need(I item, PurchaseDays days) {
    PurchaseDays.Quartiles quartiles = PurchaseDays.Quartiles.of(days.intervals());
    LocalDate last = LocalDate.ofEpochDay(days.last());
    long since = reference.toEpochDay() - days.last();
    return new Need<>(
        item,
        days.size(),
        quartiles.lower(),
        quartiles.median(),
        quartiles.upper(),
        last,
        Need.dueAfter(last, quartiles.median()),
        since,
        Need.stateAfter(since, quartiles.lower(), quartiles.upper(), rule));
  }
}
