package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;
import org.kexin.analysis.algorithm.association.RuleParameters.Consequents;
import org.kexin.analysis.algorithm.association.RuleParameters.Order;

/** Rules against their definitions, on baskets small enough to try every split of every set. */
class RulePropertyTest {

  private static final int ITEMS = 9;

  @Property(tries = 150)
  void rulesAndTheirMeasuresAreThoseOfTheDefinition(
      @ForAll("baskets") List<Set<Integer>> baskets,
      @ForAll Consequents consequents,
      @ForAll boolean emptyAntecedents,
      @ForAll Order order,
      @ForAll @IntRange(min = 0, max = 100) int percentConfidence) {
    RuleParameters parameters =
        new RuleParameters(
            new ItemsetParameters(new BigDecimal(".25"), Kind.FREQUENT, 5, 100_000),
            BigDecimal.valueOf(percentConfidence, 2),
            consequents,
            emptyAntecedents,
            order,
            100_000);
    RuleResult<Integer> result =
        AssociationRules.derive(
            BasketSet.of(baskets, Comparator.naturalOrder()), parameters, () -> false);
    BruteForce oracle = new BruteForce(baskets, ITEMS);
    Map<List<Set<Integer>>, Integer> expected = new HashMap<>();
    oracle
        .frequent(result.minimumCount())
        .forEach(
            (set, count) -> {
              if (set.size() <= 5) {
                splits(set).stream()
                    .filter(s -> emptyAntecedents || !s.getFirst().isEmpty())
                    .filter(s -> consequents == Consequents.ANY_SIZE || s.getLast().size() == 1)
                    .filter(s -> 100 * count >= percentConfidence * oracle.count(s.getFirst()))
                    .forEach(s -> expected.put(s, count));
              }
            });

    Map<List<Set<Integer>>, Integer> actual = new HashMap<>();
    for (Rule<Integer> rule : result.rules()) {
      actual.put(
          List.of(new TreeSet<>(rule.antecedent()), new TreeSet<>(rule.consequent())),
          rule.count());
      assertMeasures(rule, oracle, baskets.size());
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(result.rulesFound()).isEqualTo(expected.size());
    assertFirstOfOrder(
        BasketSet.of(baskets, Comparator.naturalOrder()), parameters, result.rules());
  }

  @Provide
  Arbitrary<List<Set<Integer>>> baskets() {
    Arbitrary<Set<Integer>> basket =
        Arbitraries.integers().between(0, ITEMS - 1).set().ofMaxSize(ITEMS);
    return basket.list().ofMaxSize(14);
  }

  private static List<List<Set<Integer>>> splits(Set<Integer> set) {
    List<List<Set<Integer>>> splits = new ArrayList<>();
    for (Set<Integer> consequent : BruteForce.subsets(new ArrayList<>(set))) {
      if (!consequent.isEmpty()) {
        Set<Integer> antecedent = new TreeSet<>(set);
        antecedent.removeAll(consequent);
        splits.add(List.of(antecedent, new TreeSet<>(consequent)));
      }
    }
    return splits;
  }

  private static void assertMeasures(Rule<Integer> rule, BruteForce oracle, int n) {
    double x = (double) oracle.count(new TreeSet<>(rule.antecedent())) / n;
    double y = (double) oracle.count(new TreeSet<>(rule.consequent())) / n;
    double both = (double) rule.count() / n;
    double confidence = both / x;
    double leverage = both - x * y;
    assertThat(rule.support()).isCloseTo(both, within(1e-12));
    assertThat(rule.confidence()).isCloseTo(confidence, within(1e-12));
    assertThat(rule.lift()).isCloseTo(confidence / y, within(1e-12));
    assertThat(rule.leverage()).isCloseTo(leverage, within(1e-12));
    assertThat(rule.jaccard()).isCloseTo(both / (x + y - both), within(1e-12));
    if (y == 1) {
      assertThat(rule.conviction().reason()).isEqualTo(Rule.CONSEQUENT_ALWAYS);
    } else if (rule.count() == rule.antecedentCount()) {
      assertThat(rule.conviction().reason()).isEqualTo(Rule.NEVER_WRONG);
    } else {
      assertThat(rule.conviction().orElseThrow())
          .isCloseTo((1 - y) / (1 - confidence), within(1e-9));
    }
    double larger = Math.max(both * (1 - x), x * (y - both));
    if (larger > 1e-9) {
      assertThat(rule.zhang().orElseThrow()).isCloseTo(leverage / larger, within(1e-9));
      assertThat(rule.zhang().orElseThrow()).isBetween(-1.0, 1.0);
    } else {
      assertThat(rule.zhang().reason()).isEqualTo(Rule.ANTECEDENT_ALWAYS);
    }
  }

  private static void assertFirstOfOrder(
      BasketSet<Integer> set, RuleParameters all, List<Rule<Integer>> rules) {
    assertThat(rules)
        .isSortedAccordingTo(
            switch (all.order()) {
              case LIFT -> Comparator.comparingDouble((Rule<Integer> r) -> r.lift()).reversed();
              case CONFIDENCE ->
                  Comparator.comparingDouble((Rule<Integer> r) -> r.confidence()).reversed();
              case SUPPORT -> Comparator.comparingInt((Rule<Integer> r) -> r.count()).reversed();
            });
    int limit = 1 + rules.size() / 3;
    RuleResult<Integer> cut =
        AssociationRules.derive(
            set,
            new RuleParameters(
                all.itemsets(),
                all.minimumConfidence(),
                all.consequents(),
                all.emptyAntecedents(),
                all.order(),
                limit),
            () -> false);
    assertThat(cut.rules()).isEqualTo(rules.subList(0, Math.min(limit, rules.size())));
    assertThat(cut.rulesFound()).isEqualTo(rules.size());
    assertThat(cut.cuts().contains(RuleResult.MORE_RULES)).isEqualTo(rules.size() > limit);
  }
}
