package org.kexin.analysis.algorithm.lifetime;

/** How a maximum likelihood fit ended. */
public enum Convergence {
  /** The gradient vanished at an inner point where the likelihood bends down in every direction. */
  CONVERGED,
  /**
   * The gradient vanished, but the likelihood is nearly flat in some direction: other parameters
   * explain the data as well. Predictions within the observed time may still be good; do not read
   * the parameters.
   */
  WEAKLY_IDENTIFIED,
  /**
   * The likelihood still rises at the edge of the parameters allowed, as when hardly anyone leaves
   * or all customers are alike. Do not read the parameters.
   */
  AT_BOUND,
  /** The search stopped before the gradient vanished. Do not use the result. */
  NOT_CONVERGED
}
