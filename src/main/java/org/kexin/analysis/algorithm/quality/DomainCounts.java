package org.kexin.analysis.algorithm.quality;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of one column that are outside of their domain. */
final class DomainCounts {

  // Reading a number takes a time that grows with the square of its digits.
  private static final int LONGEST_NUMBER = 100;

  private final QualityRules.Domain rule;
  private final int place;
  private long outside;
  private long unreadable;

  DomainCounts(QualityRules.Domain rule, int place) {
    this.rule = rule;
    this.place = place;
  }

  int place() {
    return place;
  }

  void add(@Nullable String value) {
    if (value == null) {
      return;
    }
    BigDecimal number = number(value.strip());
    if (number == null) {
      unreadable++;
    } else if (rule.outside().test(number)) {
      outside++;
    }
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  TableProfile.OutsideDomain finish() {
    return new TableProfile.OutsideDomain(rule.name(), rule.column(), outside, unreadable);
  }
}
