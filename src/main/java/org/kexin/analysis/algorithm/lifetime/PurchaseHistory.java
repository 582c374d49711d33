package org.kexin.analysis.algorithm.lifetime;

/**
 * All that the purchase models need to know of one customer (Fader, Hardie and Lee 2005, section
 * 2). Times are in one unit the caller chooses, such as weeks.
 *
 * @param repeats x: days with a purchase after the first one; several transactions on one day are
 *     one
 * @param lastPurchase t_x: time from the first to the last purchase, 0 exactly when there are no
 *     repeats
 * @param observed T: time from the first purchase to the end of the calibration period
 */
public record PurchaseHistory(int repeats, double lastPurchase, double observed) {

  /** Longest time that can be observed or asked for: ample for any unit, safe for the formulas. */
  public static final double MAX_TIME = 1e9;

  /**
   * @throws IllegalArgumentException unless 0 ≤ lastPurchase ≤ observed ≤ {@link #MAX_TIME},
   *     repeats is zero or more, and lastPurchase is zero exactly when repeats is
   */
  public PurchaseHistory {
    if (!(lastPurchase >= 0 && lastPurchase <= observed && observed <= MAX_TIME)) {
      throw new IllegalArgumentException(
          "not 0 <= last purchase <= observed: " + lastPurchase + ", " + observed);
    }
    if (repeats < 0 || (repeats == 0) != (lastPurchase == 0)) {
      throw new IllegalArgumentException(
          "last purchase is 0 exactly without repeats: " + repeats + ", " + lastPurchase);
    }
  }

  /** T − t_x: time since the last purchase. */
  public double sinceLastPurchase() {
    return observed - lastPurchase;
  }

  static void requireTime(double time) {
    if (!(time >= 0 && time <= MAX_TIME)) {
      throw new IllegalArgumentException("time out of 0.." + MAX_TIME + ": " + time);
    }
  }
}
