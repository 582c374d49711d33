package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kexin.analysis.algorithm.association.ItemSimilarities.Neighbour;
import org.kexin.analysis.algorithm.association.Recommendations.Offer;
import org.kexin.analysis.algorithm.association.SimilarityParameters.Similarity;

/** Similarities and recommendations against numbers worked by hand. */
class RecommenderTest {

  private static final Comparator<String> ORDER = Comparator.naturalOrder();

  /** Tea 4 customers, cup 3, pot 2, salt 1; tea and cup 3, tea and pot 2, cup and pot 1. */
  private static final BasketSet<String> CUSTOMERS =
      BasketSet.of(
          List.of(
              List.of("tea", "cup"),
              List.of("tea", "cup", "pot"),
              List.of("tea", "cup"),
              List.of("tea", "pot"),
              List.of("salt")),
          ORDER);

  @Example
  void cosineIsCommonCustomersOverTheGeometricMean() {
    ItemSimilarities<String> similarities = similarities(Similarity.COSINE, 10, 1);

    assertThat(similarities.of("tea"))
        .containsExactly(
            new Neighbour<>("cup", 3 / Math.sqrt(12), 3),
            new Neighbour<>("pot", 2 / Math.sqrt(8), 2));
    assertThat(similarities.of("salt")).isEmpty();
    assertThat(similarities.of("unknown")).isEmpty();
    assertThat(similarities.cuts()).isEmpty();
  }

  @Example
  void jaccardIsCommonCustomersOverThoseWithEither() {
    assertThat(similarities(Similarity.JACCARD, 10, 1).of("cup"))
        .containsExactly(new Neighbour<>("tea", .75, 3), new Neighbour<>("pot", .25, 1));
  }

  @Example
  void neighboursAreBoundedInNumberAndBySharedCustomers() {
    assertThat(similarities(Similarity.COSINE, 1, 1).of("cup"))
        .extracting(Neighbour::item)
        .containsExactly("tea");
    assertThat(similarities(Similarity.COSINE, 10, 2).of("cup"))
        .extracting(Neighbour::item)
        .containsExactly("tea");
  }

  @Example
  void theItemsThatMostHaveAreComparedFirst() {
    assertThat(compared(new SimilarityScope(2, 100)).items()).containsExactly("tea", "cup");
    assertThat(compared(new SimilarityScope(2, 100)).cuts())
        .containsExactly(ItemSimilarities.MORE_ITEMS);
    // Who is not compared is a neighbour all the same.
    assertThat(compared(new SimilarityScope(1, 100)).of("tea"))
        .extracting(Neighbour::item)
        .containsExactly("cup", "pot");
    assertThat(compared(new SimilarityScope(1, 100)).of("cup")).isEmpty();
  }

