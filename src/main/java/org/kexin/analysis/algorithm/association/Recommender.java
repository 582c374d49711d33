package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.association.ItemSimilarities.Neighbour;
import org.kexin.analysis.algorithm.association.Recommendations.Offer;

/**
 * Recommends items to customers, from rules and from the similarity of items: a weighted hybrid of
 * both (Burke 2002, Hybrid recommender systems, UMUAI 12(4)). Immutable, so one serves many
 * customers.
 *
 * <p>Only rules with one item on the right, something on the left and a lift above 1 are used:
 * others say no more than that an item is popular.
 *
 * @param <I> an item
 */
public final class Recommender<I> {

  /** Name and version of the method. */
  public static final String METHOD = "rules-and-item-similarity/1";

  private static final int MOST_OFFERS = 1_000;
  private static final int SIMILAR_ITEMS_NAMED = 3;

  private final Map<I, List<Rule<I>>> rulesByFirstItem = new HashMap<>();
  private final ItemSimilarities<I> similarities;
  private final Comparator<? super I> order;
  private final Comparator<Rule<I>> bestRuleFirst;
  private final double ruleWeight;
  private final int maximumOffers;

  /** What speaks for one item. */
  private static final class Grounds<I> {
    private @Nullable Rule<I> rule;
    private double similarity;
    private final List<Neighbour<I>> similarTo = new ArrayList<>();
  }

  /**
   * Prepares the rules for many customers.
   *
   * @param similarities of the same items
   * @param order of items; breaks ties
   * @param ruleWeight w of {@link Offer#score}, 0 to 1
   * @param maximumOffers how many items to offer a customer at most, 1 to 1,000
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Recommender(
      Collection<Rule<I>> rules,
      ItemSimilarities<I> similarities,
      Comparator<? super I> order,
      double ruleWeight,
      int maximumOffers) {
    if (!(ruleWeight >= 0 && ruleWeight <= 1)) {
      throw new IllegalArgumentException("the weight of rules is not 0 to 1: " + ruleWeight);
    }
    if (maximumOffers < 1 || maximumOffers > MOST_OFFERS) {
      throw new IllegalArgumentException("maximum of offers out of 1..1000: " + maximumOffers);
    }
    this.similarities = similarities;
    this.order = order;
    this.ruleWeight = ruleWeight;
    this.maximumOffers = maximumOffers;
    // Ends with the items of the left side, so equal measures do not leave it to the order given.
    this.bestRuleFirst =
        Comparator.<Rule<I>>comparingDouble(Rule::confidence)
            .reversed()
            .thenComparing(Comparator.<Rule<I>>comparingDouble(Rule::lift).reversed())
            .thenComparing(Comparator.<Rule<I>>comparingInt(Rule::count).reversed())
            .thenComparingInt(rule -> rule.antecedent().size())
            .thenComparing(Rule::antecedent, (a, b) -> compareItems(a, b, order));
    for (Rule<I> rule : rules) {
      if (rule.consequent().size() == 1 && !rule.antecedent().isEmpty() && rule.lift() > 1) {
        rulesByFirstItem
            .computeIfAbsent(rule.antecedent().getFirst(), _ -> new ArrayList<>())
            .add(rule);
      }
    }
  }

  /**
   * Recommends to one customer.
   *
   * @param owned what the customer has; repeated items count once
   * @param offerable whether an item may be offered at all
   */
  public Recommendations<I> recommend(Collection<I> owned, Predicate<? super I> offerable) {
    return recommend(owned, offerable, false);
  }

