package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Itemsets of a few items straight from the definitions: every subset against every basket. */
final class BruteForce {

  /** Each with bit i for item i. */
  private final int[] baskets;

  private final int items;

  BruteForce(List<Set<Integer>> baskets, int items) {
    this.baskets = baskets.stream().mapToInt(BruteForce::bits).toArray();
    this.items = items;
  }

  int count(Set<Integer> set) {
    int wanted = bits(set);
    int count = 0;
    for (int basket : baskets) {
      count += (basket & wanted) == wanted ? 1 : 0;
    }
    return count;
  }

  private static int bits(Set<Integer> set) {
    return set.stream().mapToInt(item -> 1 << item).sum();
  }

  Map<Set<Integer>, Integer> frequent(int minimumCount) {
    Map<Set<Integer>, Integer> frequent = new HashMap<>();
    for (int bits = 1; bits < 1 << items; bits++) {
      Set<Integer> set = new TreeSet<>();
      for (int item = 0; item < items; item++) {
        if ((bits >> item & 1) == 1) {
          set.add(item);
        }
      }
      int count = count(set);
      if (count >= minimumCount) {
        frequent.put(set, count);
      }
    }
    return frequent;
  }

  Map<Set<Integer>, Integer> closed(int minimumCount) {
    Map<Set<Integer>, Integer> closed = frequent(minimumCount);
    closed.entrySet().removeIf(set -> extensions(set.getKey()).contains(set.getValue()));
    return closed;
  }

  Map<Set<Integer>, Integer> maximal(int minimumCount) {
    Map<Set<Integer>, Integer> maximal = frequent(minimumCount);
    maximal
        .keySet()
        .removeIf(set -> extensions(set).stream().anyMatch(count -> count >= minimumCount));
    return maximal;
  }

  /** Counts of the sets with one item more. */
  private List<Integer> extensions(Set<Integer> set) {
    List<Integer> counts = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      Set<Integer> larger = new TreeSet<>(set);
      if (larger.add(item)) {
        counts.add(count(larger));
      }
    }
    return counts;
  }

  static List<Set<Integer>> subsets(List<Integer> items) {
    List<Set<Integer>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << items.size(); bits++) {
      Set<Integer> subset = new HashSet<>();
      for (int i = 0; i < items.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(items.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }
}
