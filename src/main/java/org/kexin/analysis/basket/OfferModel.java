package org.kexin.analysis.basket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.BasketSet;
import org.kexin.analysis.algorithm.association.ItemSimilarities;
import org.kexin.analysis.algorithm.association.Recommendations;
import org.kexin.analysis.algorithm.association.Recommender;
import org.kexin.analysis.algorithm.association.Rule;
import org.kexin.analysis.algorithm.association.SimilarityParameters;

/**
 * The standing rules, ready to lead from what a customer has to what to offer. Rules that fewer
 * baskets than k show are not used: they are chance, and could point at somebody. Immutable.
 */
final class OfferModel {

  /** Offers of one customer at most. */
  static final int MOST_OFFERS = 10;

  private static final int PERCENT = 100;
  private static final int NAME_IN_A_SENTENCE = 100;

  private final Recommender<UUID> recommender;
  private final Map<UUID, AssociationsView.Thing> things = new HashMap<>();
  private final @Nullable Instant asOf;

  /**
   * @param fewest baskets that a rule must be found in
   */
  OfferModel(AssociationsView standing, int fewest) {
    List<Rule<UUID>> rules = new ArrayList<>();
    for (AssociationsView.RuleRow row : standing.rules()) {
      if (row.count() >= fewest && isOfProducts(row)) {
        rules.add(rule(row));
        remember(row.antecedent());
        remember(row.consequent());
      }
    }
    this.recommender =
        new Recommender<>(rules, noSimilarities(), CustomerOrder.ofUuids(), 1, MOST_OFFERS);
    this.asOf = standing.about().asOf();
  }

  /** The moment of the sales that the rules are from. */
  @Nullable Instant asOf() {
    return asOf;
  }

  /**
   * Offers to one customer.
   *
   * @param none why there are none; null where there are
   */
  record Offers(List<RecommendationsView.Offer> offers, @Nullable Reason none) {}

  /**
   * What to offer who has these products.
   *
   * @param repeat whether products that the customer has may be offered, too
   */
  Offers offers(Collection<UUID> owned, boolean repeat) {
    Recommendations<UUID> found = recommender.recommend(owned, _ -> true, repeat);
    List<RecommendationsView.Offer> offers = new ArrayList<>();
    for (Recommendations.Offer<UUID> offer : found.offers()) {
      Rule<UUID> rule = Objects.requireNonNull(offer.rule(), "nothing but rules leads anywhere");
      offers.add(offer(offers.size() + 1, offer, rule));
    }
    return new Offers(List.copyOf(offers), found.none());
  }

  private RecommendationsView.Offer offer(
      int rank, Recommendations.Offer<UUID> offer, Rule<UUID> rule) {
    AssociationsView.Thing product = thing(offer.item());
    List<AssociationsView.Thing> because = rule.antecedent().stream().map(this::thing).toList();
    return new RecommendationsView.Offer(
        rank,
        product,
        offer.score(),
        because,
        rule.confidence(),
        rule.lift(),
        rule.count(),
        String.format(
            Locale.ROOT,
            "%d %% of the baskets with %s hold %s too, %.1f times as many as of all baskets.",
            Math.round(rule.confidence() * PERCENT),
            because.stream().map(OfferModel::said).collect(Collectors.joining(" and ")),
            said(product),
            rule.lift()));
  }

  private AssociationsView.Thing thing(UUID product) {
    return Objects.requireNonNull(things.get(product), "rules are of known products");
  }

  /** The name as far as a sentence has room for it. */
  static String said(AssociationsView.Thing thing) {
    String name = thing.name() == null ? thing.code() : thing.name();
    return name.length() <= NAME_IN_A_SENTENCE ? name : name.substring(0, NAME_IN_A_SENTENCE) + "…";
  }

  private void remember(List<AssociationsView.Thing> side) {
    side.forEach(thing -> things.put(Objects.requireNonNull(thing.productId()), thing));
  }

  private static boolean isOfProducts(AssociationsView.RuleRow row) {
    return row.antecedent().stream().allMatch(thing -> thing.productId() != null)
        && row.consequent().stream().allMatch(thing -> thing.productId() != null);
  }

  private static Rule<UUID> rule(AssociationsView.RuleRow row) {
    return new Rule<>(
        ids(row.antecedent()),
        ids(row.consequent()),
        row.count(),
        row.antecedentCount(),
        row.consequentCount(),
        row.support(),
        row.confidence(),
        row.lift(),
        row.leverage(),
        measure(row.conviction(), Rule.NEVER_WRONG),
        measure(row.zhang(), Rule.ANTECEDENT_ALWAYS),
        row.jaccard());
  }

  private static Measure<Double> measure(@Nullable Double value, Reason missing) {
    return value == null ? Measure.missing(missing) : Measure.of(value);
  }

  private static List<UUID> ids(List<AssociationsView.Thing> things) {
    return things.stream()
        .map(thing -> Objects.requireNonNull(thing.productId()))
        .sorted(CustomerOrder.ofUuids())
        .toList();
  }

  /** The pairs of all products are too many to stand by for one customer. */
  private static ItemSimilarities<UUID> noSimilarities() {
    return ItemSimilarities.compute(
        BasketSet.of(List.<List<UUID>>of(), CustomerOrder.ofUuids()),
        SimilarityParameters.defaults(),
        () -> false,
        _ -> {});
  }
}
