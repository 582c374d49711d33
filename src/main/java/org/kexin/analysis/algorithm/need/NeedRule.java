package org.kexin.analysis.algorithm.need;

/**
 * When an interval can be told, and when a need is given up.
 *
 * @param fewestDays on how many different days an item must have been bought, 3 to {@link
 *     #MOST_DAYS}: two intervals are the least that can differ
 * @param lapsedAfter after so many upper quartiles of the intervals without a purchase the need has
 *     lapsed, 2 to 100
 */
public record NeedRule(int fewestDays, int lapsedAfter) {

  /** Days of one item that are looked at, the latest ones: a hundred intervals. */
  public static final int MOST_DAYS = 101;

  private static final int FEWEST_DAYS = 3;
  private static final int LEAST_LAPSE = 2;
  private static final int MOST_LAPSE = 100;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NeedRule {
    if (fewestDays < FEWEST_DAYS || fewestDays > MOST_DAYS) {
      throw new IllegalArgumentException("fewest days out of 3..101: " + fewestDays);
    }
    if (lapsedAfter < LEAST_LAPSE || lapsedAfter > MOST_LAPSE) {
      throw new IllegalArgumentException("lapsed after out of 2..100: " + lapsedAfter);
    }
  }

  /** Three days, and three upper quartiles. */
  public static NeedRule defaults() {
    return new NeedRule(FEWEST_DAYS, 3);
  }
}
