package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;
import org.kexin.analysis.algorithm.association.RuleParameters.Consequents;
import org.kexin.analysis.algorithm.association.RuleParameters.Order;

/** What has no baskets, no frequent set or far too many of them still has a defined answer. */
class AssociationEdgeCaseTest {

  private static final Comparator<String> ORDER = Comparator.naturalOrder();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void withoutBasketsThereAreNoSets(Kind kind) {
    ItemsetResult<String> result = find(BasketSet.of(List.of(), ORDER), ".5", kind);

    assertThat(result.baskets()).isZero();
    assertThat(result.sets()).isEmpty();
    assertThat(result.cuts()).isEmpty();
  }

  @Test
  void aProfileOfNothingHasNoMean() {
    BasketProfile<String> none = BasketProfile.of(BasketSet.of(List.of(), ORDER), 5);
    assertThat(none.meanSize().reason()).isEqualTo(BasketProfile.NO_BASKETS);
    assertThat(none.density().reason()).isEqualTo(BasketProfile.NO_BASKETS);
    assertThat(none.sizes()).isEmpty();

    BasketProfile<String> empty = BasketProfile.of(BasketSet.of(List.of(List.of()), ORDER), 5);
    assertThat(empty.meanSize().orElseThrow()).isZero();
    assertThat(empty.density().reason()).isEqualTo(BasketProfile.NO_BASKETS);
    assertThat(empty.sizes()).containsExactly(new BasketProfile.SizeCount(0, 1));
  }

  @Test
  void anEmptyBasketCountsAsABasket() {
    ItemsetResult<String> result =
        find(BasketSet.of(List.of(List.of("a"), List.of()), ORDER), ".5", Kind.FREQUENT);
    assertThat(result.sets()).containsExactly(new Itemset<>(List.of("a"), 1, .5));
  }

  @Test
  void aBasketOfTheSameItemTwiceCountsItOnce() {
    BasketSet.Accumulator<Integer, String> accumulator =
        new BasketSet.Accumulator<>(Comparator.naturalOrder(), ORDER);
    accumulator.add(1, "tea");
    accumulator.add(1, "cup");
    accumulator.add(1, "tea");
    accumulator.add(4, "tea");
    BasketSet<String> set = accumulator.finish();

    assertThat(set.baskets()).isEqualTo(2);
    assertThat(set.items()).containsExactly("cup", "tea");
    assertThat(set.cells()).isEqualTo(3);
    assertThat(set.counts()).containsExactly(1, 2);
    assertThatIllegalStateException().isThrownBy(accumulator::finish);
  }

