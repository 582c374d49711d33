package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Weighs pairs by a model, and says of those that match why they do. */
final class MatchSearch {

  private final List<LinkageField> fields;
  private final FieldComparisons comparisons;
  private final double prior;
  private final double[][] weights;
  private final double[] chanceOfBest;

  /**
   * @throws IllegalArgumentException if the fields are not those of the model, or have other rows
   */
  MatchSearch(FellegiSunterModel model, List<LinkageField> fields, int rows) {
    this.fields = List.copyOf(fields);
    this.comparisons = FieldComparisons.of(fields, rows);
    List<PatternCounts.FieldLevels> estimated =
        model.fields().stream()
            .map(field -> new PatternCounts.FieldLevels(field.name(), field.levels().size()))
            .toList();
    if (!comparisons.levelsOfFields().equals(estimated)) {
      throw new IllegalArgumentException("the model is of other fields");
    }
    this.prior = model.priorWeight();
    this.weights =
        model.fields().stream()
            .map(
                field ->
                    field.levels().stream().mapToDouble(FellegiSunterModel.Level::weight).toArray())
            .toArray(double[][]::new);
    this.chanceOfBest =
        model.fields().stream().mapToDouble(field -> field.levels().getLast().u()).toArray();
  }

  long run(
      CandidatePairs candidates,
      double minimumPosterior,
      Consumer<Match> consumer,
      DoubleConsumer progress) {
    long[] matches = new long[1];
    candidates.forEach(
        (left, right) -> {
          int[] levels = comparisons.compare(left, right);
          double weight = prior;
          for (int f = 0; f < levels.length; f++) {
            weight += weight(f, levels[f]) + rarity(f, levels[f], left, right);
          }
          double posterior = FellegiSunterModel.posterior(weight);
          if (posterior >= minimumPosterior) {
            matches[0]++;
            consumer.accept(
                new Match(left, right, weight, posterior, evidence(levels, left, right)));
          }
        },
        progress);
    return matches[0];
  }

  private double weight(int field, int level) {
    return level == Comparison.MISSING ? 0 : weights[field][level];
  }

  private double rarity(int field, int level, int left, int right) {
    LinkageField.TermFrequency frequency = fields.get(field).termFrequency();
    if (frequency == null || level != weights[field].length - 1) {
      return 0;
    }
    return frequency.adjustment(left, right, chanceOfBest[field]);
  }

  private List<Match.Evidence> evidence(int[] levels, int left, int right) {
    List<Match.Evidence> evidence = new ArrayList<>();
    for (int f = 0; f < levels.length; f++) {
      evidence.add(
          new Match.Evidence(
              fields.get(f).name(),
              levels[f] == Comparison.MISSING ? null : levels[f],
              weight(f, levels[f]),
              rarity(f, levels[f], left, right)));
    }
    return evidence;
  }
}
