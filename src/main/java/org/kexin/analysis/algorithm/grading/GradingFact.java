package org.kexin.analysis.algorithm.grading;

import java.math.BigDecimal;

/**
 * What a policy may grade by: what customers did, and nothing that they are. The list is closed, so
 * that no policy can use gender, age, marital status, origin, occupation or any other attribute
 * that the law or decency protects; that one of these facts goes with such an attribute is what
 * {@link FourFifths} looks for.
 */
public enum GradingFact {
  /** 1 to 5, 5 bought most recently (最近购买). */
  RECENCY_SCORE(5),
  /** 1 to 5, 5 bought most often (购买频率). */
  FREQUENCY_SCORE(5),
  /** 1 to 5, 5 spent most (消费金额). */
  MONETARY_SCORE(5),
  /** Sum of the orders of the period, in the currency of the policy. */
  REVENUE(Long.MAX_VALUE),
  /** Orders of the period. */
  ORDERS(Long.MAX_VALUE),
  /** Points that purchases of the period brought (积分), less what went back with returns. */
  POINTS(Long.MAX_VALUE),
  /** Place of the membership level in its programme (会员等级), from 1; 0 for a member without. */
  MEMBERSHIP_LEVEL(20);

  private final BigDecimal largest;

  GradingFact(long largest) {
    this.largest = BigDecimal.valueOf(largest);
  }

  /** Whether it can be as large as that. */
  public boolean canReach(BigDecimal value) {
    return value.compareTo(largest) <= 0;
  }
}
