package org.kexin.analysis.algorithm.experiment;

import java.math.BigDecimal;
import org.kexin.analysis.algorithm.Moments;

/**
 * One group of customers of a promotion, as observed over its period.
 *
 * @param name of the arm
 * @param response customers who responded among all of the arm
 * @param value per customer of the arm, in currency units; one who bought nothing counts as 0
 * @param totalValue of all of them, exact, in currency units
 * @param plannedWeight planned size relative to the other arms, above 0
 * @param contacts made with the arm, 0 or more; 0 for a control group
 * @param redemptions by the arm, 0 or more
 * @param cost of reaching the arm
 */
public record PromotionArm(
    String name,
    Proportion response,
    Moments.Summary value,
    BigDecimal totalValue,
    double plannedWeight,
    long contacts,
    long redemptions,
    PromotionCost cost) {

  /**
   * @throws IllegalArgumentException if response and value count different customers, contacts or
   *     redemptions are negative, or the weight is not positive and finite
   */
  public PromotionArm {
    if (response.n() != value.n()) {
      throw new IllegalArgumentException(
          "response of " + response.n() + " customers, but value of " + value.n());
    }
    if (contacts < 0 || redemptions < 0) {
      throw new IllegalArgumentException("contacts and redemptions are counts");
    }
    if (!(plannedWeight > 0 && Double.isFinite(plannedWeight))) {
      throw new IllegalArgumentException("a planned weight is above 0: " + plannedWeight);
    }
  }

  /** Customers of the arm. */
  long customers() {
    return response.n();
  }

  SampleRatio.Planned planned() {
    return new SampleRatio.Planned(name, customers(), plannedWeight);
  }

  BigDecimal totalCost() {
    return cost.of(contacts, redemptions);
  }
}
