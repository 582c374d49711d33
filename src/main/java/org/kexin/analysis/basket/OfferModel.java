package org.kexin.analysis.basket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.ItemSimilarities;
import org.kexin.analysis.algorithm.association.Recommendations;
import org.kexin.analysis.algorithm.association.Recommender;
import org.kexin.analysis.algorithm.association.Rule;
import org.kexin.analysis.algorithm.association.SimilarityParameters;

/**
 * The standing rules and the standing likeness of products, ready to lead from what a customer has
 * to what to offer. Where one of the two is not computed yet, the other decides alone. Immutable.
 */
final class OfferModel {

  /** Offers of one customer at most. */
  static final int MOST_OFFERS = 10;

  private static final double HALF = 0.5;

  private final @Nullable KnownRules rules;
  private final @Nullable KnownSimilarities similarities;
  private final Recommender<UUID> recommender;

  private OfferModel(@Nullable KnownRules rules, @Nullable KnownSimilarities similarities) {
    this.rules = rules;
    this.similarities = similarities;
    this.recommender =
        new Recommender<>(
            rules == null ? List.of() : rules.rules(),
            similarities == null ? noSimilarities() : similarities.similarities(),
            CustomerOrder.ofUuids(),
            ruleWeight(),
            MOST_OFFERS);
  }

  /** The model of what there is; empty where there is nothing. */
  static Optional<OfferModel> of(
      Optional<KnownRules> rules, Optional<KnownSimilarities> similarities) {
    return rules.isEmpty() && similarities.isEmpty()
        ? Optional.empty()
        : Optional.of(new OfferModel(rules.orElse(null), similarities.orElse(null)));
  }

  /** The weight of rules in a score; the rest is that of likeness. */
  double ruleWeight() {
    return rules == null ? 0 : similarities == null ? 1 : HALF;
  }

  /** Whatever was known at this moment went into both; null where nothing was known. */
  @Nullable Instant asOf() {
    return Stream.of(
            Optional.ofNullable(rules).map(KnownRules::asOf),
            Optional.ofNullable(similarities).map(KnownSimilarities::asOf))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
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
      offers.add(offer(offers.size() + 1, offer));
    }
    return new Offers(List.copyOf(offers), found.none());
  }

  private RecommendationsView.Offer offer(int rank, Recommendations.Offer<UUID> offer) {
    AssociationsView.Thing product = thing(offer.item());
    RecommendationsView.RuleGround rule = rule(offer.rule());
    List<RecommendationsView.SimilarTo> similarTo =
        offer.similarTo().stream()
            .map(
                to ->
                    new RecommendationsView.SimilarTo(
                        thing(to.item()), to.similarity(), to.common()))
            .toList();
    List<RecommendationsView.Ground> grounds = new ArrayList<>();
    if (rule != null) {
      grounds.add(new RecommendationsView.Ground("RULE", OfferWords.rule(product, rule)));
    }
    if (!similarTo.isEmpty()) {
      grounds.add(
          new RecommendationsView.Ground("SIMILARITY", OfferWords.similarity(product, similarTo)));
    }
    return new RecommendationsView.Offer(
        rank, product, offer.score(), rule, similarTo, offer.similarity(), grounds);
  }

  private RecommendationsView.@Nullable RuleGround rule(@Nullable Rule<UUID> rule) {
    return rule == null
        ? null
        : new RecommendationsView.RuleGround(
            rule.antecedent().stream().map(this::thing).toList(),
            rule.confidence(),
            rule.lift(),
            rule.count());
  }

  private AssociationsView.Thing thing(UUID product) {
    AssociationsView.Thing known = rules == null ? null : rules.things().get(product);
    if (known == null && similarities != null) {
      known = similarities.things().get(product);
    }
    return Objects.requireNonNull(known, "offers are of known products");
  }

  private static ItemSimilarities<UUID> noSimilarities() {
    return ItemSimilarities.of(SimilarityParameters.defaults(), new LinkedHashMap<>());
  }
}
