package org.kexin.analysis.algorithm.association;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.ItemSimilarities.Neighbour;

/**
 * What to offer a customer next, and why.
 *
 * @param method how it was found
 * @param offers by score descending, then by item
 * @param none why there is nothing to offer; null when there is
 * @param <I> an item
 */
public record Recommendations<I>(String method, List<Offer<I>> offers, @Nullable Reason none) {

  /** Nothing can follow from nothing. */
  public static final Reason NO_ITEMS =
      new Reason("NO_ITEMS", "The customer has no item yet that anything could follow from.");

  /** The customer's items lead to nothing new. */
  public static final Reason NOTHING_NEW =
      new Reason("NOTHING_NEW", "No rule and no similar item leads to something not yet bought.");

  public Recommendations {
    offers = List.copyOf(offers);
  }

  /**
   * An item the customer does not have.
   *
   * @param score above 0 to 1: w · c / c* + (1 − w) · s / s*, where c is the confidence of {@code
   *     rule}, s is {@code similarity}, c* and s* are the largest of all that could be offered to
   *     this customer and w is the weight of rules. A part without a reason is 0
   * @param rule the rule that leads here with the most confidence, then lift, then support; null
   *     when none does
   * @param similarity sum of the similarities to the customer's items, 0 when there are none
   * @param similarTo the customer's items most like this one, at most three; the neighbour named is
   *     the customer's item
   */
  public record Offer<I>(
      I item,
      double score,
      @Nullable Rule<I> rule,
      double similarity,
      List<Neighbour<I>> similarTo) {

    public Offer {
      similarTo = List.copyOf(similarTo);
    }
  }
}