  /**
   * As the other.
   *
   * @param repeat whether items that the customer has may be offered, too
   */
  public Recommendations<I> recommend(
      Collection<I> owned, Predicate<? super I> offerable, boolean repeat) {
    Set<I> theirs = new HashSet<>(owned);
    if (theirs.isEmpty()) {
      return new Recommendations<>(METHOD, List.of(), Recommendations.NO_ITEMS);
    }
    Map<I, Grounds<I>> candidates = new TreeMap<>(order);
    Predicate<I> isNew = item -> (repeat || !theirs.contains(item)) && offerable.test(item);
    // In the order of items, since sums of doubles depend on theirs.
    Set<I> ordered = new TreeSet<>(order);
    ordered.addAll(theirs);
    for (I item : ordered) {
      addRules(item, theirs, isNew, candidates);
      addSimilar(item, isNew, candidates);
    }
    List<Offer<I>> offers = offers(candidates);
    return new Recommendations<>(
        METHOD, offers, offers.isEmpty() ? Recommendations.NOTHING_NEW : null);
  }

  private void addRules(I item, Set<I> theirs, Predicate<I> isNew, Map<I, Grounds<I>> candidates) {
    for (Rule<I> rule : rulesByFirstItem.getOrDefault(item, List.of())) {
      I offered = rule.consequent().getFirst();
      if (theirs.containsAll(rule.antecedent()) && isNew.test(offered)) {
        Grounds<I> grounds = candidates.computeIfAbsent(offered, _ -> new Grounds<>());
        Rule<I> best = grounds.rule;
        if (best == null || bestRuleFirst.compare(rule, best) < 0) {
          grounds.rule = rule;
        }
      }
    }
  }

  private static <I> int compareItems(List<I> a, List<I> b, Comparator<? super I> order) {
    int compared = 0;
    for (int i = 0; compared == 0 && i < a.size(); i++) {
      compared = order.compare(a.get(i), b.get(i));
    }
    return compared;
  }

  private void addSimilar(I item, Predicate<I> isNew, Map<I, Grounds<I>> candidates) {
    for (Neighbour<I> neighbour : similarities.of(item)) {
      if (isNew.test(neighbour.item())) {
        Grounds<I> grounds = candidates.computeIfAbsent(neighbour.item(), _ -> new Grounds<>());
        grounds.similarity += neighbour.similarity();
        grounds.similarTo.add(new Neighbour<>(item, neighbour.similarity(), neighbour.common()));
      }
    }
  }

  private List<Offer<I>> offers(Map<I, Grounds<I>> candidates) {
    double topConfidence = 0;
    double topSimilarity = 0;
    for (Grounds<I> grounds : candidates.values()) {
      topConfidence = Math.max(topConfidence, confidence(grounds));
      topSimilarity = Math.max(topSimilarity, grounds.similarity);
    }
    double confidenceUnit = topConfidence == 0 ? 1 : topConfidence;
    double similarityUnit = topSimilarity == 0 ? 1 : topSimilarity;
    List<Offer<I>> offers = new ArrayList<>();
    candidates.forEach(
        (item, grounds) ->
            offers.add(
                new Offer<>(
                    item,
                    ruleWeight * confidence(grounds) / confidenceUnit
                        + (1 - ruleWeight) * grounds.similarity / similarityUnit,
                    grounds.rule,
                    grounds.similarity,
                    nearest(grounds.similarTo))));
    offers.removeIf(offer -> offer.score() == 0);
    // The sort is stable, so equal scores stay in the order of items.
    offers.sort(Comparator.comparingDouble((Offer<I> offer) -> offer.score()).reversed());
    return offers.subList(0, Math.min(maximumOffers, offers.size()));
  }

  private double confidence(Grounds<I> grounds) {
    Rule<I> rule = grounds.rule;
    return rule == null ? 0 : rule.confidence();
  }

  private List<Neighbour<I>> nearest(List<Neighbour<I>> similarTo) {
    return similarTo.stream()
        .sorted(
            Comparator.comparingDouble((Neighbour<I> n) -> n.similarity())
                .reversed()
                .thenComparing(Neighbour::item, order))
        .limit(SIMILAR_ITEMS_NAMED)
        .toList();
  }
}