  @Test
  void rowsOfABasketThatDoNotStandTogetherAreRefused() {
    BasketSet.Accumulator<Integer, String> accumulator =
        new BasketSet.Accumulator<>(Comparator.naturalOrder(), ORDER);
    accumulator.add(1, "tea");
    accumulator.add(2, "tea");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(1, "cup"))
        .withMessage("rows are not ordered by basket");
  }

  @Test
  void itemsThatOnlyCompareAsEqualAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BasketSet.of(List.of(List.of("a", "A")), String.CASE_INSENSITIVE_ORDER));
  }

  @Test
  void aRuleThatIsNeverWrongHasNoConviction() {
    List<Rule<String>> rules =
        rules(List.of(List.of("a", "b"), List.of("b"), List.of("c")), false).rules();

    Rule<String> rule = rules.getFirst();
    assertThat(rule.antecedent()).containsExactly("a");
    assertThat(rule.consequent()).containsExactly("b");
    assertThat(rule.confidence()).isEqualTo(1);
    assertThat(rule.conviction().reason()).isEqualTo(Rule.NEVER_WRONG);
    assertThat(rule.zhang().orElseThrow()).isEqualTo(.5);
    assertThat(rule.jaccard()).isEqualTo(.5);
  }

  @Test
  void whatIsInEveryBasketHasNeitherConvictionNorZhang() {
    List<Rule<String>> rules = rules(List.of(List.of("a", "b"), List.of("a", "b")), true).rules();

    assertThat(rules).hasSize(4);
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.lift()).isEqualTo(1);
              assertThat(rule.leverage()).isZero();
              assertThat(rule.conviction().reason()).isEqualTo(Rule.CONSEQUENT_ALWAYS);
              assertThat(rule.zhang().reason()).isEqualTo(Rule.ANTECEDENT_ALWAYS);
            });
  }

  @Test
  void countsNearTheLargestKeepTheirMeasures() {
    int n = Integer.MAX_VALUE;
    Rule<String> rule = Rule.of(List.of("a"), List.of("b"), n, n - 1, n - 2, n - 3);
    assertThat(rule.lift()).isBetween(.99, 1.01);
    assertThat(rule.leverage()).isBetween(-1e-9, 1e-9);
    assertThat(rule.conviction().orElseThrow()).isBetween(.99, 1.01);
    assertThat(rule.zhang().orElseThrow()).isBetween(-1.0, 1.0);
  }

  /** 2⁶⁰ sets of one count: those of one and two items remain, though the search is not stopped. */
  @Test
  void farTooManySetsAreCutToTheShortest() {
    List<Integer> wide = IntStream.range(0, 60).boxed().toList();
    ItemsetResult<Integer> result =
        Itemsets.find(
            BasketSet.of(List.of(wide, wide), Comparator.naturalOrder()),
            new ItemsetParameters(BigDecimal.ONE, Kind.FREQUENT, 60, 1_830),
            () -> false);

    assertThat(result.sets()).hasSize(1_830);
    assertThat(result.sets()).allMatch(set -> set.items().size() <= 2);
    assertThat(result.cuts()).containsExactly(ItemsetResult.MORE_SETS);
    assertThat(result.completeFrom()).isEqualTo(3);
  }

  @Test
  void setsAlwaysTogetherAreOneClosedSet() {
    List<Integer> wide = IntStream.range(0, 60).boxed().toList();
    BasketSet<Integer> set = BasketSet.of(List.of(wide, wide), Comparator.naturalOrder());
    for (Kind kind : List.of(Kind.CLOSED, Kind.MAXIMAL)) {
      ItemsetParameters all = new ItemsetParameters(BigDecimal.ONE, kind, 60, 10);
      assertThat(Itemsets.find(set, all, () -> false).sets())
          .containsExactly(new Itemset<>(wide, 2, 1));

      ItemsetParameters shorter = new ItemsetParameters(BigDecimal.ONE, kind, 59, 10);
      ItemsetResult<Integer> none = Itemsets.find(set, shorter, () -> false);
      assertThat(none.sets()).isEmpty();
      assertThat(none.cuts()).containsExactly(ItemsetResult.LONGER_SETS);
    }
  }

  @Test
  void aStoppedDerivationSaysSoAndGivesRulesOfWhatItFound() {
    List<Integer> wide = IntStream.range(0, 40).boxed().toList();
    RuleResult<Integer> result =
        AssociationRules.derive(
            BasketSet.of(Collections.nCopies(3, wide), Comparator.naturalOrder()),
            new RuleParameters(
                new ItemsetParameters(BigDecimal.ONE, Kind.FREQUENT, 40, 1_000_000),
                BigDecimal.ZERO,
                Consequents.ANY_SIZE,
                false,
                Order.LIFT,
                100),
            () -> true);

    assertThat(result.cuts()).containsExactly(ItemsetResult.STOPPED, RuleResult.MORE_RULES);
    assertThat(result.completeFrom()).isNull();
    assertThat(result.rules()).hasSize(100).allMatch(rule -> rule.count() == 3);
  }

  @Test
  void anInterruptedSearchIsCancelled() {
    List<Integer> wide = IntStream.range(0, 40).boxed().toList();
    BasketSet<Integer> set = BasketSet.of(List.of(wide), Comparator.naturalOrder());
    ItemsetParameters all = new ItemsetParameters(BigDecimal.ONE, Kind.FREQUENT, 40, 1_000_000);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Itemsets.find(set, all, () -> false))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-.1", "1.01"})
  void aMinimumSupportOutOfRangeIsRefused(String support) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemsetParameters.defaults(new BigDecimal(support)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-.1", "1.1", ".1234567891"})
  void aMinimumConfidenceOutOfRangeIsRefused(String confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RuleParameters.defaults(new BigDecimal(".1"), new BigDecimal(confidence)));
  }

  @Test
  void rulesAreNotDerivedFromClosedSets() {
    ItemsetParameters closed = new ItemsetParameters(BigDecimal.ONE, Kind.CLOSED, 5, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RuleParameters(
                    closed, BigDecimal.ONE, Consequents.ONE_ITEM, false, Order.LIFT, 5));
  }

  private static ItemsetResult<String> find(BasketSet<String> set, String support, Kind kind) {
    return Itemsets.find(
        set, new ItemsetParameters(new BigDecimal(support), kind, 10, 10), () -> false);
  }

  private static RuleResult<String> rules(List<List<String>> baskets, boolean emptyAntecedents) {
    return AssociationRules.derive(
        BasketSet.of(baskets, ORDER),
        new RuleParameters(
            ItemsetParameters.defaults(new BigDecimal(".3")),
            new BigDecimal(".5"),
            Consequents.ONE_ITEM,
            emptyAntecedents,
            Order.LIFT,
            100),
        () -> false);
  }
}
