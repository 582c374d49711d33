package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;
import org.kexin.analysis.algorithm.association.RuleParameters.Consequents;
import org.kexin.analysis.algorithm.association.RuleParameters.Order;

/**
 * Published numbers of association analysis. Groceries: the R package arules (Hahsler) and Lantz,
 * Machine Learning with R, chapter 8. Mushroom, chess and retail: FIMI repository, counts of
 * frequent sets by length; chess at 60 % is widely quoted. Toy 1: {@code contextPasquier99} of
 * SPMF. Toy 2: tests of arules.
 */
class AssociationTest {

  private static final int NO_LIMIT = 1_000;
  private static final int MANY = 1_000_000;

  private static final BasketSet<Integer> TOY_1 =
      BasketSet.of(
          List.of(
              List.of(1, 3, 4),
              List.of(2, 3, 5),
              List.of(1, 2, 3, 5),
              List.of(2, 5),
              List.of(1, 2, 3, 5)),
          Comparator.naturalOrder());

  private static final BasketSet<String> TOY_2 =
      BasketSet.of(
          Stream.of("abc", "ab", "abd", "be", "ac", "ce", "abde")
              .map(basket -> List.of(basket.split("")))
              .toList(),
          Comparator.naturalOrder());

  static Stream<Arguments> countsOfFrequentSets() {
    return Stream.of(
        Arguments.of("groceries", ".01", 99, List.of(88, 213, 32)),
        Arguments.of("groceries", ".005", 50, List.of(120, 605, 264, 12)),
        Arguments.of("mushroom.dat", ".5", 4062, List.of(13, 41, 56, 35, 8)),
        Arguments.of("chess.dat", ".9", 2877, List.of(13, 68, 167, 203, 128, 39, 4)),
        Arguments.of("retail.dat.gz", ".01", 882, List.of(70, 58, 25, 6)));
  }

  @ParameterizedTest
  @MethodSource("countsOfFrequentSets")
  void frequentSetsByLengthAreThosePublished(
      String file, String support, int minimumCount, List<Integer> byLength) {
    BasketSet<?> baskets =
        file.equals("groceries") ? ExampleBaskets.groceries() : ExampleBaskets.fimi(file);
    ItemsetResult<?> result = find(baskets, support, Kind.FREQUENT);

    assertThat(result.minimumCount()).isEqualTo(minimumCount);
    assertThat(byLength(result)).isEqualTo(byLength);
    assertThat(result.cuts()).isEmpty();
    assertThat(result.completeFrom()).isEqualTo(minimumCount);
  }

  @Test
  void chessAtSixtyPerCentHasTheWidelyQuotedNumberOfFrequentSets() {
    assertThat(find(ExampleBaskets.fimi("chess.dat"), ".6", Kind.FREQUENT).sets()).hasSize(254_944);
  }

  @Test
  void retailAtATenthOfAPerCentHasTheWidelyQuotedNumberOfFrequentSets() {
    assertThat(find(ExampleBaskets.fimi("retail.dat.gz"), ".001", Kind.FREQUENT).sets())
        .hasSize(7_589);
  }

  @Test
  void profilesAreThosePublished() {
    BasketProfile<String> groceries = BasketProfile.of(ExampleBaskets.groceries(), 5);
    assertThat(groceries.baskets()).isEqualTo(9_835);
    assertThat(groceries.items()).isEqualTo(169);
    assertThat(groceries.cells()).isEqualTo(43_367);
    assertThat(groceries.meanSize().orElseThrow()).isCloseTo(4.409456, within(5e-7));
    assertThat(groceries.density().orElseThrow()).isCloseTo(.02609146, within(5e-9));
    assertThat(groceries.topItems())
        .extracting(set -> set.items().getFirst())
        .containsExactly("whole milk", "other vegetables", "rolls/buns", "soda", "yogurt");
    assertThat(groceries.topItems())
        .extracting(Itemset::count)
        .containsExactly(2513, 1903, 1809, 1715, 1372);
    assertThat(groceries.sizes())
        .startsWith(new BasketProfile.SizeCount(1, 2_159), new BasketProfile.SizeCount(2, 1_643))
        .endsWith(new BasketProfile.SizeCount(32, 1));

    BasketProfile<Integer> retail = BasketProfile.of(ExampleBaskets.fimi("retail.dat.gz"), 0);
    assertThat(List.of(retail.baskets(), retail.items(), retail.cells()))
        .containsExactly(88_162, 16_470, 908_576);
    assertThat(retail.sizes().getLast().size()).isEqualTo(76);

    BasketProfile<Integer> mushroom = BasketProfile.of(ExampleBaskets.fimi("mushroom.dat"), 0);
    assertThat(mushroom.items()).isEqualTo(119);
    assertThat(mushroom.sizes()).containsExactly(new BasketProfile.SizeCount(23, 8_124));

    BasketProfile<Integer> chess = BasketProfile.of(ExampleBaskets.fimi("chess.dat"), 0);
    assertThat(chess.items()).isEqualTo(75);
    assertThat(chess.sizes()).containsExactly(new BasketProfile.SizeCount(37, 3_196));
  }

