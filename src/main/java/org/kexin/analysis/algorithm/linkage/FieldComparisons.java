package org.kexin.analysis.algorithm.linkage;

import java.util.List;

/** Compares pairs in all fields, into one array that is used again and again. Not thread-safe. */
final class FieldComparisons {

  private final List<LinkageField> fields;
  private final Comparison[] comparisons;
  private final int[] levels;

  private FieldComparisons(List<LinkageField> fields) {
    this.fields = List.copyOf(fields);
    this.comparisons = fields.stream().map(LinkageField::comparison).toArray(Comparison[]::new);
    this.levels = new int[fields.size()];
  }

  /**
   * @throws IllegalArgumentException if a field has other rows
   */
  static FieldComparisons of(List<LinkageField> fields, int rows) {
    for (LinkageField field : fields) {
      if (field.comparison().rows() != rows) {
        throw new IllegalArgumentException(field.name() + " has other rows than the pairs");
      }
    }
    return new FieldComparisons(fields);
  }

  List<PatternCounts.FieldLevels> levelsOfFields() {
    return fields.stream()
        .map(field -> new PatternCounts.FieldLevels(field.name(), field.comparison().levels()))
        .toList();
  }

  /** The level of each field, until the next call. */
  int[] compare(int left, int right) {
    for (int f = 0; f < levels.length; f++) {
      levels[f] = comparisons[f].level(left, right);
    }
    return levels;
  }
}
