package org.kexin.analysis.algorithm.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether every grade can be reached and every condition can ever decide. Between two numbers that
 * the terms name nothing changes, so one customer for each stretch of each fact stands for all
 * there can be; they are all graded, and what never decided is a mistake in the terms. Facts are
 * taken as independent of each other, so what is refused really can never decide.
 */
public final class TermsCheck {

  /** Customers that are graded at most, so that a check takes less than a second or two. */
  public static final int MOST_CASES = 200_000;

  private TermsCheck() {}

  /** What is wrong with the terms. */
  public enum Defect {
    /** There are too many different numbers to check. */
    TOO_COMPLICATED,
    /**
     * No customer can ever have this grade: its conditions cannot be met, or a better one's are.
     */
    UNREACHABLE,
    /** Without this condition everybody would have the same grade. */
    SHADOWED,
    /** Without the minimum score everybody would have the same grade. */
    SCORE_SHADOWED
  }

  /**
   * A defect.
   *
   * @param grade null where it is of the terms as a whole
   * @param fact of the condition; null otherwise
   */
  public record Finding(Defect defect, @Nullable Grade grade, @Nullable GradingFact fact) {}

  /** All defects, in the order of the terms; none of conditions of a grade without reach. */
  public static List<Finding> of(GradingTerms terms) {
    Map<GradingFact, List<@Nullable BigDecimal>> stretches = stretches(terms);
    long cases = 1;
    for (List<@Nullable BigDecimal> values : stretches.values()) {
      cases = Math.min(cases * values.size(), MOST_CASES + 1L);
    }
    if (cases > MOST_CASES) {
      return List.of(new Finding(Defect.TOO_COMPLICATED, null, null));
    }
    Sweep sweep = new Sweep(terms, List.copyOf(stretches.entrySet()));
    sweep.grade(0, new EnumMap<>(GradingFact.class));
    return sweep.findings();
  }

  /** One value of each stretch; null for a fact that is not known. */
  private static Map<GradingFact, List<@Nullable BigDecimal>> stretches(GradingTerms terms) {
    Map<GradingFact, Set<BigDecimal>> edges = new EnumMap<>(GradingFact.class);
    terms
        .weights()
        .forEach(
            weight -> weight.bands().forEach(band -> edge(edges, weight.fact()).add(band.from())));
    terms
        .grades()
        .forEach(
            grade -> grade.conditions().forEach(it -> edge(edges, it.fact()).add(it.atLeast())));
    Map<GradingFact, List<@Nullable BigDecimal>> stretches = new EnumMap<>(GradingFact.class);
    edges.forEach(
        (fact, of) -> {
          List<@Nullable BigDecimal> values = new ArrayList<>();
          values.add(null);
          of.stream().filter(fact::canReach).forEach(values::add);
          stretches.put(fact, values);
        });
    return stretches;
  }

  private static Set<BigDecimal> edge(Map<GradingFact, Set<BigDecimal>> edges, GradingFact fact) {
    return edges.computeIfAbsent(fact, unseen -> new TreeSet<>());
  }

  /** Grades every case. */
  private static final class Sweep {
    private final GradingTerms terms;
    private final List<Map.Entry<GradingFact, List<@Nullable BigDecimal>>> stretches;
    private final Set<Grade> reached = EnumSet.noneOf(Grade.class);
    private final Set<Finding> decided = new HashSet<>();

    Sweep(GradingTerms terms, List<Map.Entry<GradingFact, List<@Nullable BigDecimal>>> stretches) {
      this.terms = terms;
      this.stretches = stretches;
    }

    void grade(int depth, Map<GradingFact, BigDecimal> facts) {
      if (depth == stretches.size()) {
        note(Grading.of(terms, facts));
        return;
      }
      GradingFact fact = stretches.get(depth).getKey();
      for (@Nullable BigDecimal value : stretches.get(depth).getValue()) {
        if (value == null) {
          facts.remove(fact);
        } else {
          facts.put(fact, value);
        }
        grade(depth + 1, facts);
      }
      facts.remove(fact);
    }

    /** A grade missed by one thing only was decided by that. */
    private void note(Grading graded) {
      reached.add(graded.grade());
      for (Grading.Judged judged : graded.judged()) {
        List<Grading.ConditionOutcome> missed =
            judged.conditions().stream().filter(it -> !it.met()).toList();
        if (missed.isEmpty() && !judged.scoreMet()) {
          decided.add(new Finding(Defect.SCORE_SHADOWED, judged.grade(), null));
        } else if (missed.size() == 1 && judged.scoreMet()) {
          decided.add(
              new Finding(Defect.SHADOWED, judged.grade(), missed.getFirst().condition().fact()));
        }
      }
    }

    List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      for (GradingTerms.Requirement requirement : terms.grades()) {
        if (!reached.contains(requirement.grade())) {
          findings.add(new Finding(Defect.UNREACHABLE, requirement.grade(), null));
        } else {
          findings.addAll(shadowed(requirement));
        }
      }
      if (!reached.contains(Grade.ORDINARY)) {
        findings.add(new Finding(Defect.UNREACHABLE, Grade.ORDINARY, null));
      }
      return findings;
    }

    private List<Finding> shadowed(GradingTerms.Requirement requirement) {
      List<Finding> findings = new ArrayList<>();
      if (requirement.minimumScore() > 0) {
        findings.add(new Finding(Defect.SCORE_SHADOWED, requirement.grade(), null));
      }
      requirement
          .conditions()
          .forEach(
              it -> findings.add(new Finding(Defect.SHADOWED, requirement.grade(), it.fact())));
      findings.removeAll(decided);
      return findings;
    }
  }
}
