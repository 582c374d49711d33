package org.kexin.analysis.algorithm.linkage;

import java.util.function.ToDoubleBiFunction;

/** Compares the texts of a column by thresholds of a similarity. */
final class OfTexts implements Comparison {

  private final TextColumn column;
  private final double[] thresholds;
  private final ToDoubleBiFunction<int[], int[]> similarity;

  OfTexts(TextColumn column, double[] thresholds, ToDoubleBiFunction<int[], int[]> similarity) {
    if (thresholds.length < 1 || thresholds.length >= MOST_LEVELS) {
      throw new IllegalArgumentException("1 to 15 thresholds, not " + thresholds.length);
    }
    double before = 0;
    for (double threshold : thresholds) {
      if (!(threshold > before && threshold <= 1)) {
        throw new IllegalArgumentException("thresholds ascend, above 0 up to 1: " + threshold);
      }
      before = threshold;
    }
    this.column = column;
    this.thresholds = thresholds.clone();
    this.similarity = similarity;
  }

  @Override
  public int rows() {
    return column.rows();
  }

  @Override
  public int levels() {
    return thresholds.length + 1;
  }

  @Override
  public int level(int left, int right) {
    if (column.isMissing(left) || column.isMissing(right)) {
      return MISSING;
    }
    if (column.same(left, right)) {
      return thresholds.length;
    }
    double alike = similarity.applyAsDouble(column.text(left), column.text(right));
    int level = 0;
    while (level < thresholds.length && alike >= thresholds[level]) {
      level++;
    }
    return level;
  }
}
