package org.kexin.analysis.algorithm.lifetime;

import org.kexin.analysis.algorithm.Measure;

/**
 * The outlook of every customer of some histories, each made when it is asked for. Equal pairs of x
 * and T share the expensive part, which is remembered: ask one instance for all customers. Not
 * thread-safe.
 *
 * @param <K> identity of a customer
 */
public final class CustomerOutlooks<K> {

  private final PurchaseHistories<K> histories;
  private final LifetimeValue lifetime;
  private final ActiveCustomers purchases;
  private final ActiveCustomers discounted;

  /**
   * Takes the customers and the definition of their value.
   *
   * @throws IllegalArgumentException as {@link LifetimeValue#LifetimeValue}
   */
  public CustomerOutlooks(
      PurchaseHistories<K> histories,
      PurchaseModel model,
      GammaGamma values,
      LifetimeValue.Parameters parameters) {
    this.histories = histories;
    this.lifetime =
        new LifetimeValue(model, values, parameters, histories.parameters().daysPerUnit());
    this.purchases = new ActiveCustomers(lifetime::purchases);
    this.discounted = new ActiveCustomers(lifetime::discountedPurchases);
  }

  /** n: how many customers there are. */
  public int size() {
    return histories.size();
  }

  /**
   * The outlook of the customer in a row.
   *
   * @param row 0 to size − 1
   */
  public CustomerOutlook<K> get(int row) {
    PurchaseHistory history = histories.history(row);
    double alive = lifetime.model().probabilityAlive(history);
    Measure<Double> meanValue = meanValue(row, history);
    Measure<Double> ifAlive = valueIfAlive(row, meanValue);
    return new CustomerOutlook<>(
        histories.customer(row),
        history,
        history.sinceLastPurchase(),
        alive,
        lifetime.model().aliveIsEvidence(history),
        alive * purchases.of(histories, row),
        meanValue,
        LifetimeValue.product(ifAlive, alive),
        LifetimeValue.product(ifAlive, 1 - alive));
  }

  /** The value at risk only: enough to rank all customers. */
  Measure<Double> valueAtRisk(int row) {
    PurchaseHistory history = histories.history(row);
    return LifetimeValue.product(
        valueIfAlive(row, meanValue(row, history)), 1 - lifetime.model().probabilityAlive(history));
  }

  /** The lifetime value only. */
  Measure<Double> lifetimeValue(int row) {
    PurchaseHistory history = histories.history(row);
    return LifetimeValue.product(
        valueIfAlive(row, meanValue(row, history)), lifetime.model().probabilityAlive(history));
  }

  boolean aliveIsEvidence(int row) {
    return lifetime.model().aliveIsEvidence(histories.history(row));
  }

  private Measure<Double> meanValue(int row, PurchaseHistory history) {
    return lifetime.values().expectedValue(history.repeats(), histories.meanRepeatValue(row));
  }

  private Measure<Double> valueIfAlive(int row, Measure<Double> meanValue) {
    return LifetimeValue.product(
        meanValue, lifetime.parameters().margin() * discounted.of(histories, row));
  }
}