  /** Tea is with 2 + 3 + 2 + 2 items, cup with 2 + 3 + 2, pot with 3 + 2, salt with 1. */
  @Example
  void comparingEndsWithTheStepsThereAre() {
    assertThat(compared(new SimilarityScope(4, 22)).cuts()).isEmpty();
    assertThat(compared(new SimilarityScope(4, 21)).items()).containsExactly("tea", "cup", "pot");
    assertThat(compared(new SimilarityScope(4, 20)).items()).containsExactly("tea", "cup");
    assertThat(compared(new SimilarityScope(4, 8)).items()).isEmpty();
    assertThat(compared(new SimilarityScope(4, 21)).cuts())
        .containsExactly(ItemSimilarities.MORE_PAIRS);
    assertThatIllegalArgumentException().isThrownBy(() -> new SimilarityScope(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SimilarityScope(1, 0));
  }

  @Example
  void similaritiesThatWereWrittenDownAreTheSameAgain() {
    ItemSimilarities<String> once = similarities(Similarity.COSINE, 10, 1);
    SequencedMap<String, List<Neighbour<String>>> written = new LinkedHashMap<>();
    once.items().forEach(item -> written.put(item, once.of(item)));

    ItemSimilarities<String> again = ItemSimilarities.of(once.parameters(), written);

    assertThat(again.items()).containsExactly("tea", "cup", "pot", "salt");
    assertThat(again.of("cup")).isEqualTo(once.of("cup"));
    assertThat(again.of("unknown")).isEmpty();
    assertThat(again.cuts()).isEmpty();
  }

  private static ItemSimilarities<String> compared(SimilarityScope scope) {
    return ItemSimilarities.compute(
        CUSTOMERS, new SimilarityParameters(Similarity.COSINE, 10, 1), scope, () -> false, _ -> {});
  }

  @Example
  void anOfferComesWithItsRuleAndItsSimilarItems() {
    Recommendations<String> result = recommender(.5).recommend(List.of("cup"), _ -> true);

    assertThat(result.none()).isNull();
    assertThat(result.offers()).extracting(Offer::item).containsExactly("tea", "pot");
    Offer<String> tea = result.offers().getFirst();
    assertThat(tea.score()).isEqualTo(1);
    Rule<String> rule = Objects.requireNonNull(tea.rule());
    assertThat(List.of(rule.antecedent(), rule.consequent()))
        .containsExactly(List.of("cup"), List.of("tea"));
    assertThat(tea.similarTo()).containsExactly(new Neighbour<>("cup", 3 / Math.sqrt(12), 3));

    Offer<String> pot = result.offers().getLast();
    assertThat(pot.rule()).as("lift of cup -> pot is below 1").isNull();
    assertThat(pot.similarity()).isCloseTo(1 / Math.sqrt(6), within(1e-15));
    assertThat(pot.score()).isCloseTo(.5 / Math.sqrt(6) / (3 / Math.sqrt(12)), within(1e-15));
  }

  @Example
  void similaritiesToSeveralItemsAddUp() {
    Offer<String> pot =
        recommender(0).recommend(List.of("cup", "tea"), _ -> true).offers().getFirst();
    assertThat(pot.item()).isEqualTo("pot");
    assertThat(pot.similarity()).isCloseTo(1 / Math.sqrt(6) + 2 / Math.sqrt(8), within(1e-15));
    assertThat(pot.similarTo()).extracting(Neighbour::item).containsExactly("tea", "cup");
  }

  @Example
  void withTheWholeWeightOnRulesOnlyRulesDecide() {
    assertThat(recommender(1).recommend(List.of("cup"), _ -> true).offers())
        .extracting(Offer::item)
        .containsExactly("tea");
  }

  @Example
  void whatMayNotBeOfferedIsNotOffered() {
    assertThat(recommender(.5).recommend(List.of("cup"), item -> !item.equals("tea")).offers())
        .extracting(Offer::item)
        .containsExactly("pot");
  }

  @Example
  void aCustomerWithoutItemsOrWithoutAnythingNewIsToldWhy() {
    assertThat(recommender(.5).recommend(List.of(), _ -> true).none())
        .isEqualTo(Recommendations.NO_ITEMS);
    assertThat(recommender(.5).recommend(List.of("salt"), _ -> true).none())
        .isEqualTo(Recommendations.NOTHING_NEW);
    assertThat(recommender(.5).recommend(List.of("tea", "cup", "pot"), _ -> true).none())
        .isEqualTo(Recommendations.NOTHING_NEW);
  }

  @Example
  void parametersOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> recommender(1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> recommender(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimilarityParameters(Similarity.COSINE, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimilarityParameters(Similarity.COSINE, 1, 0));
  }

  @Property(tries = 100)
  void recommendationsDoNotDependOnAnyOrder(
      @ForAll("customers") List<Set<Integer>> customers,
      @ForAll("basket") Set<Integer> owned,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Set<Integer>> shuffledCustomers = new ArrayList<>(customers);
    Collections.shuffle(shuffledCustomers, random);
    List<Integer> shuffledOwned = new ArrayList<>(owned);
    shuffledOwned.addAll(owned);
    Collections.shuffle(shuffledOwned, random);
    Recommendations<Integer> result = recommend(customers, List.copyOf(owned), List.of());

    assertThat(recommend(shuffledCustomers, shuffledOwned, List.of(random))).isEqualTo(result);
    assertThat(result.offers())
        .isSortedAccordingTo(
            Comparator.comparingDouble((Offer<Integer> offer) -> offer.score())
                .reversed()
                .thenComparing(Offer::item));
    assertThat(result.offers())
        .allSatisfy(
            offer -> {
              assertThat(offer.score()).isGreaterThan(0).isLessThanOrEqualTo(1);
              assertThat(owned).doesNotContain(offer.item());
              assertThat(offer.rule() == null && offer.similarTo().isEmpty()).isFalse();
            });
  }

  /** Every pair against the definition, each neighbour list as long as it may be. */
  @Property(tries = 100)
  void similaritiesAreThoseOfTheDefinition(
      @ForAll("customers") List<Set<Integer>> customers, @ForAll Similarity similarity) {
    SimilarityParameters parameters = new SimilarityParameters(similarity, 10, 1);
    BasketSet<Integer> set = BasketSet.of(customers, Comparator.naturalOrder());
    ItemSimilarities<Integer> result =
        ItemSimilarities.compute(set, parameters, SimilarityScope.ALL, () -> false, _ -> {});
    BruteForce oracle = new BruteForce(customers, 8);
    for (int a : set.items()) {
      List<Neighbour<Integer>> expected = new ArrayList<>();
      for (int b : set.items()) {
        int common = a == b ? 0 : oracle.count(Set.of(a, b));
        if (common > 0) {
          int as = oracle.count(Set.of(a));
          int bs = oracle.count(Set.of(b));
          double value =
              similarity == Similarity.COSINE
                  ? common / Math.sqrt((double) as * bs)
                  : (double) common / (as + bs - common);
          expected.add(new Neighbour<>(b, value, common));
        }
      }
      expected.sort(
          Comparator.comparingDouble((Neighbour<Integer> n) -> -n.similarity())
              .thenComparingInt(n -> -n.common())
              .thenComparing(Neighbour::item));
      assertThat(result.of(a)).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<Set<Integer>> basket() {
    return Arbitraries.integers().between(0, 7).set().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Set<Integer>>> customers() {
    return basket().list().ofMaxSize(15);
  }

  private static Recommendations<Integer> recommend(
      List<Set<Integer>> customers, List<Integer> owned, List<Random> shuffle) {
    BasketSet<Integer> set = BasketSet.of(customers, Comparator.naturalOrder());
    List<Rule<Integer>> rules =
        new ArrayList<>(
            AssociationRules.derive(
                    set,
                    RuleParameters.defaults(new BigDecimal(".1"), new BigDecimal(".1")),
                    () -> false)
                .rules());
    shuffle.forEach(random -> Collections.shuffle(rules, random));
    ItemSimilarities<Integer> similarities =
        ItemSimilarities.compute(
            set,
            new SimilarityParameters(Similarity.COSINE, 5, 1),
            SimilarityScope.ALL,
            () -> false,
            _ -> {});
    return new Recommender<>(rules, similarities, Comparator.naturalOrder(), .5, 5)
        .recommend(owned, _ -> true);
  }

  private static ItemSimilarities<String> similarities(
      Similarity similarity, int neighbours, int minimumCommon) {
    return ItemSimilarities.compute(
        CUSTOMERS,
        new SimilarityParameters(similarity, neighbours, minimumCommon),
        SimilarityScope.ALL,
        () -> false,
        _ -> {});
  }

  private static Recommender<String> recommender(double ruleWeight) {
    List<Rule<String>> rules =
        AssociationRules.derive(
                CUSTOMERS,
                RuleParameters.defaults(new BigDecimal(".2"), new BigDecimal(".1")),
                () -> false)
            .rules();
    return new Recommender<>(rules, similarities(Similarity.COSINE, 10, 1), ORDER, ruleWeight, 10);
  }
}