  @Test
  void rulesOfGroceriesAreThoseOfLantz() {
    RuleResult<String> result = rules(ExampleBaskets.groceries(), ".006", ".25");

    assertThat(result.rules()).hasSize(463);
    assertThat(ofSize(result, 2)).isEqualTo(150);
    assertThat(ofSize(result, 3)).isEqualTo(297);
    assertThat(ofSize(result, 4)).isEqualTo(16);
    assertSummary(
        result.rules().stream().mapToDouble(Rule::support).toArray(),
        within(5e-7),
        .006101,
        .011539,
        .074835);
    assertSummary(
        result.rules().stream().mapToDouble(Rule::confidence).toArray(),
        within(5e-5),
        .2500,
        .3786,
        .6600);
    assertSummary(
        result.rules().stream().mapToDouble(Rule::lift).toArray(),
        within(5e-5),
        .9932,
        2.0351,
        3.9565);
    assertThat(result.rules())
        .isSortedAccordingTo(
            Comparator.comparingDouble((Rule<String> rule) -> rule.lift()).reversed());
  }

  @Test
  void measuresOfHerbsAndOfBerriesAreThosePublished() {
    RuleResult<String> result = rules(ExampleBaskets.groceries(), ".006", ".25");

    Rule<String> herbs = result.rules().getFirst();
    assertThat(herbs.antecedent()).containsExactly("herbs");
    assertThat(herbs.consequent()).containsExactly("root vegetables");
    assertMeasures(herbs, 69, .007015760, .4312500, 3.956477, .005242526, 1.566596);

    Rule<String> berries = result.rules().get(1);
    assertThat(berries.antecedent()).containsExactly("berries");
    assertThat(berries.consequent()).containsExactly("whipped/sour cream");
    assertMeasures(berries, 89, .009049314, .2721713, 3.796886, .006665962, 1.275461);
  }

  @Test
  void fifteenRulesOfGroceriesAreRightMoreOftenThanNot() {
    RuleResult<String> result = rules(ExampleBaskets.groceries(), ".01", ".5");

    assertThat(result.rules()).hasSize(15);
    assertThat(ofSize(result, 3)).isEqualTo(15);
    assertThat(result.rules().stream().mapToDouble(Rule::confidence).max().orElseThrow())
        .isCloseTo(.586207, within(5e-7));
  }

  @Test
  void toy1HasFifteenFrequentSets() {
    assertThat(find(TOY_1, ".4", Kind.FREQUENT).sets()).hasSize(15);
  }

  @Test
  void toy1HasFourteenRulesWithConsequentsOfAnySize() {
    RuleResult<Integer> result =
        AssociationRules.derive(
            TOY_1, parameters(".6", ".6", Consequents.ANY_SIZE, false), () -> false);
    assertThat(result.rules()).hasSize(14);
  }

  @Test
  void toy2HasTwentySetsWithTheSupportsOfArules() {
    assertThat(find(TOY_2, ".1", Kind.FREQUENT).sets())
        .extracting(set -> Math.round(set.support() * 100))
        .containsExactlyInAnyOrder(
            14L, 14L, 14L, 29L, 29L, 29L, 14L, 14L, 29L, 14L, 14L, 14L, 14L, 29L, 57L, 71L, 71L,
            43L, 43L, 29L);
  }

