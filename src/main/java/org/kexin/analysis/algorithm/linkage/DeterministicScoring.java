package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Points for each field that agrees; a pair whose points are above a threshold matches. The rule is
 * a person's: nothing is estimated. A missing value gives no points.
 *
 * @param fields what to compare and what it is worth
 * @param above a pair with more points than this matches
 */
public record DeterministicScoring(List<ScoredField> fields, int above) {

  /** Name and version of the method. */
  public static final String METHOD = "deterministic-scoring/1";

  private static final int MOST_POINTS = 1_000_000;

  /**
   * @throws IllegalArgumentException if there is no field or two have one name
   */
  public DeterministicScoring {
    fields = List.copyOf(fields);
    long names = fields.stream().map(ScoredField::name).distinct().count();
    if (fields.isEmpty() || names < fields.size()) {
      throw new IllegalArgumentException("fields have different names, and there is one at least");
    }
  }

  /**
   * A field.
   *
   * @param points for each level from disagreement to the best agreement, ascending or equal, 0 to
   *     a million
   */
  public record ScoredField(String name, Comparison comparison, List<Integer> points) {

    /**
     * @throws IllegalArgumentException if there are not as many points as levels, or they fall or
     *     are out of their range
     */
    public ScoredField {
      points = List.copyOf(points);
      if (points.size() != comparison.levels()) {
        throw new IllegalArgumentException("points for each level of " + name);
      }
      int before = 0;
      for (int point : points) {
        if (point < before || point > MOST_POINTS) {
          throw new IllegalArgumentException("points of " + name + " ascend, 0 to a million");
        }
        before = point;
      }
    }

    /** No point for disagreement, one for each level above it. */
    public static ScoredField of(String name, Comparison comparison) {
      List<Integer> points = new ArrayList<>();
      for (int level = 0; level < comparison.levels(); level++) {
        points.add(level);
      }
      return new ScoredField(name, comparison, points);
    }
  }

  /**
   * Two rows that match by the rule.
   *
   * @param left the smaller row
   * @param score sum of the points
   * @param points of each field, in their order
   */
  public record RuleMatch(int left, int right, int score, List<Integer> points) {

    public RuleMatch {
      points = List.copyOf(points);
    }
  }

  /**
   * How the pairs scored.
   *
   * @param pairsByScore only scores that occurred, highest first
   * @param matches pairs above the threshold
   */
  public record Scores(long pairs, Map<Integer, Long> pairsByScore, long matches) {

    public Scores {
      Map<Integer, Long> sorted = new TreeMap<>(Comparator.reverseOrder());
      sorted.putAll(pairsByScore);
      pairsByScore = Collections.unmodifiableMap(sorted);
    }
  }

  /**
   * Scores all candidate pairs.
   *
   * @param consumer given the matches
   * @param progress told 0 to 1 now and then
   * @throws IllegalArgumentException if a field has other rows than the pairs
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Scores score(CandidatePairs pairs, Consumer<RuleMatch> consumer, DoubleConsumer progress) {
    List<LinkageField> compared =
        fields.stream().map(field -> LinkageField.of(field.name(), field.comparison())).toList();
    FieldComparisons comparisons = FieldComparisons.of(compared, pairs.rows());
    Map<Integer, Long> byScore = new HashMap<>();
    long[] matches = new long[1];
    long given =
        pairs.forEach(
            (left, right) -> {
              int[] levels = comparisons.compare(left, right);
              int score = 0;
              for (int f = 0; f < levels.length; f++) {
                score += points(f, levels[f]);
              }
              byScore.merge(score, 1L, Long::sum);
              if (score > above) {
                matches[0]++;
                consumer.accept(new RuleMatch(left, right, score, pointsOf(levels)));
              }
            },
            progress);
    return new Scores(given, byScore, matches[0]);
  }

  private int points(int field, int level) {
    return level == Comparison.MISSING ? 0 : fields.get(field).points().get(level);
  }

  private List<Integer> pointsOf(int[] levels) {
    List<Integer> points = new ArrayList<>();
    for (int f = 0; f < levels.length; f++) {
      points.add(points(f, levels[f]));
    }
    return points;
  }
}
