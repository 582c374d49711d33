package org.kexin.analysis.algorithm.grading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What earns which grade. A customer has the best grade whose score and conditions they all meet,
 * else {@link Grade#ORDINARY}.
 *
 * @param weights what the score is made of, each fact once; empty for no score, which is then 0
 * @param grades from the best one down, each once, without ORDINARY, which has no conditions
 */
public record GradingTerms(List<Weight> weights, List<Requirement> grades) {

  /** The full score. */
  public static final int FULL = 100;

  /**
   * @throws IllegalArgumentException if there is no grade, they do not descend, a fact has two
   *     weights or is asked for twice by a grade, or a number is out of its range
   */
  public GradingTerms {
    weights = List.copyOf(weights);
    grades = List.copyOf(grades);
    List<Grade> order = grades.stream().map(Requirement::grade).toList();
    if (grades.isEmpty()
        || order.contains(Grade.ORDINARY)
        || !order.stream().distinct().sorted(Comparator.reverseOrder()).toList().equals(order)) {
      throw new IllegalArgumentException("grades descend from the best one to above ORDINARY");
    }
    demandOnce(weights.stream().map(Weight::fact).toList());
    grades.forEach(it -> demandOnce(it.conditions().stream().map(Condition::fact).toList()));
  }

  private static void demandOnce(List<GradingFact> facts) {
    Set<GradingFact> seen = new HashSet<>(facts);
    if (seen.size() < facts.size()) {
      throw new IllegalArgumentException("a fact is named once: " + facts);
    }
  }

  /**
   * What a fact adds to the score: its points times its weight, over all weights.
   *
   * @param weight 1 to 1,000
   * @param bands ascending; the last one reached counts, below the first there are no points
   */
  public record Weight(GradingFact fact, int weight, List<Band> bands) {

    private static final int LARGEST = 1_000;

    public Weight {
      bands = List.copyOf(bands);
      if (weight < 1 || weight > LARGEST || bands.isEmpty()) {
        throw new IllegalArgumentException("a weight is 1..1000 and has bands: " + weight);
      }
      for (int i = 1; i < bands.size(); i++) {
        if (bands.get(i).from().compareTo(bands.get(i - 1).from()) <= 0) {
          throw new IllegalArgumentException("bands ascend: " + bands);
        }
      }
    }

    int points(BigDecimal value) {
      int points = 0;
      for (Band band : bands) {
        if (value.compareTo(band.from()) >= 0) {
          points = band.points();
        }
      }
      return points;
    }
  }

  /**
   * Points from a value on.
   *
   * @param from the fact is at least this
   * @param points 0 to 100
   */
  public record Band(BigDecimal from, int points) {

    public Band {
      if (points < 0 || points > FULL) {
        throw new IllegalArgumentException("points are within 0..100: " + points);
      }
    }
  }

  /**
   * What a grade asks for.
   *
   * @param minimumScore 0 to 100
   * @param conditions all of them
   */
  public record Requirement(Grade grade, int minimumScore, List<Condition> conditions) {

    public Requirement {
      conditions = List.copyOf(conditions);
      if (minimumScore < 0 || minimumScore > FULL) {
        throw new IllegalArgumentException("a score is within 0..100: " + minimumScore);
      }
    }
  }

  /** A fact is known and at least this. */
  public record Condition(GradingFact fact, BigDecimal atLeast) {}

  /** What grades can depend on. */
  public Set<GradingFact> facts() {
    Set<GradingFact> facts = EnumSet.noneOf(GradingFact.class);
    weights.forEach(it -> facts.add(it.fact()));
    grades.forEach(grade -> grade.conditions().forEach(it -> facts.add(it.fact())));
    return facts;
  }

  /** All weights together. */
  long totalWeight() {
    return weights.stream().mapToLong(Weight::weight).sum();
  }
}
