package org.kexin.analysis.algorithm.association;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.kexin.analysis.algorithm.association.RuleParameters.Consequents;
import org.kexin.analysis.algorithm.association.RuleParameters.Order;

/**
 * Splits itemsets into rules. Consequents grow by one item at a time and stop where the confidence
 * is too low: a larger consequent leaves a smaller antecedent, in no fewer baskets (Agrawal &amp;
 * Srikant 1994, Fast algorithms for mining association rules, VLDB).
 */
final class SetSplits {

  private final int baskets;
  private final RuleParameters parameters;
  private final long confidenceBillionths;
  private final SubsetCounts counts;
  private final Brake brake;
  private final Best<Split> found;

  // The set at hand, and which of its items are in the consequent.
  private int[] items = new int[0];
  private int both;
  private boolean[] inConsequent = new boolean[0];
  private int[] antecedent = new int[0];
  private int[] consequent = new int[0];

  /** A rule as numbers. Its arrays are not shared. */
  private static final class Split {
    private final int[] antecedent;
    private final int[] consequent;
    private final int x;
    private final int y;
    private final int both;
    private final double confidence;
    private final double lift;

    Split(int[] antecedent, int[] consequent, int baskets, int x, int y, int both) {
      this.antecedent = antecedent;
      this.consequent = consequent;
      this.x = x;
      this.y = y;
      this.both = both;
      this.confidence = (double) both / x;
      this.lift = Rule.lift(baskets, x, y, both);
    }

    int length() {
      return antecedent.length + consequent.length;
    }
  }

  SetSplits(int baskets, RuleParameters parameters, List<FoundSet> sets, Brake brake) {
    this.baskets = baskets;
    this.parameters = parameters;
    this.confidenceBillionths = parameters.confidenceBillionths();
    this.counts = new SubsetCounts(sets);
    this.brake = brake;
    this.found = new Best<>(parameters.maximumRules(), bestFirst(parameters.order()));
  }

  private static Comparator<Split> bestFirst(Order order) {
    Comparator<Split> lift = Comparator.<Split>comparingDouble(split -> split.lift).reversed();
    Comparator<Split> confidence =
        Comparator.<Split>comparingDouble(split -> split.confidence).reversed();
    Comparator<Split> support = Comparator.<Split>comparingInt(split -> split.both).reversed();
    Comparator<Split> measures =
        switch (order) {
          case LIFT -> lift.thenComparing(confidence).thenComparing(support);
          case CONFIDENCE -> confidence.thenComparing(lift).thenComparing(support);
          case SUPPORT -> support.thenComparing(lift).thenComparing(confidence);
        };
    return measures
        .thenComparingInt(Split::length)
        .thenComparing(split -> split.antecedent, Arrays::compare)
        .thenComparing(split -> split.consequent, Arrays::compare);
  }

  void split(FoundSet set) {
    items = set.items();
    both = set.count();
    if (inConsequent.length < items.length) {
      inConsequent = new boolean[items.length];
      antecedent = new int[items.length];
      consequent = new int[items.length];
    }
    grow(0, 0);
  }

  /** Tries every consequent of the items chosen so far and one more from a place on. */
  private void grow(int from, int chosen) {
    int left = items.length - chosen - 1;
    if (left < (parameters.emptyAntecedents() ? 0 : 1)) {
      return;
    }
    for (int i = from; i < items.length && !brake.isPulledAfter(items.length * 4L); i++) {
      inConsequent[i] = true;
      if (isRule(left) && parameters.consequents() == Consequents.ANY_SIZE) {
        grow(i + 1, chosen + 1);
      }
      inConsequent[i] = false;
    }
  }

  private boolean isRule(int left) {
    int xs = 0;
    int ys = 0;
    for (int i = 0; i < items.length; i++) {
      if (inConsequent[i]) {
        consequent[ys++] = items[i];
      } else {
        antecedent[xs++] = items[i];
      }
    }
    int x = left == 0 ? baskets : counts.of(antecedent, xs);
    if (!RuleParameters.reaches(confidenceBillionths, both, x)) {
      return false;
    }
    int y = counts.of(consequent, ys);
    found.offer(
        new Split(
            Arrays.copyOf(antecedent, xs), Arrays.copyOf(consequent, ys), baskets, x, y, both));
    return true;
  }

  long rulesFound() {
    return found.offered();
  }

  <I> List<Rule<I>> rules(BasketSet<I> set) {
    return found.ranked().stream()
        .map(
            split ->
                Rule.of(
                    set.named(split.antecedent),
                    set.named(split.consequent),
                    baskets,
                    split.x,
                    split.y,
                    split.both))
        .toList();
  }
}
