package org.kexin.analysis.basket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.association.BasketOwners;
import org.kexin.analysis.algorithm.association.BasketOwners.Choice;
import org.kexin.analysis.algorithm.association.Itemset;
import org.kexin.analysis.algorithm.association.Rule;
import org.kexin.analysis.basket.AssociationFindings.Backed;

/**
 * Keeps back what too few customers are behind. Baskets without a customer back nothing: nobody can
 * tell how many people they are of. With a count and that of a part of its items, the difference is
 * known too, so a rule or set is kept back as well where few customers had the one without the
 * other.
 */
final class Backing {

  private final BasketOwners<String> owners;
  private final SmallGroups groups;

  Backing(BasketOwners<String> owners, SmallGroups groups) {
    this.owners = owners;
    this.groups = groups;
  }

  Backed<Rule<String>> ofRules(List<Rule<String>> rules) {
    return backed(
        rules,
        rule -> {
          List<Choice<String>> choices = new ArrayList<>();
          choices.add(new Choice<>(joined(rule.antecedent(), rule.consequent()), List.of()));
          if (!groups.individualsAllowed()) {
            choices.add(new Choice<>(rule.antecedent(), rule.consequent()));
            choices.add(new Choice<>(rule.consequent(), rule.antecedent()));
          }
          return choices;
        });
  }

  Backed<Itemset<String>> ofSets(List<Itemset<String>> sets) {
    if (groups.individualsAllowed()) {
      return new Backed<>(sets, List.of(), 0);
    }
    return backed(
        sets,
        set -> {
          List<Choice<String>> choices = new ArrayList<>();
          choices.add(new Choice<>(set.items(), List.of()));
          if (set.items().size() > 1) {
            for (String item : set.items()) {
              List<String> others = new ArrayList<>(set.items());
              others.remove(item);
              choices.add(new Choice<>(others, List.of(item)));
            }
          }
          return choices;
        });
  }

  /** Pairs of items, each with the customers who had both. */
  <T> Backed<T> ofPairs(List<T> pairs, Function<T, String> one, Function<T, String> other) {
    return backed(
        pairs,
        pair -> {
          List<String> a = List.of(one.apply(pair));
          List<String> b = List.of(other.apply(pair));
          List<Choice<String>> choices = new ArrayList<>();
          choices.add(new Choice<>(joined(a, b), List.of()));
          if (!groups.individualsAllowed()) {
            choices.add(new Choice<>(a, b));
            choices.add(new Choice<>(b, a));
          }
          return choices;
        });
  }

  /**
   * @param choosing what to count: first the row itself, then what it differs from others by
   */
  private <T> Backed<T> backed(List<T> rows, Function<T, List<Choice<String>>> choosing) {
    List<List<Choice<String>>> choices = rows.stream().map(choosing).toList();
    int[] counts = owners.count(choices.stream().flatMap(List::stream).toList());
    List<T> shown = new ArrayList<>();
    List<Integer> customers = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      int first = next;
      next += choices.get(i).size();
      if (shows(counts, first, next)) {
        shown.add(rows.get(i));
        customers.add(counts[first]);
      }
    }
    return new Backed<>(shown, customers, rows.size() - shown.size());
  }

  private boolean shows(int[] customers, int first, int end) {
    if (groups.individualsAllowed()) {
      return true;
    }
    boolean shows = customers[first] >= groups.smallestGroup();
    for (int i = first + 1; i < end; i++) {
      shows &= groups.shows(customers[i]);
    }
    return shows;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
