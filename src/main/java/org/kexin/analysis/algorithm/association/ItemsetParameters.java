package org.kexin.analysis.algorithm.association;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Which itemsets to find.
 *
 * @param minimumSupport smallest share of baskets, above 0 to 1
 * @param maximumLength longer sets are not given, 1 to 1,000
 * @param maximumSets how many sets to give at most, 1 to 1,000,000
 */
public record ItemsetParameters(
    BigDecimal minimumSupport, Kind kind, int maximumLength, int maximumSets) {

  private static final int LONGEST = 1_000;
  private static final int MOST_SETS = 1_000_000;
  private static final int DEFAULT_LENGTH = 10;
  private static final int DEFAULT_SETS = 10_000;

  /** Which of the frequent sets. */
  public enum Kind {
    /** Every set with the minimum support. */
    FREQUENT,
    /** Frequent sets without a superset of the same count: they tell the counts of all others. */
    CLOSED,
    /** Frequent sets without a frequent superset. */
    MAXIMAL
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ItemsetParameters {
    if (minimumSupport.signum() <= 0 || minimumSupport.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("minimum support is not above 0 to 1: " + minimumSupport);
    }
    if (maximumLength < 1 || maximumLength > LONGEST) {
      throw new IllegalArgumentException("maximum length out of 1..1000: " + maximumLength);
    }
    if (maximumSets < 1 || maximumSets > MOST_SETS) {
      throw new IllegalArgumentException("maximum of sets out of 1..1000000: " + maximumSets);
    }
  }

  /** All frequent sets of up to ten items, ten thousand at most. */
  public static ItemsetParameters defaults(BigDecimal minimumSupport) {
    return new ItemsetParameters(minimumSupport, Kind.FREQUENT, DEFAULT_LENGTH, DEFAULT_SETS);
  }

  /**
   * The smallest count that reaches the minimum support: ⌈support · baskets⌉ of the decimal as it
   * was written, at least 1. In binary .07 · 100 is above 7 and would become 8.
   */
  public int minimumCount(int baskets) {
    // A support below 10⁻¹⁰ is reached by one basket of 2³¹ − 1; 1E-999999999 is not written out.
    if (baskets == 0 || minimumSupport.precision() - (long) minimumSupport.scale() < -10) {
      return 1;
    }
    return minimumSupport
        .multiply(BigDecimal.valueOf(baskets))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}
