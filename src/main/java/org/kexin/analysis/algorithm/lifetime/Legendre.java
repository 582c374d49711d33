package org.kexin.analysis.algorithm.lifetime;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss-Legendre nodes and weights for an integral over 0 to 1. Sixteen nodes are exact to double
 * precision for exp(16 v) and for a logistic curve over four units, so integrands here are cut into
 * panels no steeper and no wider than that.
 */
final class Legendre {

  static final int NODES = 16;

  /** Largest change of the logarithm of the integrand over one panel. */
  static final double STEEPEST_PANEL = 16;

  /** Widest panel in the logarithm, or logit, of the variable. */
  static final double WIDEST_PANEL = 4;

  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0, 1);
    for (int i = 0; i < NODES; i++) {
      NODE[i] = rule.getPoint(i);
      WEIGHT[i] = rule.getWeight(i);
    }
  }

  private Legendre() {}

  static double node(int i) {
    return NODE[i];
  }

  static double weight(int i) {
    return WEIGHT[i];
  }
}
