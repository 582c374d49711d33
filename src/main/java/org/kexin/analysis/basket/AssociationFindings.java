package org.kexin.analysis.basket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.association.AssociationRules;
import org.kexin.analysis.algorithm.association.BasketProfile;
import org.kexin.analysis.algorithm.association.Itemset;
import org.kexin.analysis.algorithm.association.ItemsetResult;
import org.kexin.analysis.algorithm.association.Itemsets;
import org.kexin.analysis.algorithm.association.Rule;
import org.kexin.analysis.algorithm.association.RuleResult;

/** Rules and sets as an answer, without those of too few customers. */
final class AssociationFindings {

  private static final int TOP_ITEMS = 10;

  /** Looked at where some may be held back; else as many as are given. */
  private static final int MOST_LOOKED_AT = 10_000;

  private final AssociationQuestion asked;
  private final BasketProfile<String> profile;
  private final Backed<Itemset<String>> topItems;
  private final RuleResult<String> rules;
  private final Backed<Rule<String>> backedRules;
  private final ItemsetResult<String> sets;
  private final Backed<Itemset<String>> backedSets;
  private final Map<String, Item> labels;
  private final boolean shown;

  /**
   * What may be shown.
   *
   * @param customers behind each
   */
  record Backed<T>(List<T> rows, List<Integer> customers, int heldBack) {}

  private AssociationFindings(
      AssociationQuestion asked,
      BasketProfile<String> profile,
      Backed<Itemset<String>> topItems,
      RuleResult<String> rules,
      Backed<Rule<String>> backedRules,
      ItemsetResult<String> sets,
      Backed<Itemset<String>> backedSets,
      Map<String, Item> labels,
      boolean shown) {
    this.asked = asked;
    this.profile = profile;
    this.topItems = topItems;
    this.rules = rules;
    this.backedRules = backedRules;
    this.sets = sets;
    this.backedSets = backedSets;
    this.labels = labels;
    this.shown = shown;
  }

  /**
   * Finds them.
   *
   * @param stop as in {@link AssociationRules#derive}
   */
  static AssociationFindings in(
      BasketReading.Baskets baskets,
      AssociationQuestion asked,
      Collection<Item> products,
      SmallGroups groups,
      BooleanSupplier stop) {
    BasketProfile<String> profile = BasketProfile.of(baskets.set(), TOP_ITEMS);
    RuleResult<String> rules =
        AssociationRules.derive(
            baskets.set(),
            asked.rules(groups.individualsAllowed() ? asked.limit() : MOST_LOOKED_AT),
            stop);
    ItemsetResult<String> sets = Itemsets.find(baskets.set(), asked.itemsets(asked.sets()), stop);
    Backing backing = new Backing(baskets.owners(), groups);
    return new AssociationFindings(
        asked,
        profile,
        backing.ofSets(profile.topItems()),
        rules,
        backing.ofRules(rules.rules()),
        sets,
        backing.ofSets(sets.sets()),
        labels(asked.by(), products),
        groups.shows(baskets.owners().count()));
  }

  private static Map<String, Item> labels(AssociationQuestion.By by, Collection<Item> products) {
    Map<String, Item> labels = new HashMap<>();
    if (by == AssociationQuestion.By.PRODUCT) {
      products.forEach(item -> labels.put(item.code(), item));
    }
    return labels;
  }

  /**
   * @param unnamed lines of products that have no category
   */
  AssociationsView view(About about, long unnamed) {
    int given = Math.min(asked.limit(), backedRules.rows().size());
    List<AssociationsView.RuleRow> rows = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      rows.add(row(backedRules.rows().get(i), backedRules.customers().get(i)));
    }
    return new AssociationsView(
        withUnnamed(about, unnamed),
        shown ? profile() : null,
        rules.minimumCount(),
        rules.rulesFound(),
        backedRules.heldBack(),
        rows,
        sets(),
        cuts(given < backedRules.rows().size()));
  }

  private About withUnnamed(About about, long unnamed) {
    if (unnamed == 0) {
      return about;
    }
    List<About.Omission> all = new ArrayList<>(about.leftOut());
    all.add(
        new About.Omission(
            "NO_CATEGORY", "Lines of products without a category.", shown ? unnamed : null));
    return new About(
        about.method(),
        about.version(),
        about.parameters(),
        about.window(),
        about.asOf(),
        about.currency(),
        about.n(),
        all);
  }

  private AssociationsView.Profile profile() {
    return new AssociationsView.Profile(
        profile.baskets(),
        profile.items(),
        profile.meanSize().value(),
        profile.density().value(),
        topItems.rows().stream().map(this::set).toList());
  }

  private AssociationsView.Sets sets() {
    Map<Integer, Integer> byLength = new TreeMap<>();
    backedSets.rows().forEach(set -> byLength.merge(set.items().size(), 1, Integer::sum));
    return new AssociationsView.Sets(
        backedSets.rows().size(),
        backedSets.heldBack(),
        byLength.entrySet().stream()
            .map(entry -> new AssociationsView.OfLength(entry.getKey(), entry.getValue()))
            .toList(),
        backedSets.rows().stream().limit(asked.limit()).map(this::set).toList());
  }

  private AssociationsView.Set set(Itemset<String> set) {
    return new AssociationsView.Set(things(set.items()), set.count(), set.support());
  }

  private List<AssociationsView.Cut> cuts(boolean moreRules) {
    Set<Reason> reasons = new LinkedHashSet<>(rules.cuts());
    reasons.addAll(sets.cuts());
    if (moreRules) {
      reasons.add(RuleResult.MORE_RULES);
    }
    return reasons.stream()
        .map(reason -> new AssociationsView.Cut(reason.code(), reason.detail()))
        .toList();
  }

  private AssociationsView.RuleRow row(Rule<String> rule, int customers) {
    return new AssociationsView.RuleRow(
        things(rule.antecedent()),
        things(rule.consequent()),
        rule.count(),
        rule.antecedentCount(),
        rule.consequentCount(),
        customers,
        rule.support(),
        rule.confidence(),
        rule.lift(),
        rule.leverage(),
        rule.conviction().value(),
        code(rule.conviction()),
        rule.zhang().value(),
        code(rule.zhang()),
        rule.jaccard());
  }

  private static @Nullable String code(Measure<?> measure) {
    Reason reason = measure.reason();
    return reason == null ? null : reason.code();
  }

  private List<AssociationsView.Thing> things(List<String> items) {
    return items.stream().map(this::thing).toList();
  }

  private AssociationsView.Thing thing(String item) {
    Item product = labels.get(item);
    return product == null
        ? new AssociationsView.Thing(item, null, null)
        : new AssociationsView.Thing(item, product.name(), product.id());
  }
}
