package org.kexin.analysis.algorithm.lifetime;

import java.util.List;

/**
 * A fitted model of repeat buying. Times are in the unit of the histories it was fitted to. All
 * results are finite. Immutable.
 */
public sealed interface PurchaseModel permits BetaGeometric, ParetoNbd {

  /** How many parameters each of the models has. */
  int PARAMETERS = 4;

  /** Smallest value of any parameter. */
  double MIN_PARAMETER = 1e-9;

  /** Largest value of any parameter. */
  double MAX_PARAMETER = 1e9;

  /**
   * Largest shape of a distribution. The logs of beta functions of larger ones differ by less than
   * what rounding leaves of them, so expectations would lose more than nine digits.
   */
  double MAX_SHAPE = 1e6;

  /**
   * A model from its parameters, such as those kept with a stored result.
   *
   * @param values in the order of {@link #parameters()}
   * @throws IllegalArgumentException if there are not four values or one is out of range
   */
  static PurchaseModel of(ModelKind kind, double... values) {
    if (values.length != PARAMETERS) {
      throw new IllegalArgumentException("not four parameters: " + values.length);
    }
    return kind == ModelKind.PARETO_NBD
        ? new ParetoNbd(values[0], values[1], values[2], values[3])
        : new BetaGeometric(kind, values[0], values[1], values[2], values[3]);
  }

  /** Which model this is. */
  ModelKind kind();

  /** Its parameters in the order of the paper, with their names there. */
  List<Parameter> parameters();

  /** The customer's contribution to the log-likelihood. */
  double logLikelihood(PurchaseHistory history);

  /**
   * The probability that the customer has not left for good by the end of the observation, 0 to 1.
   * Ask {@link #aliveIsEvidence} before grading anyone by it.
   */
  double probabilityAlive(PurchaseHistory history);

  /**
   * Whether {@link #probabilityAlive} says anything about this customer. Under BG/NBD it is 1 for
   * every one-time buyer, however long ago the purchase was: that is an assumption of the model,
   * not evidence. Show the recency beside it.
   */
  default boolean aliveIsEvidence(PurchaseHistory history) {
    return kind() != ModelKind.BG_NBD || history.repeats() > 0;
  }

  /**
   * E[X(t)]: repeat purchases of a new customer within a time after the first purchase.
   *
   * @param time 0 to {@link PurchaseHistory#MAX_TIME}
   * @throws IllegalArgumentException if time is out of range
   */
  double expectedPurchases(double time);

  /**
   * E[Y(t) | x, t_x, T]: purchases of this customer within a time after the observation. More
   * purchases with the same old last purchase may lower it (the increasing frequency paradox: who
   * bought often and then stopped has more likely left); that is right.
   *
   * @param time 0 to {@link PurchaseHistory#MAX_TIME}
   * @throws IllegalArgumentException if time is out of range
   */
  default double expectedPurchases(PurchaseHistory history, double time) {
    return probabilityAlive(history) * expectedPurchasesIfAlive(history, time);
  }

  /**
   * The same if the customer has not left by the end of the observation. It depends on x and T, but
   * not on t_x.
   *
   * @param time 0 to {@link PurchaseHistory#MAX_TIME}
   * @throws IllegalArgumentException if time is out of range
   */
  double expectedPurchasesIfAlive(PurchaseHistory history, double time);

  /**
   * One parameter of a model.
   *
   * @param name as in the paper
   * @param value above zero; alpha and Pareto/NBD's beta are times, in the unit of the histories
   */
  record Parameter(String name, double value) {

    /**
     * @throws IllegalArgumentException if the value is not within {@link #MIN_PARAMETER} to {@link
     *     #MAX_PARAMETER}
     */
    public Parameter {
      if (!(value >= MIN_PARAMETER && value <= MAX_PARAMETER)) {
        throw new IllegalArgumentException(
            name + " out of " + MIN_PARAMETER + ".." + MAX_PARAMETER + ": " + value);
      }
    }

    /**
     * A shape.
     *
     * @throws IllegalArgumentException if it is not within {@link #MIN_PARAMETER} to {@link
     *     #MAX_SHAPE}
     */
    static Parameter shape(String name, double value) {
      if (value > MAX_SHAPE) {
        throw new IllegalArgumentException(name + " above " + MAX_SHAPE + ": " + value);
      }
      return new Parameter(name, value);
    }
  }
}
