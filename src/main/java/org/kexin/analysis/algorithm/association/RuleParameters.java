package org.kexin.analysis.algorithm.association;

import java.math.BigDecimal;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;

/**
 * Which rules to derive.
 *
 * @param itemsets the frequent sets to split; a rule has no more items than the longest
 * @param minimumConfidence 0 to 1, at most nine decimals
 * @param consequents how large a consequent may be
 * @param emptyAntecedents whether rules without a left side are given too: their confidence is the
 *     support of their consequent
 * @param maximumRules how many rules to give at most, 1 to 100,000
 */
public record RuleParameters(
    ItemsetParameters itemsets,
    BigDecimal minimumConfidence,
    Consequents consequents,
    boolean emptyAntecedents,
    Order order,
    int maximumRules) {

  private static final int CONFIDENCE_DECIMALS = 9;
  private static final long BILLION = 1_000_000_000L;
  private static final int MOST_RULES = 100_000;
  private static final int DEFAULT_RULES = 1_000;

  /** How large consequents are. */
  public enum Consequents {
    /** One item. */
    ONE_ITEM,
    /** One item or more. */
    ANY_SIZE
  }

  /**
   * Which rules come first. Ties are decided by the other two measures in the order lift,
   * confidence, support, then the rule with fewer items, then the items of the left side and of the
   * right side in their order.
   */
  public enum Order {
    LIFT,
    CONFIDENCE,
    SUPPORT
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range, or the itemsets are not all
   *     frequent ones: closed and maximal sets lack the subsets a rule consists of
   */
  public RuleParameters {
    if (itemsets.kind() != Kind.FREQUENT) {
      throw new IllegalArgumentException("rules are derived from frequent itemsets only");
    }
    if (minimumConfidence.signum() < 0
        || minimumConfidence.compareTo(BigDecimal.ONE) > 0
        || minimumConfidence.stripTrailingZeros().scale() > CONFIDENCE_DECIMALS) {
      throw new IllegalArgumentException(
          "minimum confidence is not 0 to 1 with nine decimals at most: " + minimumConfidence);
    }
    if (maximumRules < 1 || maximumRules > MOST_RULES) {
      throw new IllegalArgumentException("maximum of rules out of 1..100000: " + maximumRules);
    }
  }

  /** One-item consequents after at least one item, best lift first, a thousand at most. */
  public static RuleParameters defaults(BigDecimal minimumSupport, BigDecimal minimumConfidence) {
    return new RuleParameters(
        ItemsetParameters.defaults(minimumSupport),
        minimumConfidence,
        Consequents.ONE_ITEM,
        false,
        Order.LIFT,
        DEFAULT_RULES);
  }

  /** In billionths: times a count it still fits a long, so confidences are compared exactly. */
  long confidenceBillionths() {
    return minimumConfidence.setScale(CONFIDENCE_DECIMALS).unscaledValue().longValueExact();
  }

  static boolean reaches(long billionths, int both, int antecedent) {
    return both * BILLION >= billionths * antecedent;
  }
}