  @Test
  void toy2HasEighteenRulesWithEmptyLeftSides() {
    RuleResult<String> result =
        AssociationRules.derive(
            TOY_2, parameters(".25", "0", Consequents.ONE_ITEM, true), () -> false);
    assertThat(result.rules()).hasSize(18);
    assertThat(result.rules()).filteredOn(rule -> rule.antecedent().isEmpty()).hasSize(5);
  }

  @Test
  void toy2HasSixConfidentRules() {
    RuleResult<String> result = rules(TOY_2, ".25", ".8");

    assertThat(result.rules()).hasSize(6);
    assertThat(result.rules())
        .anySatisfy(rule -> assertRule(rule, "d", "b", .2857143, 1.0, 1.40))
        .anySatisfy(rule -> assertRule(rule, "b", "a", .5714286, .8, 1.12));
  }

  @Test
  void anExactProductIsNotRoundedUp() {
    assertThat(minimumCount(".01", 9_835)).isEqualTo(99);
    assertThat(minimumCount(".5", 8_124)).isEqualTo(4_062);
    assertThat(minimumCount(".07", 100)).isEqualTo(7);
    assertThat(minimumCount("1", 7)).isEqualTo(7);
    assertThat(minimumCount("1E-999999999", Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(minimumCount(".5", 0)).isEqualTo(1);
  }

  private static int minimumCount(String support, int baskets) {
    return ItemsetParameters.defaults(new BigDecimal(support)).minimumCount(baskets);
  }

  private static <I> ItemsetResult<I> find(BasketSet<I> baskets, String support, Kind kind) {
    return Itemsets.find(
        baskets, new ItemsetParameters(new BigDecimal(support), kind, NO_LIMIT, MANY), () -> false);
  }

  private static <I> RuleResult<I> rules(BasketSet<I> baskets, String support, String confidence) {
    return AssociationRules.derive(
        baskets, parameters(support, confidence, Consequents.ONE_ITEM, false), () -> false);
  }

  private static RuleParameters parameters(
      String support, String confidence, Consequents consequents, boolean emptyAntecedents) {
    return new RuleParameters(
        new ItemsetParameters(new BigDecimal(support), Kind.FREQUENT, NO_LIMIT, MANY),
        new BigDecimal(confidence),
        consequents,
        emptyAntecedents,
        Order.LIFT,
        100_000);
  }

  private static List<Integer> byLength(ItemsetResult<?> result) {
    int longest = result.sets().stream().mapToInt(set -> set.items().size()).max().orElse(0);
    return IntStream.rangeClosed(1, longest)
        .map(n -> (int) result.sets().stream().filter(set -> set.items().size() == n).count())
        .boxed()
        .toList();
  }

  private static long ofSize(RuleResult<?> result, int items) {
    return result.rules().stream()
        .filter(rule -> rule.antecedent().size() + rule.consequent().size() == items)
        .count();
  }

  private static void assertSummary(
      double[] values, Offset<Double> tolerance, double min, double mean, double max) {
    DoubleSummaryStatistics summary = Arrays.stream(values).summaryStatistics();
    assertThat(summary.getMin()).isCloseTo(min, tolerance);
    assertThat(summary.getAverage()).isCloseTo(mean, tolerance);
    assertThat(summary.getMax()).isCloseTo(max, tolerance);
  }

  private static void assertMeasures(
      Rule<String> rule,
      int count,
      double support,
      double confidence,
      double lift,
      double leverage,
      double conviction) {
    assertThat(rule.count()).isEqualTo(count);
    assertThat(rule.support()).isCloseTo(support, within(5e-10));
    assertThat(rule.confidence()).isCloseTo(confidence, within(5e-8));
    assertThat(rule.lift()).isCloseTo(lift, within(5e-7));
    assertThat(rule.leverage()).isCloseTo(leverage, within(5e-10));
    assertThat(rule.conviction().orElseThrow()).isCloseTo(conviction, within(5e-7));
  }

  private static void assertRule(
      Rule<String> rule,
      String antecedent,
      String consequent,
      double support,
      double confidence,
      double lift) {
    assertThat(rule.antecedent()).containsExactly(antecedent);
    assertThat(rule.consequent()).containsExactly(consequent);
    assertThat(rule.support()).isCloseTo(support, within(5e-8));
    assertThat(rule.confidence()).isCloseTo(confidence, within(1e-12));
    assertThat(rule.lift()).isCloseTo(lift, within(1e-12));
  }
}
