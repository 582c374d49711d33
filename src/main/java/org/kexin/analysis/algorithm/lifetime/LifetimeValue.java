package org.kexin.analysis.algorithm.lifetime;

import org.kexin.analysis.algorithm.Measure;

/**
 * Customer lifetime value over a horizon of H months at a discount of d per month (Fader and Hardie
 * 2013; months as the Python package lifetimes discounts them):
 *
 * <pre>
 * CLV = margin · E[M] · Σ (E[Y(i·m)] − E[Y((i−1)·m)]) / (1+d)^i,  i = 1..H
 * </pre>
 *
 * where a month m is {@link #DAYS_PER_MONTH} days, the twelfth part of 52 weeks. Purchases of a
 * month are discounted as if made at its end. What has been earned before is not in it.
 */
public final class LifetimeValue {

  /** Name and source, for the envelope of an answer. */
  public static final String METHOD =
      "discounted expected purchases x Gamma-Gamma value x margin (Fader and Hardie 2013)";

  /** Length of a month: 52 · 7 / 12 = 30 1/3 days. */
  public static final double DAYS_PER_MONTH = 52 * 7 / 12.0;

  private final PurchaseModel model;
  private final GammaGamma values;
  private final Parameters parameters;
  private final double month;

  /**
   * Takes two fitted models.
   *
   * @param model of the purchases
   * @param values of the value of a purchase
   * @param daysPerUnit days in the unit of time of the histories
   * @throws IllegalArgumentException if daysPerUnit is not above zero, or so small that the horizon
   *     exceeds {@link PurchaseHistory#MAX_TIME}
   */
  public LifetimeValue(
      PurchaseModel model, GammaGamma values, Parameters parameters, double daysPerUnit) {
    this.model = model;
    this.values = values;
    this.parameters = parameters;
    this.month = DAYS_PER_MONTH / daysPerUnit;
    if (!(daysPerUnit > 0)) {
      throw new IllegalArgumentException("days per unit must be above zero: " + daysPerUnit);
    }
    PurchaseHistory.requireTime(month * parameters.months());
  }

  /**
   * Horizon, discount and margin.
   *
   * @param months H, 1 to 600
   * @param discountPerMonth d, 0 to 1: 0.01 for 1 % a month, which is 12.7 % a year
   * @param margin share of the value of a purchase that is earned, above 0 to 1
   */
  public record Parameters(int months, double discountPerMonth, double margin) {

    private static final int MOST_MONTHS = 600;

    /**
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Parameters {
      if (months < 1 || months > MOST_MONTHS) {
        throw new IllegalArgumentException("months out of 1.." + MOST_MONTHS + ": " + months);
      }
      if (!(discountPerMonth >= 0 && discountPerMonth <= 1)) {
        throw new IllegalArgumentException("discount per month out of 0..1: " + discountPerMonth);
      }
      if (!(margin > 0 && margin <= 1)) {
        throw new IllegalArgumentException("margin out of 0..1: " + margin);
      }
    }
  }

  /**
   * The lifetime value of one customer, in currency units.
   *
   * @param meanRepeatValue z, in currency units; any without repeats
   */
  public Measure<Double> of(PurchaseHistory history, double meanRepeatValue) {
    return product(
        values.expectedValue(history.repeats(), meanRepeatValue),
        model.probabilityAlive(history) * parameters.margin() * discountedPurchases(history));
  }

  /** Σ of the formula above for a customer who has not left. */
  double discountedPurchases(PurchaseHistory history) {
    double sum = 0;
    double before = 0;
    double factor = 1;
    for (int i = 1; i <= parameters.months(); i++) {
      factor /= 1 + parameters.discountPerMonth();
      double upToNow = model.expectedPurchasesIfAlive(history, i * month);
      // Rounding must not make a far month negative.
      sum += Math.max(0, upToNow - before) * factor;
      before = upToNow;
    }
    return sum;
  }

  /** Purchases within the horizon of a customer who has not left, not discounted. */
  double purchases(PurchaseHistory history) {
    return model.expectedPurchasesIfAlive(history, parameters.months() * month);
  }

  PurchaseModel model() {
    return model;
  }

  GammaGamma values() {
    return values;
  }

  Parameters parameters() {
    return parameters;
  }

  static Measure<Double> product(Measure<Double> value, double factor) {
    Double number = value.value();
    return number == null ? value : Measure.of(number * factor);
  }
}
