package org.kexin.analysis.algorithm.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;

/** What a column lacks, holds and breaks. */
final class ColumnCounts {

  private final String name;
  private final List<QualityRules.Validity> rules;
  private final long[] invalid;
  private final DistinctCounter distinct;
  private long missing;

  ColumnCounts(String name, QualityRules rules) {
    this.name = name;
    this.rules = rules.validity().stream().filter(rule -> rule.column().equals(name)).toList();
    this.invalid = new long[this.rules.size()];
    this.distinct = new DistinctCounter(rules.mostDistinct());
  }

  /** With both halves of the fingerprint of the value. */
  void add(@Nullable String value, long first, long second) {
    if (value == null) {
      missing++;
      return;
    }
    distinct.add(first, second);
    for (int r = 0; r < invalid.length; r++) {
      invalid[r] += rules.get(r).valid().test(value) ? 0 : 1;
    }
  }

  TableProfile.Column finish(long rows) {
    List<TableProfile.Invalid> broken = new ArrayList<>();
    for (int r = 0; r < invalid.length; r++) {
      broken.add(new TableProfile.Invalid(rules.get(r).name(), invalid[r]));
    }
    return new TableProfile.Column(
        name,
        missing,
        rows == 0
            ? Measure.missing(TableProfile.NO_ROWS)
            : Measure.of((double) (rows - missing) / rows),
        distinct.count(),
        broken);
  }
}
