package org.kexin.analysis.basket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.Rule;

/**
 * The standing rules that offers may come from. Rules that fewer baskets than k show are not among
 * them: they are chance, and could point at somebody.
 *
 * @param things what the products are called
 * @param asOf the moment of the sales that they are from
 */
record KnownRules(
    List<Rule<UUID>> rules, Map<UUID, AssociationsView.Thing> things, @Nullable Instant asOf) {

  /**
   * @param fewest baskets that a rule must be found in
   */
  static KnownRules of(AssociationsView standing, int fewest) {
    List<Rule<UUID>> rules = new ArrayList<>();
    Map<UUID, AssociationsView.Thing> things = new HashMap<>();
    for (AssociationsView.RuleRow row : standing.rules()) {
      if (row.count() >= fewest && areProducts(row.antecedent()) && areProducts(row.consequent())) {
        rules.add(rule(row));
        remember(row.antecedent(), things);
        remember(row.consequent(), things);
      }
    }
    return new KnownRules(List.copyOf(rules), Map.copyOf(things), standing.about().asOf());
  }

  private static boolean areProducts(List<AssociationsView.Thing> side) {
    return side.stream().allMatch(thing -> thing.productId() != null);
  }

  private static void remember(
      List<AssociationsView.Thing> side, Map<UUID, AssociationsView.Thing> things) {
    side.forEach(thing -> things.put(Objects.requireNonNull(thing.productId()), thing));
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
}
