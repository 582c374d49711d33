package org.kexin.analysis.effect;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import org.kexin.analysis.algorithm.Moments;
import org.kexin.analysis.algorithm.experiment.PromotionArm;
import org.kexin.analysis.algorithm.experiment.PromotionCost;
import org.kexin.analysis.algorithm.experiment.Proportion;
import org.kexin.promotion.Participant;

/**
 * What is known of the customers of one arm. Needs eight bytes for each customer, for the rank
 * test; all else is sums. Not thread-safe.
 */
final class ArmSums {

  private final Moments spending = new Moments();
  private final DoubleStream.Builder values = DoubleStream.builder();
  private BigDecimal revenue = BigDecimal.ZERO;
  private BigDecimal discounts = BigDecimal.ZERO;
  private long customers;
  private long buyers;
  private long orders;
  private long contacted;
  private long contacts;
  private long responders;
  private long responses;
  private long redeemers;
  private long redemptions;

  /**
   * Adds one customer.
   *
   * @param spent by them, 0 for who bought nothing
   * @param ordered orders of theirs
   */
  void add(Participant participant, BigDecimal spent, long ordered) {
    double value = spent.doubleValue();
    spending.add(value);
    values.add(value);
    revenue = revenue.add(spent);
    customers++;
    buyers += ordered > 0 ? 1 : 0;
    orders += ordered;
    contacted += participant.contacts() > 0 ? 1 : 0;
    contacts += participant.contacts();
    responders += participant.responses() > 0 ? 1 : 0;
    responses += participant.responses();
    redeemers += participant.redemptions() > 0 ? 1 : 0;
    redemptions += participant.redemptions();
    discounts = discounts.add(participant.discount());
  }

  /**
   * As the algorithm wants it.
   *
   * @param plannedWeight above 0
   */
  PromotionArm arm(String name, double plannedWeight, PromotionCost cost) {
    return new PromotionArm(
        name,
        new Proportion(buyers, customers),
        spending.summary(),
        revenue,
        plannedWeight,
        contacts,
        redemptions,
        cost);
  }

  /** To be asked for once. */
  double[] values() {
    return values.build().toArray();
  }

  BigDecimal revenue() {
    return revenue;
  }

  BigDecimal discounts() {
    return discounts;
  }

  long customers() {
    return customers;
  }

  long buyers() {
    return buyers;
  }

  long orders() {
    return orders;
  }

  long contacted() {
    return contacted;
  }

  long contacts() {
    return contacts;
  }

  long responders() {
    return responders;
  }

  long responses() {
    return responses;
  }

  long redeemers() {
    return redeemers;
  }

  long redemptions() {
    return redemptions;
  }
}
