package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which segment a customer belongs to by the three scores: the first rule that matches decides, and
 * {@link #OTHERS} takes the rest.
 *
 * @param rules in order of precedence, at most 125 (as many as there are triples of scores), names
 *     unique
 */
public record SegmentTable(List<Rule> rules) {

  /** The segment of customers that no rule matches. */
  public static final String OTHERS = "Others";

  private static final int SCORES = ScoreRange.HIGHEST;
  private static final int TRIPLES = SCORES * SCORES * SCORES;

  /**
   * @throws IllegalArgumentException if there are more than 125 rules or two have the same name
   */
  public SegmentTable {
    rules = List.copyOf(rules);
    if (rules.size() > TRIPLES) {
      throw new IllegalArgumentException("more rules than triples of scores: " + rules.size());
    }
    Set<String> names = new HashSet<>();
    for (Rule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules named " + rule.name());
      }
    }
  }

  /**
   * A customer whose three scores are all within the ranges matches.
   *
   * @param name not blank and not {@link #OTHERS}
   */
  public record Rule(String name, ScoreRange recency, ScoreRange frequency, ScoreRange monetary) {

    /**
     * @throws IllegalArgumentException if the name is blank or {@link #OTHERS}
     */
    public Rule {
      if (name.isBlank() || name.equals(OTHERS)) {
        throw new IllegalArgumentException("not a name for a rule: '" + name + "'");
      }
    }

    private boolean matches(int recencyScore, int frequencyScore, int monetaryScore) {
      return recency.contains(recencyScore)
          && frequency.contains(frequencyScore)
          && monetary.contains(monetaryScore);
    }
  }

  /**
   * A rule that can never decide.
   *
   * @param coveredBy the earlier rules that together take all it would match
   */
  public record ShadowedRule(String name, List<String> coveredBy) {
    public ShadowedRule {
      coveredBy = List.copyOf(coveredBy);
    }
  }

  /**
   * The table of the tests of the R package rfm 0.3.0. It is the default because results under it
   * are published; two of its rules (New, Promising) and Can't Lose are shadowed, as {@link
   * #shadowed()} tells.
   */
  public static SegmentTable ofRfmPackage() {
    return new SegmentTable(
        List.of(
            rule("Champions", 4, 5, 4, 5),
            rule("Loyal", 2, 5, 3, 5),
            rule("Potential Loyalist", 3, 5, 1, 3),
            rule("New", 4, 5, 1, 1),
            rule("Promising", 3, 4, 1, 1),
            rule("Need Attention", 2, 3, 2, 3),
            rule("About To Sleep", 2, 3, 1, 2),
            rule("At Risk", 1, 2, 2, 5),
            rule("Can't Lose", 1, 1, 4, 5),
            rule("Lost", 1, 2, 1, 2)));
  }

  /** In that table frequency and monetary always have the same range. */
  private static Rule rule(
      String name, int recencyFrom, int recencyTo, int otherFrom, int otherTo) {
    ScoreRange other = new ScoreRange(otherFrom, otherTo);
    return new Rule(name, new ScoreRange(recencyFrom, recencyTo), other, other);
  }

  /**
   * The segment of three scores.
   *
   * @throws IllegalArgumentException if a score is not 1 to 5
   */
  public String segmentOf(int recencyScore, int frequencyScore, int monetaryScore) {
    int rule = indexOf(recencyScore, frequencyScore, monetaryScore);
    return rule == rules.size() ? OTHERS : rules.get(rule).name();
  }

  /** The rules that no triple of scores can reach, in the order of the table. */
  public List<ShadowedRule> shadowed() {
    List<Set<String>> takenBy = new ArrayList<>();
    boolean[] reached = new boolean[rules.size() + 1];
    rules.forEach(_ -> takenBy.add(new LinkedHashSet<>()));
    int[] byTriple = byTriple();
    for (int triple = 0; triple < TRIPLES; triple++) {
      int deciding = byTriple[triple];
      reached[deciding] = true;
      for (int later = deciding + 1; later < rules.size(); later++) {
        if (rules.get(later).matches(recencyOf(triple), frequencyOf(triple), monetaryOf(triple))) {
          takenBy.get(later).add(rules.get(deciding).name());
        }
      }
    }
    List<ShadowedRule> shadowed = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (!reached[i]) {
        List<String> inOrder =
            rules.stream().map(Rule::name).filter(takenBy.get(i)::contains).toList();
        shadowed.add(new ShadowedRule(rules.get(i).name(), inOrder));
      }
    }
    return shadowed;
  }

  /**
   * For each {@link #tripleOf}, the index of the deciding rule, or the number of rules for {@link
   * #OTHERS}.
   */
  int[] byTriple() {
    int[] indexes = new int[TRIPLES];
    for (int triple = 0; triple < TRIPLES; triple++) {
      indexes[triple] = indexOf(recencyOf(triple), frequencyOf(triple), monetaryOf(triple));
    }
    return indexes;
  }

  static int tripleOf(int recencyScore, int frequencyScore, int monetaryScore) {
    return ((recencyScore - 1) * SCORES + frequencyScore - 1) * SCORES + monetaryScore - 1;
  }

  private static int recencyOf(int triple) {
    return triple / (SCORES * SCORES) + 1;
  }

  private static int frequencyOf(int triple) {
    return triple / SCORES % SCORES + 1;
  }

  private static int monetaryOf(int triple) {
    return triple % SCORES + 1;
  }

  private int indexOf(int recencyScore, int frequencyScore, int monetaryScore) {
    ScoreRange all = new ScoreRange(ScoreRange.LOWEST, ScoreRange.HIGHEST);
    if (!new Rule("any", all, all, all).matches(recencyScore, frequencyScore, monetaryScore)) {
      throw new IllegalArgumentException(
          "scores out of 1..5: " + recencyScore + ", " + frequencyScore + ", " + monetaryScore);
    }
    int index = 0;
    while (index < rules.size()
        && !rules.get(index).matches(recencyScore, frequencyScore, monetaryScore)) {
      index++;
    }
    return index;
  }
}
